/** A series made ready to draw: its points on the axis, rebased or in price, with its holes. */
import { sessionsBefore, sessionsThrough } from '@oreline/shared/domain/calendar/session-index.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { RebaseBase } from '@oreline/shared/domain/prices/rebase.ts'
import { rebaseBase, rebased } from '@oreline/shared/domain/prices/rebase.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { GapWords } from './gap-words.ts'
import type { LinePoint } from './thinning.ts'
import { DAY_MS, dayMs } from './time-scale.ts'
import type { ChartSeries, TimelinePoint } from './timeline.ts'

/**
 * No exchange rests this long (Shanghai's longest, Spring Festival 2020, was eleven days): between points further
 * apart than this, sessions are missing and the line breaks.
 */
const LONGEST_REST_MS = 15 * DAY_MS

/** `base` null in mode `price`, and in mode `rebased` where no session lies on or after the day: then nothing is drawn. */
export type PriceLine = {
  readonly series: ChartSeries
  readonly base: RebaseBase | null
  /** Ascending; null values break the line. */
  readonly drawn: readonly LinePoint[]
  /** The sessions that have a value, as given, ascending; `ms` and `value` as drawn. */
  readonly sessions: readonly DrawnSession[]
}

/**
 * A session with the value the line shows for it, on the scale of the chart's mode. `afterHole`: the line breaks before
 * it, so that its change against the session before runs over sessions without a price.
 */
export type DrawnSession = {
  readonly ms: number
  readonly value: number
  readonly point: TimelinePoint
  readonly afterHole: boolean
}

/**
 * The line of a series in the chart's mode; `baseDate` is the day from which its base is looked for. `sessions` are those
 * of its exchange: where one of them has no point, the line breaks; undefined: not known yet.
 */
export function priceLine(
  series: ChartSeries,
  mode: 'rebased' | 'price',
  baseDate: IsoDate,
  sessions: SessionIndex | undefined,
): PriceLine {
  const base = mode === 'rebased' ? rebaseBase(series.points, baseDate) : null
  if (mode === 'rebased' && base === null) return { series, base, drawn: [], sessions: [] }
  const drawn: LinePoint[] = []
  const priced: DrawnSession[] = []
  const longestRestMs = longestRestOf(series)
  let before: IsoDate | null = null
  const breakAt = (ms: number) => {
    drawn.push({ ms, value: null })
  }
  for (const point of series.points) {
    const { date } = point
    const ms = dayMs(date)
    if (before !== null && isGap(before, date, sessions, longestRestMs)) breakAt(dayMs(before) + DAY_MS)
    before = date
    if (point.value === null) {
      breakAt(ms)
      continue
    }
    const value = base === null ? point.value : rebased(point.value, base)
    const afterHole = priced.length > 0 && drawn.at(-1)?.value === null
    drawn.push({ ms, value })
    priced.push({ ms, value, point, afterHole })
  }
  return { series, base, drawn, sessions: priced }
}

function longestRestOf({ longestRestDays: days }: ChartSeries): number {
  if (days === undefined) return LONGEST_REST_MS
  return days === null ? Infinity : days * DAY_MS
}

/** Whether a session lies between two points, or so many days that there must be one. */
function isGap(
  before: IsoDate,
  after: IsoDate,
  sessions: SessionIndex | undefined,
  longestRestMs: number,
): boolean {
  if (sessions !== undefined && sessionsBefore(sessions, after) > sessionsThrough(sessions, before))
    return true
  return dayMs(after) - dayMs(before) > longestRestMs
}

/** The days on which any of the lines has a value, or is known to have a gap within it, in epoch milliseconds, ascending. */
export function sessionDays(lines: readonly PriceLine[], gaps?: GapWords): readonly number[] {
  const days = new Set(lines.flatMap(({ sessions }) => sessions.map(({ ms }) => ms)))
  for (const { series, sessions } of lines) {
    const first = sessions[0]?.ms ?? Infinity
    const last = sessions.at(-1)?.ms ?? -Infinity
    for (const date of gaps?.get(series.ticker)?.keys() ?? []) {
      const ms = dayMs(date)
      if (ms > first && ms < last) days.add(ms)
    }
  }
  return [...days].toSorted((one, other) => one - other)
}
