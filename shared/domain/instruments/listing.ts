/**
 * Where a symbol is listed, as a provider tells it before the instrument is known, and whether Oreline can follow it:
 * only lines whose exchange keeps one of the calendars Oreline has.
 */
import { currencyCodeSchema, micSchema, tickerSchema, type CalendarId, type Mic } from '../../kernel/brand.ts'
import { instrumentSchema, type Instrument } from './instrument.ts'

/** `exchange` and `type` are Yahoo's codes, `currency` as it prints them (`GBp` included); null: it names none. */
export type Listing = {
  readonly symbol: string
  readonly name: string | null
  readonly exchange: string
  readonly exchangeName: string
  readonly type: string
  readonly currency: string | null
}

type Market = { readonly mic: Mic; readonly calendar: CalendarId; readonly currency: string }

const market = (mic: string, calendar: CalendarId, currency: string): Market => ({
  mic: micSchema.parse(mic),
  calendar,
  currency,
})

/** Yahoo's exchange codes, as its chart's `meta.exchangeName` has them, by market identifier (ISO 10383). */
const markets: ReadonlyMap<string, Market> = new Map([
  ['NYQ', market('XNYS', 'XNYS', 'USD')],
  ['ASE', market('XASE', 'XNYS', 'USD')],
  ['PCX', market('ARCX', 'XNYS', 'USD')],
  ['BTS', market('BATS', 'XNYS', 'USD')],
  ['NMS', market('XNAS', 'XNYS', 'USD')],
  ['NGM', market('XNAS', 'XNYS', 'USD')],
  ['NCM', market('XNAS', 'XNYS', 'USD')],
  ['ASX', market('XASX', 'XASX', 'AUD')],
  ['SHH', market('XSHG', 'XSHG', 'CNY')],
])

const kinds: ReadonlyMap<string, Instrument['kind']> = new Map([
  ['EQUITY', 'equity'],
  ['ETF', 'etf'],
])

/** What a stock on the calendar is measured against; the seed's own benchmarks. */
const benchmarks = { XNYS: 'SPY', XASX: 'STW.AX', XSHG: '000300.SS' } as const

export type Followable =
  | { readonly kind: 'instrument'; readonly instrument: Instrument }
  | { readonly kind: 'refused'; readonly why: string }

/** The instrument to store, or a sentence for the reader that says why there is none. */
export function instrumentFrom(listing: Listing): Followable {
  const { symbol, name, exchange, exchangeName, type, currency } = listing
  const listedOn = markets.get(exchange)
  if (listedOn === undefined)
    return refused(
      `${symbol} is listed on ${exchangeName === '' ? exchange : exchangeName}; Oreline has the calendars of New York, Sydney and Shanghai.`,
    )
  const kind = kinds.get(type)
  if (kind === undefined) return refused(`${symbol} is no stock and no exchange-traded fund (${type}).`)
  if (currency !== listedOn.currency)
    return refused(
      `${symbol} is priced in ${currency ?? 'no currency'}, lines of that exchange are in ${listedOn.currency}.`,
    )
  const { mic, calendar } = listedOn
  return {
    kind: 'instrument',
    instrument: instrumentSchema.parse({
      ticker: tickerSchema.parse(symbol),
      name: name ?? symbol,
      role: 'context',
      kind,
      mic,
      calendar,
      currency: currencyCodeSchema.parse(currency),
      isin: null,
      yahoo: symbol,
      benchmark: benchmarks[calendar],
      ...(calendar === 'XASX' ? { asx: symbol.replace(/\.AX$/, '') } : {}),
      // Main-board stocks of Shanghai move at most 10 % a day; the STAR market (688) 20 %.
      ...(calendar === 'XSHG' ? { price_limit_percent: symbol.startsWith('688') ? 20 : 10 } : {}),
    }),
  }
}

const refused = (why: string): Followable => ({ kind: 'refused', why })
