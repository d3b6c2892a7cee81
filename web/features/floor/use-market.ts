/** The market series chosen, on the footing of the floor, or why it is not drawn. */
import { getCommodityPoints, type CommodityRow } from '@oreline/shared/api/commodities.ts'
import { likeForLike, type LikeForLike } from '@oreline/shared/domain/floor/like-for-like.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { endpointQuery } from '../../api.ts'
import type { Market } from './floor-chart.tsx'
import { statedIn, type FloorView } from './floor-view.ts'

const MOST_POINTS = 50_000

/** Days after which a line breaks, by how often its figures are published; null: never. */
const longestRest: Readonly<Record<CommodityRow['frequency'], number | null>> = {
  daily: 15,
  weekly: 31,
  monthly: 100,
  irregular: null,
}

/** The series the address names, else the first that may be drawn as it is, else the first; undefined: none is held. */
export function chosenMarket(all: readonly CommodityRow[], view: FloorView): CommodityRow | undefined {
  const named = all.find(({ id }) => id === view.market)
  return named ?? all.find((series) => likeForLike(series, statedIn(view)).kind === 'drawn') ?? all[0]
}

export function useMarket(series: CommodityRow | undefined, view: FloorView) {
  const footing: LikeForLike | null = useMemo(
    () => (series === undefined ? null : likeForLike(series, statedIn(view))),
    [series, view],
  )
  const query = useQuery({
    ...endpointQuery(getCommodityPoints, {
      params: { series: series?.id ?? '' },
      query: { ...(footing?.kind === 'drawn' ? footing.wanted : {}), limit: MOST_POINTS },
    }),
    enabled: footing?.kind === 'drawn',
  })
  const points = query.data?.data
  const market: Market | null = useMemo(
    () =>
      series === undefined || points === undefined || footing?.kind !== 'drawn'
        ? null
        : {
            name: series.elements.length === 1 ? `${series.name} (standing in for NdPr)` : series.name,
            days: points.map(({ date, value, flags }) => ({
              date,
              value: flags.includes('suspect') ? null : value,
            })),
            longestRestDays: longestRest[series.frequency],
          },
    [series, points, footing],
  )
  return { footing, query, market, done: query.data?.meta.adjusted ?? null }
}
