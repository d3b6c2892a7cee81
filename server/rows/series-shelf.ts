/**
 * What looks at every bar there is: what is held of every series, and what it lacks. Worked out once for each change of
 * the data; sessions become due with the hours, so that gaps are counted anew every ten minutes at the latest.
 */
import { countCorrections, listSeriesShares, type SeriesShare } from '../db/series-shares.ts'
import { readVersions } from '../db/versions.ts'
import type { ReadContext } from '../read-route.ts'
import { readGapCounts, type GapCounts } from './gap-rows.ts'

/** By the store's number of an instrument; one without bars, corrections or gaps is absent. */
type StoredSeries = {
  readonly shares: ReadonlyMap<number, readonly SeriesShare[]>
  readonly corrections: ReadonlyMap<number, number>
  readonly gaps: ReadonlyMap<number, GapCounts>
}

export type SeriesShelf = (
  reading: Pick<ReadContext, 'snapshot' | 'calendars' | 'now'>,
) => Promise<StoredSeries>

export function buildSeriesShelf(): SeriesShelf {
  let shelved: { readonly label: string; readonly series: StoredSeries } | null = null
  return async (reading) => {
    const { snapshot, now } = reading
    const { label: data } = await readVersions(snapshot, ['prices', 'filings', 'reference'])
    const tenMinutes = now.slice(0, '2026-11-20T21:3'.length)
    const label = `${data} ${tenMinutes}`
    if (shelved?.label === label) return shelved.series
    const series = {
      shares: Map.groupBy(await listSeriesShares(snapshot), ({ instrumentId }) => instrumentId),
      corrections: await countCorrections(snapshot),
      gaps: await readGapCounts(reading),
    }
    shelved = { label, series }
    return series
  }
}
