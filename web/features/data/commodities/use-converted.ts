import { getCommodityPoints, type CommodityRow } from '@oreline/shared/api/commodities.ts'
import { useQueries } from '@tanstack/react-query'
import { endpointQuery } from '../../../api.ts'
import type { DataView } from '../data-view.ts'
import { bareUnit, conversionOf, type Converted } from './commodity-series.ts'

const MOST_POINTS = 50_000

export type Refused = { readonly series: CommodityRow; readonly error: Error; readonly retry: () => void }

/** The chosen series as the view wants them; one that cannot be converted is named with the reason, never drawn as it is. */
export function useConverted(
  chosen: readonly CommodityRow[],
  view: Pick<DataView, 'price' | 'form'>,
): {
  readonly converted: readonly Converted[]
  readonly refused: readonly Refused[]
  readonly isPending: boolean
} {
  const answers = useQueries({
    queries: chosen.map(({ id }) =>
      endpointQuery(getCommodityPoints, {
        params: { series: id },
        query: { ...conversionOf(view), limit: MOST_POINTS },
      }),
    ),
  })
  return {
    converted: chosen.flatMap((series, place) => {
      const answer = answers[place]?.data
      if (answer === undefined) return []
      const { units, adjusted } = answer.meta
      return [{ series, points: answer.data, unit: bareUnit(units['value'] ?? ''), done: adjusted }]
    }),
    refused: chosen.flatMap((series, place) => {
      const answer = answers[place]
      if (answer === undefined || answer.error === null) return []
      return [{ series, error: answer.error, retry: () => void answer.refetch() }]
    }),
    isPending: answers.some(({ isPending }) => isPending),
  }
}
