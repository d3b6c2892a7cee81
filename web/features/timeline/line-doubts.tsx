import { formatAmount, formatDay } from '../../ui/format.ts'
import { sourceName } from '../../ui/source-words.ts'
import type { LineSummary } from './line-summary.ts'
import classes from './line-table.module.css'
import { SelectionLink } from './selection-link.tsx'
import type { Trust } from './trust.ts'

/** Beside a line's source: that it is a fallback, and the days on which a price is doubted, each a step away. */
export function LineDoubts({ summary, trust }: { readonly summary: LineSummary; readonly trust: Trust }) {
  const { line, underReview } = summary
  const series = trust.series.get(line.ticker)
  const since = series?.fallback_since ?? null
  const preferred = series?.preferred ?? null
  const newest = line.points.findLast((point) => point.underReview)
  const disagreements = trust.disagreements.get(line.ticker) ?? []
  const [disagreed] = disagreements
  const days = new Set(disagreements.map(({ date }) => date)).size
  return (
    <>
      {since === null ? null : (
        <span className={classes['stale']}>
          fallback since {formatDay(since)}
          {preferred === null ? '' : `, instead of ${sourceName(preferred)}`}
        </span>
      )}
      {newest === undefined ? null : (
        <span className={classes['stale']}>
          <SelectionLink selection={{ kind: 'session', date: newest.date }}>
            {formatAmount(underReview, 'price', 'prices')} under review
          </SelectionLink>
        </span>
      )}
      {disagreed === undefined ? null : (
        <span className={classes['stale']}>
          <SelectionLink selection={{ kind: 'session', date: disagreed.date }}>
            sources disagree on {formatAmount(days, 'day', 'days')}
          </SelectionLink>
        </span>
      )}
    </>
  )
}
