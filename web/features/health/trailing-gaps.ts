/** A series that has ended lacks every session since: one fact, told once instead of session by session. */
import type { GapRow } from '@oreline/shared/api/gaps.ts'
import type { SeriesRow } from '@oreline/shared/api/series.ts'
import type { IsoDate, Ticker } from '@oreline/shared/kernel/brand.ts'

/** `since` is the newest session that has a price, `sessions` counts those after it that have none. */
type EndedSeries = { readonly ticker: Ticker; readonly since: IsoDate; readonly sessions: number }

/** `rest`: holes within a series, halts, and the last session of one that may only be late; in the order of `rows`. */
type SortedGaps = { readonly ended: readonly EndedSeries[]; readonly rest: readonly GapRow[] }

/** More than so many sessions without a price at the end of a series are an end, not a hole. */
const mostLate = 2

export function sortGaps(rows: readonly GapRow[], series: readonly SeriesRow[]): SortedGaps {
  const ended = series.flatMap(({ ticker, newest_session: since }) => {
    if (since === null) return []
    const sessions = rows.filter((row) => row.ticker === ticker && isAfterEnd(row, since)).length
    return sessions > mostLate ? [{ ticker, since, sessions }] : []
  })
  const endOf = new Map(ended.map(({ ticker, since }) => [ticker, since]))
  return {
    ended,
    rest: rows.filter((row) => {
      const since = endOf.get(row.ticker)
      return since === undefined || !isAfterEnd(row, since)
    }),
  }
}

const isAfterEnd = ({ kind, date }: GapRow, since: IsoDate): boolean => kind === 'hole' && date > since
