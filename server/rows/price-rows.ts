/** From stored bars, actions and rates to rows of the price list; the arithmetic is the domain's. */
import type { PriceRow } from '@oreline/shared/api/prices.ts'
import type { Calendars } from '@oreline/shared/domain/calendar/calendar.ts'
import { startOfDayMs } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { CrossRate } from '@oreline/shared/domain/fx/cross.ts'
import {
  buildAdjuster,
  type Adjustment,
  type DividendOn,
  type SplitOn,
} from '@oreline/shared/domain/prices/adjust.ts'
import { convertPrices } from '@oreline/shared/domain/prices/convert.ts'
import type { CurrencyCode } from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import type { HeldAction } from '../db/action-history.ts'
import type { HeldBar } from '../db/price-history.ts'
import type { KnownInstrument } from './known-instruments.ts'

/** `rates` into `currency`, ascending; null: the prices are in it already. */
export type Target = { readonly currency: CurrencyCode; readonly rates: readonly CrossRate[] | null }

/** Makes the rows of one instrument. */
export function buildPriceRow(
  instrument: KnownInstrument,
  adjustment: Adjustment,
  actions: ReturnType<typeof actionsOf>,
  { currency, rates }: Target,
): (bar: HeldBar) => PriceRow {
  const adjust = buildAdjuster(adjustment, actions)
  const convert =
    rates === null
      ? (bar: HeldBar) => ({ ...adjust(bar), fxDate: null })
      : (bar: HeldBar) => convertPrices(adjust(bar), bar.date, rates)
  return (bar) => {
    const { open, high, low, close, adjClose, volume, fxDate } = convert(bar)
    return {
      ticker: instrument.ticker,
      date: bar.date,
      open,
      high,
      low,
      close,
      adj_close: adjClose,
      volume,
      currency,
      status: bar.status,
      basis: bar.basis,
      flags: bar.flags,
      fx_date: fxDate,
      source: bar.source,
      recorded_at: bar.recordedAt,
    }
  }
}

/** The splits and dividends of one instrument, each with what the arithmetic needs to know about its ex-date. */
export function actionsOf(
  instrument: KnownInstrument,
  held: readonly HeldAction[],
  { calendars }: Calendars,
): { readonly splits: readonly SplitOn[]; readonly dividends: readonly DividendOn[] } {
  const own = held.filter(({ instrumentId }) => instrumentId === instrument.id)
  const { timezone } = calendars[instrument.calendar]
  const splits = own.flatMap(({ kind, exDate, numerator, denominator }) =>
    kind === 'split' && numerator !== null && denominator !== null
      ? [{ exDate, numerator, denominator, beginsAt: instantOf(startOfDayMs(exDate, timezone)) }]
      : [],
  )
  const splitAdjusted = buildAdjuster('splits', { splits, dividends: [] })
  const dividends = own.flatMap(({ kind, exDate, amount, currency, before }) =>
    kind === 'dividend'
      ? [
          {
            exDate,
            amount: currency === instrument.currency ? amount : null,
            closeBefore: before === null ? null : splitAdjusted({ ...closeOnly, ...before }).close,
          },
        ]
      : [],
  )
  return { splits, dividends }
}

/** What a bar lacks that only its close is looked at of. */
const closeOnly = { open: null, high: null, low: null, adjClose: null, volume: null, flags: [] }
