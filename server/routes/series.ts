import { getSeries, putSeriesSource } from '@oreline/shared/api/series.ts'
import {
  carriersOf,
  priceSourceOrder,
  type PriceSource,
} from '@oreline/shared/domain/sources/price-sources.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { sourceSettings } from '../config.ts'
import { chooseSource, listChosenSources } from '../db/series-sources.ts'
import {
  countCorrections,
  countQuarantined,
  listFirstDaysAfter,
  listSeriesShares,
} from '../db/series-shares.ts'
import { listHealthRecords } from '../db/source-records.ts'
import { readVersions } from '../db/versions.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute, type ReadContext } from '../read-route.ts'
import { route, type Context } from '../route.ts'
import { readGapCounts } from '../rows/gap-rows.ts'
import { allInstruments, knownInstruments, type KnownInstrument } from '../rows/known-instruments.ts'
import { fallbacksAmong, seriesRow, statesOf, type SeriesFacts } from '../rows/series-rows.ts'
import type { StoredSeries } from '../rows/series-shelf.ts'
import { readSourceFacts } from '../rows/source-facts.ts'

/** Tracked stocks first, then what they are measured against; within each by ticker. */
const roleOrder = ['tracked', 'benchmark', 'context']

export const seriesRoutes = [
  readRoute(
    getSeries,
    { reads: ['prices', 'health', 'reference'], changesWith: 'moment' },
    async (_, context) => {
      const instruments = await allInstruments(context.snapshot)
      const facts = await readFacts(instruments, context)
      const rows = instruments
        .toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
        .map((instrument) => seriesRow(instrument, facts))
      const used = rows.flatMap(({ source }) => (source === null ? [] : [source]))
      return { data: rows, meta: { sources: [...new Set(used)] } }
    },
  ),

  route(putSeriesSource, async ({ params, body }, context) => {
    const { db, clock, now } = context
    const [instrument] = await knownInstruments(db, [params.ticker], 'ticker')
    invariant(instrument !== undefined, 'an unknown ticker is refused')
    const source = body.source === null ? null : choosable(instrument, body.source, context)
    const [preferred] = priceSourceOrder(instrument, source)
    if (preferred === undefined) throw refusal(`nobody carries ${instrument.ticker}`)
    await chooseSource(db, clock, { instrumentId: instrument.id, source })
    return {
      data: { ticker: params.ticker, preferred, chosen: source !== null },
      meta: await metaNow(db, now, [preferred]),
    }
  }),
]

const refusal = (detail: string) => new AppError('invalid-input', detail, { parameter: 'source' })

/** Refuses what would leave the series without an answer: a source that does not carry it, or cannot be asked. */
function choosable(
  instrument: KnownInstrument,
  wanted: string,
  { config }: Pick<Context, 'config'>,
): PriceSource {
  const carriers = carriersOf(instrument)
  const found = carriers.find((source) => source === wanted)
  if (found === undefined)
    throw refusal(`${wanted} does not carry ${instrument.ticker}; there are ${carriers.join(', ')}`)
  const described = sources.find(({ id }) => id === found)
  if (described !== undefined && 'needs' in described && sourceSettings(config)[described.needs] === null)
    throw new AppError('needs-setup', `${described.name} needs ${described.needs}.`, {
      parameter: 'source',
      extra: { source: found },
    })
  return found
}

async function readFacts(
  instruments: readonly KnownInstrument[],
  context: ReadContext,
): Promise<SeriesFacts> {
  const { snapshot } = context
  const records = await listHealthRecords(snapshot)
  const judged = await readSourceFacts(context)
  const chosen = await listChosenSources(snapshot)
  const { shares, corrections, gaps } = await readStored(context)
  return {
    sources: judged,
    chosen,
    shares,
    corrections,
    gaps,
    disagreements: disagreementsIn(records, instruments),
    quarantined: await countQuarantined(snapshot),
    fallbackSince: await listFirstDaysAfter(snapshot, fallbacksAmong(instruments, { chosen, shares })),
    stateOf: statesOf(records, judged),
  }
}

/** Sessions become due with the hours, so that gaps are counted anew every ten minutes at the latest. */
async function readStored(context: ReadContext): Promise<StoredSeries> {
  const { snapshot, now, series } = context
  const { label } = await readVersions(snapshot, ['prices', 'filings', 'reference'])
  const tenMinutes = now.slice(0, '2026-11-20T21:3'.length)
  return series(`${label} ${tenMinutes}`, async () => ({
    shares: Map.groupBy(await listSeriesShares(snapshot), ({ instrumentId }) => instrumentId),
    corrections: await countCorrections(snapshot),
    gaps: await readGapCounts(context),
  }))
}

/** Of the sessions that were held against a second source last, those that were off. */
function disagreementsIn(
  records: Awaited<ReturnType<typeof listHealthRecords>>,
  instruments: readonly KnownInstrument[],
): ReadonlyMap<number, number> {
  const byTicker = Map.groupBy(records, ({ scope }) => scope)
  return new Map(
    instruments.map(({ id, ticker }) => {
      const off = (byTicker.get(ticker) ?? []).flatMap(({ warnings }) =>
        warnings.filter(({ code }) => code === 'Q52').map(({ count = 1 }) => count),
      )
      return [id, off.reduce((total, count) => total + count, 0)]
    }),
  )
}
