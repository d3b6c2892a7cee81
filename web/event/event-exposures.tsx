import type { Exposure } from '@oreline/shared/domain/policy/event.ts'
import { Section } from '../ui/section.tsx'
import classes from './event.module.css'

const directions: Readonly<Record<Exposure['direction'], { sign: string; words: string }>> = {
  '+': { sign: '▲', words: 'up' },
  '-': { sign: '▼', words: 'down' },
  '?': { sign: '◆', words: 'open' },
}

/** Whom the event may move and which way: what the catalogue's authors expect, not what happened. */
export function EventExposures({ exposures }: { readonly exposures: readonly Exposure[] }) {
  if (exposures.length === 0) return null
  return (
    <Section title="Expected direction" note="a judgement, not a measurement">
      <table className={classes['table']}>
        <tbody>
          {exposures.map(({ ticker, direction, reason }) => (
            <tr key={ticker}>
              <th scope="row">{ticker}</th>
              <td className={classes['direction']}>
                <span aria-hidden="true">{directions[direction].sign}</span> {directions[direction].words}
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
