/** What may be wrong with the price series: old, from another source than usual, under review. */
import type { SeriesRow } from '@oreline/shared/api/series.ts'
import { formatAmount, formatDay } from '../../ui/format.ts'
import { sourceName, sourceStateWords } from '../../ui/source-words.ts'
import { listed, type Trouble } from './trouble.ts'

/** A paused series is as its owner left it: it may be old, but not doubtful. */
export function seriesTroubles(rows: readonly SeriesRow[]): readonly Trouble[] {
  if (rows.length === 0) return [{ weight: 'wrong', words: 'No series of prices is held', place: 'series' }]
  const followed = rows.filter(({ paused }) => !paused)
  const notFresh = followed.filter(({ state }) => state !== 'fresh')
  const ageless = followed.filter((row) => row.state === 'fresh' && row.age_sessions === null)
  const suspects = rows.filter(({ suspects: count }) => count > 0)
  return [
    ...(notFresh.length === 0
      ? []
      : [
          wrong(
            `${formatAmount(notFresh.length, 'series is', 'series are')} not fresh: ${listed(notFresh.map(ageWords))}`,
          ),
        ]),
    ...followed.flatMap((row) => (row.fallback_since === null ? [] : [wrong(fallbackWords(row))])),
    ...(ageless.length === 0
      ? []
      : [doubt(`How old ${listed(ageless.map(({ ticker }) => ticker))} is cannot be said`)]),
    ...(suspects.length === 0
      ? []
      : [doubt(`Prices under review: ${listed(suspects.map((row) => `${row.ticker} ${row.suspects}`))}`)]),
  ]
}

const wrong = (words: string): Trouble => ({ weight: 'wrong', words, place: 'series' })
const doubt = (words: string): Trouble => ({ weight: 'doubt', words, place: 'series' })

function ageWords({ ticker, state, age_sessions: age, newest_session: newest }: SeriesRow): string {
  if (newest === null) return `${ticker} (no price yet)`
  const old = age === null || age === 0 ? '' : `, ${formatAmount(age, 'session', 'sessions')} old`
  return `${ticker} (${sourceStateWords[state].toLowerCase()}${old})`
}

/** `MP comes from Tencent instead of Yahoo Finance since 18 Nov 2026`. */
function fallbackWords({ ticker, source, preferred, fallback_since: since }: SeriesRow): string {
  const instead = preferred === null ? '' : ` instead of ${sourceName(preferred)}`
  const begun = since === null ? '' : ` since ${formatDay(since)}`
  return `${ticker} comes from ${source === null ? 'another source' : sourceName(source)}${instead}${begun}`
}
