import classes from './floor.module.css'

/** What the marks of the chart mean, each drawn beside its words. */
export function FloorLegend({ market }: { readonly market: string | null }) {
  return (
    <ul className={classes['legend']} aria-label="Legend">
      <li>
        <Sample kind="floorLine" /> Floor, USD/kg of NdPr oxide
      </li>
      {market === null ? null : (
        <>
          <li>
            <Sample kind="market" /> {market}
          </li>
          <li>
            <span className={classes['swatch']} data-side="below" aria-hidden="true" /> below the floor
          </li>
          <li>
            <span className={classes['swatch']} data-side="above" aria-hidden="true" /> above it
          </li>
        </>
      )}
      <li>
        <Sample kind="quarter" /> MP’s realised price, by quarter
      </li>
      <li>
        <Sample kind="longer" /> by year
      </li>
    </ul>
  )
}

const Sample = ({ kind }: { readonly kind: 'floorLine' | 'market' | 'quarter' | 'longer' }) => (
  <svg width={24} height={10} aria-hidden="true" className={classes['sample']}>
    <g className={classes[kind]}>
      <line x1={1} x2={23} y1={5} y2={5} />
      {kind === 'quarter' ? <circle cx={12} cy={5} r={3.5} /> : null}
    </g>
  </svg>
)
