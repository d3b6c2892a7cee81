/** What looks at every bar there is, kept for as long as the data behind it do not change. */
import type { SeriesShare } from '../db/series-shares.ts'

/** By the store's number of an instrument; one without bars, corrections or gaps is absent. */
export type StoredSeries = {
  readonly shares: ReadonlyMap<number, readonly SeriesShare[]>
  readonly corrections: ReadonlyMap<number, number>
  readonly gaps: ReadonlyMap<number, { readonly gaps: number; readonly halts: number }>
}

/** What was worked out last under that label; where it was another one, it is worked out now. */
export type SeriesShelf = (label: string, workOut: () => Promise<StoredSeries>) => Promise<StoredSeries>

export function buildSeriesShelf(): SeriesShelf {
  let shelved: { readonly label: string; readonly series: StoredSeries } | null = null
  return async (label, workOut) => {
    if (shelved?.label === label) return shelved.series
    const series = await workOut()
    shelved = { label, series }
    return series
  }
}
