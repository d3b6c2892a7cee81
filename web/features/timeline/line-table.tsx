import { sources } from '@oreline/shared/domain/sources/source.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { DayRange, TimelineSeries } from '../../charts/timeline.ts'
import { ABSENT, formatAmount, formatChange, formatDay, formatPrice } from '../../ui/format.ts'
import { sourceName } from '../../ui/source-words.ts'
import { useNow } from '../../ui/use-now.ts'
import { LineDoubts } from './line-doubts.tsx'
import { LineSample } from './line-sample.tsx'
import { summarise, type LineSummary } from './line-summary.ts'
import classes from './line-table.module.css'
import type { Trust } from './trust.ts'
import type { SessionIndexes } from './use-session-indexes.ts'

const TICK_MS = 60_000

export type LineTableProps = {
  readonly series: readonly TimelineSeries[]
  readonly shown: DayRange
  readonly indexes: SessionIndexes | undefined
  /** The moment at which ages are counted; null: now. */
  readonly asOf: Instant | null
  readonly trust: Trust
}

/** Under the chart: where each line comes from, to which session it reaches, and how old that is. */
export function LineTable({ series, shown, indexes, asOf, trust }: LineTableProps) {
  const live = useNow(TICK_MS)
  const now = asOf ?? live
  const summaries = series.map((line) => summarise(line, shown, indexes?.[line.calendar], now))
  return (
    <table className={classes['lines']}>
      <caption>
        Newest figures and where they come from; the change is that between each line’s first and last session
        shown
      </caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Close</th>
          <th scope="col">Change</th>
          <th scope="col">Session</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {summaries.map((summary) => (
          <Row key={summary.line.ticker} summary={summary} trust={trust} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ summary, trust }: { readonly summary: LineSummary; readonly trust: Trust }) {
  const { line, newest, age, change } = summary
  const stale = newest !== null && isStale(newest.source, age)
  return (
    <tr data-stale={stale}>
      <th scope="row" title={line.name}>
        <LineSample ink={line.ink} /> {line.ticker}
      </th>
      <td>{newest === null ? ABSENT : formatPrice(newest.value, line.currency)}</td>
      <td>{formatChange(change)}</td>
      <td>{newest === null ? 'no price yet' : `${formatDay(newest.date)}${ageWords(age, newest.status)}`}</td>
      <td>
        {newest === null ? ABSENT : sourceName(newest.source)}
        {stale ? <span className={classes['stale']}>stale</span> : null}
        <LineDoubts summary={summary} trust={trust} />
      </td>
    </tr>
  )
}

function ageWords(age: LineSummary['age'], status: 'final' | 'provisional'): string {
  if (status === 'provisional') return ', provisional'
  if (age === 'unknown') return ''
  return age === 0 ? ', the newest' : `, ${formatAmount(age, 'session', 'sessions')} old`
}

/** By the rule the source itself is judged by; sources of prices are counted in sessions. */
function isStale(source: string, age: LineSummary['age']): boolean {
  const rule = sources.find(({ id }) => id === source)?.staleAfter ?? null
  return age !== 'unknown' && rule !== null && 'sessions' in rule && age >= rule.sessions
}
