/** The made-up market of the stand-in as vendors of daily rows see it: the same figures as Yahoo's, two decimals. */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn, startOfDayMs } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { instrumentsSchema, type Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { seedIndexes, seedJson } from '../seed-files.ts'
import { draftChart } from './yahoo-market.ts'

/** A day before a vendor writes it down; scenarios change it in place. */
export type DailyDraft = {
  date: string
  open: number
  high: number
  low: number
  close: number
  /** Shares. */
  volume: number
}

const instruments = instrumentsSchema.parse(seedJson('instruments'))
const indexes = seedIndexes()

/** The instrument with that symbol at that vendor; undefined: it has none. */
export const instrumentOf = (
  vendor: 'tencent' | 'eastmoney' | 'eodhd',
  symbol: string,
): Instrument | undefined => instruments.find((instrument) => instrument[vendor] === symbol)

/** What had been traded by `at` on the days from `from` to `to`, ascending, the running session included. */
export function dailyDrafts(
  instrument: Instrument,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  at: Instant,
): DailyDraft[] {
  const sessions = indexes[instrument.calendar]
  const zone = timeZoneSchema.parse(sessions.calendar.timezone)
  const second = (date: IsoDate) => startOfDayMs(date, zone) / 1_000
  const { rows } = draftChart({
    instrument,
    sessions,
    period1: second(from),
    period2: second(addDays(to, 1)),
    now: at,
  })
  return rows.map((row) => ({
    date: dateIn(zone, instantOf(row.stamp * 1_000)),
    open: cents(row.open),
    high: cents(row.high),
    low: cents(row.low),
    close: cents(row.close),
    volume: Number(row.volume),
  }))
}

const cents = (price: unknown): number => Math.round(Number(price) * 100) / 100

/** Multiplies every price of the days. */
export function scale(days: readonly DailyDraft[], by: number): void {
  for (const day of days) for (const key of ['open', 'high', 'low', 'close'] as const) day[key] *= by
}
