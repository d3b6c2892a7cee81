import { getGaps, type GapRow } from '@oreline/shared/api/gaps.ts'
import { nextTryAt } from '@oreline/shared/domain/prices/gaps.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { listGapRecords, type GapRecord } from '../db/gaps.ts'
import { readGaps, type Gap } from '../rows/gap-rows.ts'
import { allInstruments, knownInstruments } from '../rows/known-instruments.ts'
import { readRoute } from '../read-route.ts'

export const gapRoutes = [
  readRoute(
    getGaps,
    { reads: ['prices', 'filings', 'reference'], changesWith: 'moment' },
    async ({ query }, context) => {
      const { tickers, from, to } = query
      const { snapshot } = context
      const asked =
        tickers === undefined
          ? await allInstruments(snapshot)
          : await knownInstruments(snapshot, tickers, 'tickers')
      const gaps = (await readGaps(context, asked)).filter(
        ({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to),
      )
      const ids = [...new Set(gaps.map(({ instrument }) => instrument.id))]
      const records = await listGapRecords(snapshot, ids)
      const recordOf = new Map(
        records.map((record) => [keyOf(record.instrumentId, record.sessionDate), record]),
      )
      const rows = gaps.map((gap) => rowOf(gap, recordOf.get(keyOf(gap.instrument.id, gap.date))))
      const sources = rows.flatMap(({ source }) => (source === null ? [] : [source]))
      return { data: rows.toSorted(newestFirst), meta: { sources: [...new Set(sources)] } }
    },
  ),
]

const keyOf = (instrumentId: number, date: IsoDate): string => `${instrumentId} ${date}`

const newestFirst = (a: GapRow, b: GapRow): number =>
  a.date === b.date ? (a.ticker < b.ticker ? -1 : 1) : a.date > b.date ? -1 : 1

function rowOf({ instrument, date, kind, untraded, halt }: Gap, record: GapRecord | undefined): GapRow {
  return {
    ticker: instrument.ticker,
    date,
    kind,
    reason: untraded ? 'no_trade' : (record?.reason ?? 'missing'),
    source: record?.source ?? null,
    first_seen_at: record?.firstSeenAt ?? null,
    last_tried_at: record?.lastTriedAt ?? null,
    tries: record?.tries ?? 0,
    next_try_at: record === undefined ? null : nextTryAt(record),
    explanation: halt?.title ?? null,
    url: halt?.url ?? null,
  }
}
