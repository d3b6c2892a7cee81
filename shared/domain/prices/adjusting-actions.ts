/** From dividends and splits as stored to what the arithmetic needs to know about each ex-date. */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { instantOf } from '../../kernel/instant.ts'
import type { TimeZone } from '../calendar/calendar.ts'
import { startOfDayMs } from '../calendar/wall-clock.ts'
import { buildAdjuster, type DividendOn, type SplitOn, type StoredBar } from './adjust.ts'

/** A dividend or split as stored, with the last bar before its ex-date; null: no bar that old is held. */
export type StoredAction = {
  readonly kind: 'dividend' | 'split'
  readonly exDate: IsoDate
  readonly amount: number | null
  readonly currency: string | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly recordedAt: Instant
  readonly before: Pick<StoredBar, 'date' | 'close' | 'basis' | 'recordedAt'> | null
}

/** The actions of one instrument, for `buildAdjuster`. */
export type AdjustingActions = {
  readonly splits: readonly SplitOn[]
  readonly dividends: readonly DividendOn[]
}

/**
 * `timezone` is the exchange's, `currency` that of the prices: a dividend in another one is not computed with. Amounts
 * are split-adjusted as of when they were stored, so that a split since then divides them too.
 */
export function adjustingActions(
  stored: readonly StoredAction[],
  { timezone, currency }: { readonly timezone: TimeZone; readonly currency: string },
): AdjustingActions {
  const splits = stored.flatMap(({ kind, exDate, numerator, denominator }) =>
    kind === 'split' && numerator !== null && denominator !== null
      ? [{ exDate, numerator, denominator, beginsAt: instantOf(startOfDayMs(exDate, timezone)) }]
      : [],
  )
  const splitAdjusted = buildAdjuster('splits', { splits, dividends: [] })
  const onToday = (bar: Pick<StoredBar, 'date' | 'close' | 'basis' | 'recordedAt'>) =>
    splitAdjusted({ ...closeOnly, ...bar }).close
  const dividends = stored.flatMap((action) => {
    const { kind, exDate, amount, before, recordedAt } = action
    if (kind !== 'dividend') return []
    const isKnown = amount !== null && action.currency === currency
    return [
      {
        exDate,
        // As a price of the ex-date, on the scale on which it was stored.
        amount: isKnown ? onToday({ date: exDate, close: amount, basis: 'splits', recordedAt }) : null,
        closeBefore: before === null ? null : onToday(before),
      },
    ]
  })
  return { splits, dividends }
}

/** What a bar lacks that only its close is looked at of. */
const closeOnly = { open: null, high: null, low: null, adjClose: null, volume: null, flags: [] }
