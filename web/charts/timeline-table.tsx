/** The prices in view as a table: a row per day, a column per ticker. Events and filings have lists of their own. */
import { ABSENT, formatDay } from '../ui/format.ts'
import type { DrawnSession, PriceLine } from './price-line.ts'
import { readoutsAt } from './readout.ts'
import { tableDays } from './table-days.ts'
import { dayAt } from './time-scale.ts'
import type { TimeWindow } from './time-scale.ts'

type TimelineTableProps = {
  readonly lines: readonly PriceLine[]
  readonly days: readonly number[]
  readonly window: TimeWindow
  readonly mode: 'rebased' | 'price'
  readonly valueText: (line: PriceLine, session: DrawnSession) => string
}

const captions = {
  session: 'Every session shown',
  month: 'The last session of each month shown',
  year: 'The last session of each year shown',
} as const

/** What the figures of the columns count. */
const unitOf = (lines: readonly PriceLine[]) =>
  [...new Set(lines.map(({ series }) => series.unit ?? 'price per share'))].join(', ')

/** A day on which an exchange had no session, or a line no price, has no figure. */
export function TimelineTable({ lines, days, window, mode, valueText }: TimelineTableProps) {
  const { days: rows, per } = tableDays(days, window)
  return (
    <table>
      <caption>
        {captions[per]}, {mode === 'rebased' ? 'base day = 100' : unitOf(lines)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Session</th>
          {lines.map(({ series }) => (
            <th key={series.ticker} scope="col">
              {series.ticker}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((ms) => (
          <tr key={ms}>
            <th scope="row">{formatDay(dayAt(ms))}</th>
            {readoutsAt(lines, ms).map((readout) => (
              <td key={readout.line.series.ticker}>
                {readout.kind === 'session' ? valueText(readout.line, readout.session) : ABSENT}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
