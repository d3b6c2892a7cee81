/** What is held of every series: the one answer that looks at every bar, worked out once for each change of prices. */
import type { Executor } from '../db/client.ts'
import { countCorrections, listSeriesShares, type SeriesShare } from '../db/series-shares.ts'
import { readVersions } from '../db/versions.ts'

/** By the store's number of an instrument; one without bars is absent. */
export type StoredSeries = {
  readonly shares: ReadonlyMap<number, readonly SeriesShare[]>
  readonly corrections: ReadonlyMap<number, number>
}

export type SeriesShelf = (db: Executor) => Promise<StoredSeries>

export function buildSeriesShelf(): SeriesShelf {
  let shelved: { readonly label: string; readonly series: StoredSeries } | null = null
  return async (db) => {
    const { label } = await readVersions(db, ['prices'])
    if (shelved?.label === label) return shelved.series
    const shares = Map.groupBy(await listSeriesShares(db), ({ instrumentId }) => instrumentId)
    const series = { shares, corrections: await countCorrections(db) }
    shelved = { label, series }
    return series
  }
}
