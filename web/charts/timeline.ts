/**
 * What the timeline is made of: ready data, handed in by the page. Days are `IsoDate`; on the axis a day stands at its
 * UTC midnight, so that sessions of Sydney, Shanghai and New York with the same date share one place.
 */
import type { CalendarId, CurrencyCode, Instant, IsoDate, Ticker } from '@oreline/shared/kernel/brand.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'

/** Both days inclusive, `from` before `to`. */
export type DayRange = { readonly from: IsoDate; readonly to: IsoDate }

/**
 * One session. `value` is the price in the series' currency; null: the session is known to have none (no trade, no
 * exchange rate), or has one that nobody confirms yet (`underReview`), and the line breaks there.
 */
export type TimelinePoint = {
  readonly date: IsoDate
  readonly value: number | null
  readonly status: 'final' | 'provisional'
  readonly source: string
  readonly recordedAt: Instant
  readonly underReview: boolean
}

/** How a line is drawn: a CSS colour (a variable of the palette) and an SVG dash array; null: solid. */
export type LineInk = { readonly color: string; readonly dash: string | null }

/** One ticker. Points ascend by date, one per session. `currency` is the currency of the values, not of the listing. */
export type TimelineSeries = {
  readonly ticker: Ticker
  readonly name: string
  readonly calendar: CalendarId
  readonly currency: CurrencyCode
  readonly ink: LineInk
  readonly points: readonly TimelinePoint[]
}

/** What the reader has chosen; one thing at a time. */
export type TimelineSelection =
  | { readonly kind: 'event'; readonly id: EventId }
  | { readonly kind: 'filing'; readonly id: string }
  | { readonly kind: 'session'; readonly date: IsoDate }
