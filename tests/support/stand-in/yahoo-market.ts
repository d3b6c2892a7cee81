/**
 * A market made up by arithmetic: prices by session number, so that every window of a series agrees with every other,
 * stamped as Yahoo stamps them: with the session's open, the running or latest session with its last trade.
 */
import { isFinalAt, sessionOn, sessionsBetween } from '@oreline/shared/domain/calendar/sessions.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { epochMs, instantOf } from '@oreline/shared/kernel/instant.ts'

/** A row before it is spread over columns; a scenario may put anything into a cell. */
export type DraftRow = {
  stamp: number
  open: unknown
  high: unknown
  low: unknown
  close: unknown
  volume: unknown
  adjClose: unknown
}

/** An answer of the chart before it is written as JSON; scenarios change it in place. */
export type ChartDraft = {
  meta: Record<string, unknown>
  rows: DraftRow[]
  dividends: Record<string, unknown>[]
  splits: Record<string, unknown>[]
  /** Whether there are adjusted closes. */
  adjusted: boolean
  /** How many cells are missing at the end of the column of closes. */
  cutCloses: number
}

export type Market = {
  readonly instrument: Instrument
  readonly sessions: SessionIndex
  readonly period1: number
  readonly period2: number
  readonly now: Instant
}

const exchangeNames = { XNYS: 'NYQ', XASX: 'ASX', XSHG: 'SHH' } as const
const delaySeconds = 900

/** The chart of an instrument as Yahoo would give it at `now` for the window. */
export function draftChart(market: Market): ChartDraft {
  const { instrument, sessions, period1, period2, now } = market
  const zone = sessions.calendar.timezone
  const today = dateIn(zone, now)
  const from = dateIn(zone, instantOf(period1 * 1_000))
  const to = dateIn(zone, instantOf(Math.min(period2 * 1_000 - 1, epochMs(now))))
  const settled = addDays(today, -4)
  const rows = sessionsBetween(sessions, from, to).flatMap((date) =>
    date < settled ? settledRow(date, market) : rowOn(date, market),
  )
  const last = latestTrade(sessions, today, now)
  const lastRow = last === null ? null : (rowOn(last.date, market)[0] ?? null)
  return {
    meta: {
      currency: instrument.kind === 'index' ? null : instrument.currency,
      symbol: instrument.yahoo,
      exchangeName: exchangeNames[instrument.calendar],
      instrumentType: instrument.kind === 'index' ? 'INDEX' : instrument.kind === 'etf' ? 'ETF' : 'EQUITY',
      firstTradeDate: 1_292_855_400,
      regularMarketTime: last?.stamp ?? null,
      gmtoffset: 36_000,
      timezone: 'XXX',
      exchangeTimezoneName: zone,
      regularMarketPrice: lastRow?.close ?? null,
      regularMarketDayHigh: lastRow?.high ?? null,
      regularMarketDayLow: lastRow?.low ?? null,
      regularMarketVolume: lastRow?.volume ?? null,
      priceHint: 2,
      dataGranularity: '1d',
      range: '',
    },
    rows,
    dividends: [],
    splits: [],
    adjusted: true,
    cutCloses: 0,
  }
}

/** Rows that no `now` changes any more, by ticker and day: every test asks for the same seven years. */
const settledRows = new Map<string, readonly DraftRow[]>()

function settledRow(date: IsoDate, market: Market): DraftRow[] {
  const key = `${market.instrument.ticker} ${date}`
  const known = settledRows.get(key) ?? rowOn(date, market)
  settledRows.set(key, known)
  // Scenarios change them in place.
  return known.map((row) => ({ ...row }))
}

function rowOn(date: IsoDate, { instrument, sessions, now }: Market): DraftRow[] {
  const session = sessionOn(sessions, date)
  if (typeof session === 'string' || epochMs(session.openAt) / 1_000 + delaySeconds > epochMs(now) / 1_000)
    return []
  const number = sessions.dates.indexOf(date)
  const close = float32(closeOf(instrument.ticker, number))
  const open = float32(closeOf(instrument.ticker, number - 0.5))
  const high = Math.max(open, close)
  const low = Math.min(open, close)
  // After the close the row keeps the stamp of the last trade until the bar is final.
  const last = isFinalAt(sessions, date, now) ? null : latestTrade(sessions, date, now)
  return [
    {
      stamp: last?.stamp ?? epochMs(session.openAt) / 1_000,
      open,
      high: float32(high * 1.01),
      low: float32(low * 0.99),
      close,
      volume: instrument.kind === 'index' ? 0 : 1_000_000 + 1_000 * (number % 97),
      adjClose: close,
    },
  ]
}

/** The session of the last trade at `now` and its stamp; trades are told fifteen minutes late. */
function latestTrade(
  sessions: SessionIndex,
  today: IsoDate,
  now: Instant,
): { date: IsoDate; stamp: number } | null {
  const second = Math.floor(epochMs(now) / 1_000) - delaySeconds
  const days = sessionsBetween(sessions, addDays(today, -15), today).toReversed()
  for (const date of days) {
    const session = sessionOn(sessions, date)
    if (typeof session !== 'string' && epochMs(session.openAt) / 1_000 <= second)
      return { date, stamp: Math.min(second, epochMs(session.closeAt) / 1_000) }
  }
  return null
}

/** A smooth curve of its own per ticker, moving less than 3 % from one session to the next. */
function closeOf(ticker: string, number: number): number {
  const seed = Buffer.from(ticker).reduce((sum, byte) => sum + byte, 0)
  return 20 + (seed % 50) + 8 * Math.sin((number + seed) / 25) + 0.2 * Math.sin(number * 1.7)
}

/** Yahoo's figures are 32-bit floats. */
const float32 = (value: number): number => Math.fround(Math.round(value * 100) / 100)
