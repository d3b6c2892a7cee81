/** What each line says about one day: the crosshair's figures. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { DrawnSession, PriceLine } from './price-line.ts'
import { firstAtOrAfter } from './thinning.ts'

/**
 * `session`: the day itself; `closed`: no session or no price that day, the figures are those of the session before;
 * `ended`: the day lies after the line's last session, whose figures these are; `absent`: before the line begins.
 */
export type Readout =
  | {
      readonly kind: 'session' | 'closed' | 'ended'
      readonly line: PriceLine
      readonly session: DrawnSession
      /** Against the session before, as a fraction; null for the first. */
      readonly change: number | null
      /** The day of that session where sessions between have no price; null: there are none. */
      readonly overHoleSince: IsoDate | null
    }
  | { readonly kind: 'absent'; readonly line: PriceLine }

/** One readout per line, in the lines' order. `ms` is a day's midnight. */
export function readoutsAt(lines: readonly PriceLine[], ms: number): readonly Readout[] {
  return lines.map((line) => readoutOf(line, ms))
}

/** The entry of `days` (ascending) nearest to a moment; undefined where there are none. */
export function nearestDay(days: readonly number[], ms: number): number | undefined {
  const place = placeOf(days, ms)
  const after = days[place]
  const before = days[place - 1]
  if (after === undefined || before === undefined) return after ?? before
  return after - ms < ms - before ? after : before
}

/** The place of the first day at or after `ms`. */
function placeOf(days: readonly number[], ms: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? Infinity) >= ms) high = middle
    else low = middle + 1
  }
  return low
}

function readoutOf(line: PriceLine, ms: number): Readout {
  const next = firstAtOrAfter(line.sessions, ms)
  const exact = line.sessions[next]?.ms === ms
  const place = exact ? next : next - 1
  const session = line.sessions[place]
  if (session === undefined) return { kind: 'absent', line }
  const before = line.sessions[place - 1]
  return {
    kind: exact ? 'session' : place === line.sessions.length - 1 ? 'ended' : 'closed',
    line,
    session,
    change: before === undefined ? null : session.value / before.value - 1,
    overHoleSince: before !== undefined && session.afterHole ? before.point.date : null,
  }
}
