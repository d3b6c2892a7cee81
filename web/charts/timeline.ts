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

/** One line of the chart. Points ascend by date, one per day. `currency` is the currency of the values, not of a listing. */
export type ChartSeries = {
  /** Its short name, unique in the chart: a ticker, or what is priced (`Nd metal`). */
  readonly ticker: string
  readonly name: string
  /** Whose sessions its points are; null: no exchange's. */
  readonly calendar: CalendarId | null
  readonly currency: CurrencyCode
  /** What the values count, where it is more than a currency per share: `USD/kg`. */
  readonly unit?: string
  /** Between points further apart than this the line breaks; null: never. Absent: as no exchange ever rests. */
  readonly longestRestDays?: number | null
  readonly ink: LineInk
  readonly points: readonly TimelinePoint[]
}

/** The line of a stock, an index or a fund. */
export type TimelineSeries = ChartSeries & { readonly ticker: Ticker; readonly calendar: CalendarId }

/** What the reader has chosen; one thing at a time. */
export type TimelineSelection =
  | { readonly kind: 'event'; readonly id: EventId }
  | { readonly kind: 'filing'; readonly id: string }
  | { readonly kind: 'session'; readonly date: IsoDate }
