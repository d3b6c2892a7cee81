import classes from './floor.module.css'

/** What these figures do not mean; each has misled somebody. */
export function FloorTraps() {
  return (
    <details className={classes['traps']}>
      <summary>How to read this, and how not to</summary>
      <ul>
        <li>
          The realised price is per kilogram of oxide equivalent; MP turns metal it sells into oxide by an
          assumed factor of 1.20, chemistry gives about 1.17.
        </li>
        <li>
          Income from the Price Protection Agreement is booked outside revenue and also pays for stockpiled
          material: realised price plus income per tonne is not 110.
        </li>
        <li>
          Lynas’ average selling price is in Australian dollars and covers every product, so it is not drawn
          here.
        </li>
        <li>Chinese domestic prices hold 13 % value-added tax; the floor holds none.</li>
        <li>
          The floor pays up to its price; above it, once MP’s 10X plant runs, the government takes 30 % of the
          gain. The shaded area is the distance of two prices, not money paid.
        </li>
      </ul>
    </details>
  )
}
