import type { DisagreementRow } from '@oreline/shared/api/disagreements.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { TimelineSeries } from '../../charts/timeline.ts'
import {
  formatChange,
  formatFigure,
  formatPreciseChange,
  formatPrice,
  formatShortDay,
} from '../../ui/format.ts'
import { sourceName } from '../../ui/source-words.ts'
import { LineSample } from './line-sample.tsx'
import classes from './panel.module.css'
import { sessionOf } from './session-of.ts'
import type { Trust } from './trust.ts'

export type SessionRowProps = {
  readonly line: TimelineSeries
  readonly date: IsoDate
  readonly trust: Trust
}

/** What one line did on a day, who says so, and who says otherwise; or why it has no price. */
export function SessionRow({ line, date, trust }: SessionRowProps) {
  const gaps = trust.gaps.get(line.ticker)
  const session = sessionOf(line, date, gaps)
  const gap = gaps?.get(date)
  const others = (trust.disagreements.get(line.ticker) ?? []).filter((one) => one.date === date)
  return (
    <tr>
      <th scope="row">
        <LineSample ink={line.ink} /> {line.ticker}
      </th>
      {session === null ? (
        <td colSpan={3} className={gap === undefined ? classes['faint'] : classes['warn']}>
          {gap ?? 'no session'}
        </td>
      ) : (
        <>
          <td className={classes['figure']}>{formatPrice(session.point.value, line.currency)}</td>
          <td className={classes['figure']}>{formatChange(session.change)}</td>
          <td className={classes['faint']}>
            {sourceName(session.point.source)}
            {session.point.status === 'provisional' ? ', provisional' : ''}
            {session.point.underReview ? ', price under review' : ''}
            {session.overHoleSince === null
              ? ''
              : `, change over a hole since ${formatShortDay(session.overHoleSince)}`}
            {others.map((other) => (
              <Other key={other.other_source} disagreement={other} />
            ))}
          </td>
        </>
      )}
    </tr>
  )
}

/** Both values, in the listing's currency: the line itself may be in dollars. */
function Other({ disagreement }: { readonly disagreement: DisagreementRow }) {
  const { source, value, other_source: otherSource, other_value: otherValue, difference } = disagreement
  return (
    <p className={classes['warn']}>
      {sourceName(source)} {formatFigure(value)}, but {sourceName(otherSource)} {formatFigure(otherValue)} (
      {formatPreciseChange(difference)})
    </p>
  )
}
