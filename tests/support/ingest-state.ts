import type { Sql } from 'postgres'
import { closeOfRound, sessionsOfRound } from './ingest-rounds.ts'

/** What a series killed in the middle of being written looks like. `faults` is empty where it is whole. */
export type SeriesState = {
  readonly round: number
  readonly epoch: number
  readonly faults: readonly string[]
}

export async function readSeries(sql: Sql): Promise<SeriesState> {
  const rows = await sql<{ volume: number; epoch: number; close: number }[]>`
    select volume, epoch, close from bars where superseded_at is null order by session_date`
  const round = Math.max(0, ...rows.map(({ volume }) => volume))
  const [broken] = await sql<{ rows: number }[]>`
    select count(*)::int as rows from (
      select superseded_at, lead(recorded_at) over (
        partition by instrument_id, session_date order by revision) as next from bars) chained
    where superseded_at is distinct from next`
  const faults = [
    ...(rows.length === 0 || rows.length === sessionsOfRound ? [] : [`${rows.length} current rows`]),
    ...(new Set(rows.map(({ volume }) => volume)).size > 1 ? ['rows of two rounds'] : []),
    ...(new Set(rows.map(({ epoch }) => epoch)).size > 1 ? ['rows of two epochs'] : []),
    ...(rows.every(({ close }, place) => isOn(close, closeOfRound(place, round)))
      ? []
      : ['closes of two scales']),
    ...(broken?.rows === 0 ? [] : [`${broken?.rows} revisions that do not follow each other`]),
  ]
  return { round, epoch: rows[0]?.epoch ?? 0, faults }
}

/** The store keeps six decimals; another scale is off by half. */
const isOn = (close: number, wanted: number): boolean => Math.abs(close - wanted) < 1e-5
