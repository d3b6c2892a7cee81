/** The addresses under which the stored rows come as CSV. */
import type { CommodityRow } from '@oreline/shared/api/commodities.ts'
import { getCommodityPoints } from '@oreline/shared/api/commodities.ts'
import { getFilings } from '@oreline/shared/api/filings.ts'
import { getFx } from '@oreline/shared/api/fx.ts'
import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { getPrices } from '@oreline/shared/api/prices.ts'
import { addressOf } from '../../../api.ts'

export type ExportChoice = {
  /** Empty: the tracked ones. */
  readonly tickers: readonly string[]
  /** `YYYY-MM-DD`, inclusive; empty: no bound. */
  readonly from: string
  readonly to: string
  readonly currency: 'local' | 'USD'
  readonly adjust: 'none' | 'splits' | 'all'
}
export type ExportLink = { readonly name: string; readonly about: string; readonly address: string }

/** The most rows the server puts in one file. */
export const MOST_ROWS = 50_000
const MOST_FILINGS = 10_000
const MOST_EVENTS = 1_000

/** The chosen instruments; the tracked ones where none is chosen. */
export function exportedTickers(
  instruments: readonly InstrumentRow[],
  chosen: readonly string[],
): readonly InstrumentRow[] {
  const known = instruments.filter(({ ticker }) => chosen.includes(ticker))
  return known.length > 0 ? known : instruments.filter(({ role }) => role === 'tracked')
}

/** One link per table, in the order of the page. Of exchange rates those the chosen instruments need in US dollars. */
export function exportLinks(
  choice: ExportChoice,
  instruments: readonly InstrumentRow[],
  series: readonly CommodityRow[],
): readonly ExportLink[] {
  const chosen = exportedTickers(instruments, choice.tickers)
  const tickers = chosen.map(({ ticker }) => ticker).join(',')
  const days = {
    ...(choice.from === '' ? {} : { from: choice.from }),
    ...(choice.to === '' ? {} : { to: choice.to }),
  }
  const pairs = [...new Set(chosen.map(({ currency }) => currency))].flatMap((currency) =>
    currency === 'USD' ? [] : [`${currency}USD`],
  )
  const { currency, adjust } = choice
  const csv = { format: 'csv' } as const
  return [
    ...(tickers === ''
      ? []
      : [
          {
            name: 'Daily prices',
            about: tickers.replaceAll(',', ', '),
            address: addressOf(getPrices, {
              query: { tickers, ...days, currency, adjust, limit: MOST_ROWS, ...csv },
            }),
          },
          {
            name: 'Filings',
            about: tickers.replaceAll(',', ', '),
            address: addressOf(getFilings, { query: { tickers, ...days, limit: MOST_FILINGS, ...csv } }),
          },
        ]),
    ...(pairs.length === 0
      ? []
      : [
          {
            name: 'Exchange rates',
            about: pairs.join(', '),
            address: addressOf(getFx, {
              query: { pairs: pairs.join(','), ...days, limit: MOST_ROWS, ...csv },
            }),
          },
        ]),
    {
      name: 'Policy events',
      about: 'with their state today',
      address: addressOf(getPolicyEvents, {
        query: { ...days, context: 'true', limit: MOST_EVENTS, ...csv },
      }),
    },
    ...series.map(({ id, name }) => ({
      name,
      about: 'as published',
      address: addressOf(getCommodityPoints, {
        params: { series: id },
        query: { ...days, limit: MOST_ROWS, ...csv },
      }),
    })),
  ]
}
