import { getDisagreements } from '@oreline/shared/api/disagreements.ts'
import { getGaps } from '@oreline/shared/api/gaps.ts'
import { getSeries } from '@oreline/shared/api/series.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { endpointQuery } from '../../api.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { nothingKnown, trustOf, type Trust } from './trust.ts'
import type { Timeline } from './use-timeline.ts'

/**
 * Where the lines come from a fallback, what sources disagree about, and why sessions are missing. Asked for once the
 * chart is drawn; of the past only disagreements are kept, so that nothing of now is said about it.
 */
export function useTrust(
  { series, asOf }: Pick<Timeline, 'series' | 'asOf'>,
  isDrawn: boolean,
): { readonly trust: Trust; readonly hasFailed: boolean } {
  const momentText = useMomentText()
  const tickers = series
    .map(({ ticker }) => ticker)
    .toSorted()
    .join(',')
  const wanted = isDrawn && tickers !== ''
  const now = { enabled: wanted && asOf === null }
  const rows = useQuery({ ...endpointQuery(getSeries, { query: {} }), ...now })
  const gaps = useQuery({ ...endpointQuery(getGaps, { query: { tickers } }), ...now })
  const past = asOf === null ? {} : { as_of: asOf }
  const disagreements = useQuery({
    ...endpointQuery(getDisagreements, { query: { tickers, field: 'close', ...past } }),
    enabled: wanted,
  })
  const isPast = asOf !== null
  const lines = isPast ? undefined : rows.data
  const holes = isPast ? undefined : gaps.data
  const doubts = disagreements.data
  const trust = useMemo(() => {
    if (lines === undefined && holes === undefined && doubts === undefined) return nothingKnown
    return trustOf(
      { series: lines?.data ?? [], gaps: holes?.data ?? [], disagreements: doubts?.data ?? [] },
      (at) => momentText(at, null),
    )
  }, [lines, holes, doubts, momentText])
  const asked = isPast ? [disagreements] : [rows, gaps, disagreements]
  return { trust, hasFailed: asked.some(({ error }) => error !== null) }
}
