import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../kernel/brand.ts'
import { dateOfDayNumber } from '../../kernel/day-number.ts'
import type { TimeZone } from './calendar.ts'

const DAY_MS = 86_400_000
const SPAN_MS = 28 * DAY_MS

/**
 * `dateIn` of many moments of one zone, in milliseconds since 1970 UTC: the zone is asked only about the ends of spans of
 * four weeks. Where they have the same offset, so has every moment between. (A zone that changes there and back within
 * one would be asked in vain; none of the exchanges' has done so since calendars begin.)
 */
export function buildDayIn(zone: TimeZone): (epochMs: number) => IsoDate {
  const steady = new Map<number, number | null>()
  return (epochMs) => {
    const span = Math.floor(epochMs / SPAN_MS)
    let offsetMs = steady.get(span)
    if (offsetMs === undefined) {
      const [start, end] = [offsetAt(span * SPAN_MS, zone), offsetAt((span + 1) * SPAN_MS, zone)]
      offsetMs = start === end ? start : null
      steady.set(span, offsetMs)
    }
    return dateOfDayNumber(Math.floor((epochMs + (offsetMs ?? offsetAt(epochMs, zone))) / DAY_MS))
  }
}

/** What the zone is ahead of UTC at that moment. */
function offsetAt(epochMs: number, zone: TimeZone): number {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
}
