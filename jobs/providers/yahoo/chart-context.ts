/** What every step of reading a chart needs to know, settled once per answer. */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { buildDayIn } from '@oreline/shared/domain/calendar/day-in.ts'
import { nextSession } from '@oreline/shared/domain/calendar/sessions.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { QuoteQuery } from '../define-provider.ts'
import type { ChartMeta } from './chart.ts'
import { majorUnit } from './currency-unit.ts'

/** A quote query whose first day is settled. */
export type ChartQuery = Omit<QuoteQuery, 'from'> & { readonly from: IsoDate }

export type ChartContext = {
  readonly query: ChartQuery
  readonly meta: ChartMeta
  readonly fetchedAt: Instant
  /** The day of a moment, in milliseconds since 1970 UTC, at the exchange: in the zone Yahoo names, else the calendar's. */
  readonly dayIn: (epochMs: number) => IsoDate
  /** The day of `fetchedAt` there. */
  readonly today: IsoDate
  /** The last day that a row can be about; null: the calendar does not reach that far. */
  readonly horizon: IsoDate | null
  /** Major unit of the prices, and what Yahoo's figures are divided by to be in it. */
  readonly unit: { readonly currency: string; readonly per: 1 | 100 }
}

export function chartContext(query: ChartQuery, meta: ChartMeta, fetchedAt: Instant): ChartContext {
  const named = timeZoneSchema.safeParse(meta.exchangeTimezoneName)
  const zone = named.success ? named.data : query.sessions.calendar.timezone
  const today = dateIn(zone, fetchedAt)
  const next = nextSession(query.sessions, today)
  return {
    query,
    meta,
    fetchedAt,
    dayIn: buildDayIn(zone),
    today,
    horizon: next === 'unknown' ? null : next,
    unit: majorUnit(meta.currency ?? query.instrument.currency),
  }
}
