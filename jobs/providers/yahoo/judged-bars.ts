/** Bars judged against the calendar and against each other: what the row alone cannot tell. */
import { isCovered, sessionsBefore } from '@oreline/shared/domain/calendar/session-index.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Bar, BarFlag, CorporateAction } from '@oreline/shared/domain/prices/bar.ts'
import { doubtfulPlaces } from '@oreline/shared/domain/prices/jumps.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

/** A day's move beyond this is doubted until the next day confirms it, where the exchange sets no limit of its own. */
const usualLimit = 0.4

/** `session` and `closed` are known; `unknown` lies beyond the calendar's horizon and is taken as it comes. */
function dayKind(sessions: SessionIndex, date: IsoDate): 'session' | 'closed' | 'unknown' {
  if (!isCovered(sessions, date)) return 'unknown'
  return sessions.dates[sessionsBefore(sessions, date)] === date ? 'session' : 'closed'
}

/** `dropped`: how many rows only repeated the one before. */
type Sifted = { readonly bars: readonly Bar[]; readonly dropped: number }

/**
 * Leaves out bars that repeat the bar before in every figure: Yahoo's answer to a holiday. Days without trade are real
 * and stay. A bar with figures of its own on a closed day is kept and marked `off_calendar`.
 */
export function siftRepeats(bars: readonly Bar[], sessions: SessionIndex): Sifted {
  const kept: Bar[] = []
  for (const bar of bars) {
    const closed = dayKind(sessions, bar.date) === 'closed'
    const before = kept.at(-1)
    const repeats = before !== undefined && sameFigures(bar, before)
    if (repeats && (closed || !bar.flags.includes('no_trade'))) continue
    kept.push(closed ? withFlag(bar, 'off_calendar') : bar)
  }
  return { bars: kept, dropped: bars.length - kept.length }
}

/**
 * Marks closes that stand alone as `suspect`. Splits are no excuse, Yahoo's history is adjusted for them; dividends are.
 * A change by a factor of about 100 is an error of unit and no following day confirms it.
 */
export function markSuspects(
  bars: readonly Bar[],
  actions: readonly CorporateAction[],
  instrument: Pick<Instrument, 'price_limit_percent'>,
): readonly Bar[] {
  const limitPercent = instrument.price_limit_percent
  const exDates = new Set(actions.flatMap(({ kind, exDate }) => (kind === 'dividend' ? [exDate] : [])))
  const usable = bars.filter(({ flags }) => !flags.includes('off_calendar'))
  const places = doubtfulPlaces(
    usable.map(({ close }) => close),
    {
      limit: limitPercent === undefined ? usualLimit : (limitPercent + 1) / 100,
      excused: (place) => usable.slice(place, place + 1).some(({ date }) => exDates.has(date)),
      impossible: (ratio) => Math.abs(Math.abs(Math.log10(ratio)) - 2) < 0.05,
    },
  )
  const suspects = new Set(places.map((place) => usable[place]))
  return bars.map((bar) => (suspects.has(bar) ? withFlag(bar, 'suspect') : bar))
}

const withFlag = (bar: Bar, flag: BarFlag): Bar => ({ ...bar, flags: [...bar.flags, flag] })

const sameFigures = (a: Bar, b: Bar): boolean =>
  a.open === b.open && a.high === b.high && a.low === b.low && a.close === b.close && a.volume === b.volume
