import { getPrices, type PriceRow } from '@oreline/shared/api/prices.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Adjustment } from '@oreline/shared/domain/prices/adjust.ts'
import { expectedOfPrices } from '@oreline/shared/domain/sources/expected-sources.ts'
import { currencyCodeSchema, isoDateSchema, tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import * as z from 'zod'
import { listUnanswered } from '../db/unanswered.ts'
import { readCrossRates } from '../rows/cross-rates.ts'
import { listBars, type HeldBar } from '../db/price-history.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { knownInstruments, type KnownInstrument } from '../rows/known-instruments.ts'
import { readAdjustingActions } from '../rows/adjusting-actions.ts'
import { buildPriceRow, type Target } from '../rows/price-rows.ts'
import { readRoute, type ReadContext } from '../read-route.ts'

type Query = z.output<typeof getPrices.query>

const tokenSchema = z.tuple([tickerSchema, isoDateSchema]).transform(([ticker, date]) => ({ ticker, date }))
const usd = currencyCodeSchema.parse('USD')
/** How long a reference rate is used. */
const RATE_DAYS = 7
const price = 'currency per share'
const units = { open: price, high: price, low: price, close: price, adj_close: price, volume: 'shares' }

export const priceRoutes = [
  readRoute(
    getPrices,
    { reads: ['prices', 'fx', 'reference'], changesWith: 'data' },
    async ({ query }, context) => {
      const { snapshot, asOf } = context
      const { from, to, limit } = query
      const instruments = await knownInstruments(snapshot, query.tickers.toSorted(), 'tickers')
      const place = placeIn(instruments, query.next)
      // PostgreSQL answers one after the other; the bars take longest, and the rest is asked for meanwhile.
      const [found, actionsFor] = await Promise.all([
        listBars(snapshot, { ...place, from, to, asOf, limit: limit + 1 }),
        readAdjustingActions(instruments, context),
      ])
      const bars = found.slice(0, limit)
      const rates = await readRates(instruments, bars, query, context)
      const targetFor = (instrument: KnownInstrument) => targetOf(instrument, query, rates)
      const series = new Map(
        instruments.map((instrument) => {
          const rowOf = buildPriceRow(instrument, query.adjust, actionsFor(instrument), targetFor(instrument))
          return [instrument.id, rowOf]
        }),
      )
      const rows = bars.map((bar) => {
        const rowOf = series.get(bar.instrumentId)
        invariant(rowOf !== undefined, 'only bars of the instruments asked for are read')
        return rowOf(bar)
      })
      const last = rows.at(-1)
      const currencies = new Set(instruments.map((instrument) => targetFor(instrument).currency))
      const sources = new Set(rows.map(({ source }) => source))
      for (const source of rateSources(rows, instruments, rates)) sources.add(source)
      const given = rows.map(({ source, ticker }) => ({ source, scope: ticker }))
      return {
        data: rows,
        meta: {
          sources: [...sources],
          unanswered: await listUnanswered(snapshot, instruments.flatMap(expectedOfPrices), {
            asOf,
            rows: given,
          }),
          units,
          currency: onlyOne(currencies),
          adjusted: adjustmentOf(bars, query.adjust),
          next: found.length > limit && last !== undefined ? tokenOf([last.ticker, last.date]) : null,
        },
      }
    },
  ),
]

/** Where a page begins: the instruments not finished yet, and the last day of the first of them. */
function placeIn(instruments: readonly KnownInstrument[], next: string | undefined) {
  const key = keyOf(next, tokenSchema)
  const left = key === null ? instruments : instruments.filter(({ ticker }) => ticker >= key.ticker)
  const current = left.find(({ ticker }) => ticker === key?.ticker)
  return {
    instrumentIds: left.map(({ id }) => id),
    after: key === null || current === undefined ? null : { instrumentId: current.id, date: key.date },
  }
}

type Rates = Awaited<ReturnType<typeof readCrossRates>>

/** Rates into the currency asked for, by the instruments' currencies; empty where nothing is converted. */
async function readRates(
  instruments: readonly KnownInstrument[],
  bars: readonly HeldBar[],
  { currency }: Query,
  { snapshot, asOf }: Pick<ReadContext, 'snapshot' | 'asOf'>,
): Promise<Rates> {
  if (currency === 'local') return new Map()
  const foreign = new Set(instruments.map((instrument) => instrument.currency))
  foreign.delete(usd)
  const days = bars.map(({ date }) => date).toSorted()
  const [first] = days
  const from = first === undefined ? undefined : addDays(first, -RATE_DAYS)
  return readCrossRates(snapshot, [...foreign], { into: usd, from, to: days.at(-1), asOf })
}

/** The currency of an instrument's rows, and the rates into it. */
const targetOf = (instrument: KnownInstrument, { currency }: Query, rates: Rates): Target =>
  currency === 'local'
    ? { currency: instrument.currency, rates: null }
    : { currency: usd, rates: rates.get(instrument.currency) ?? null }

/** Who gave the rates that rows were converted by. */
function rateSources(
  rows: readonly PriceRow[],
  instruments: readonly KnownInstrument[],
  rates: Rates,
): ReadonlySet<string> {
  const used = rows.filter((row) => row.fx_date !== null)
  const sources = instruments.flatMap(({ ticker, currency }) => {
    const days = new Set(used.flatMap((row) => (row.ticker === ticker ? [row.fx_date] : [])))
    return (rates.get(currency) ?? []).flatMap((rate) => (days.has(rate.date) ? rate.sources : []))
  })
  return new Set(sources)
}

const onlyOne = <T>(values: ReadonlySet<T>): T | null => (values.size === 1 ? ([...values][0] ?? null) : null)

/** A series that came dividend-adjusted stays so: then the answer is `all`, or `mixed` where others are not. */
function adjustmentOf(bars: readonly HeldBar[], asked: Adjustment): Adjustment | 'mixed' {
  const adjusted = bars.filter(({ basis }) => basis === 'adjusted').length
  if (adjusted === 0) return asked
  return adjusted === bars.length ? 'all' : asked === 'all' ? 'all' : 'mixed'
}
