/** From stored bars, actions and rates to rows of the price list; the arithmetic is the domain's. */
import type { PriceRow } from '@oreline/shared/api/prices.ts'
import type { CrossRate } from '@oreline/shared/domain/fx/cross.ts'
import { buildAdjuster, type Adjustment } from '@oreline/shared/domain/prices/adjust.ts'
import type { AdjustingActions } from '@oreline/shared/domain/prices/adjusting-actions.ts'
import { convertPrices } from '@oreline/shared/domain/prices/convert.ts'
import type { CurrencyCode } from '@oreline/shared/kernel/brand.ts'
import type { HeldBar } from '../db/price-history.ts'
import type { KnownInstrument } from './known-instruments.ts'

/** `rates` into `currency`, ascending; null: the prices are in it already. */
export type Target = { readonly currency: CurrencyCode; readonly rates: readonly CrossRate[] | null }

/** Makes the rows of one instrument. */
export function buildPriceRow(
  instrument: KnownInstrument,
  adjustment: Adjustment,
  actions: AdjustingActions,
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
