import { wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { sessionOn, type Session } from '@oreline/shared/domain/calendar/sessions.ts'
import { dateIn, instantAt, isWeekday } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'

/** `session`: prices move; `close`: the day's bars are final now; `morning`: last sessions once more, for corrections. */
export type QuoteSlotKind = 'session' | 'close' | 'morning'

/** Slots are ten minutes apart. */
const slotMs = 600_000
const morning = wallTimeSchema.parse('08:00')

type Hours = Pick<Session, 'openAt' | 'closeAt' | 'lunch'> & { readonly marginMinutes: number }

/**
 * What quotes of an exchange are asked for at a moment; null: nothing. Half-days close early with a margin of their own.
 * Past the calendar every weekday counts as a session of regular hours: asking in vain is better than missing one.
 */
export function quoteSlotKind(index: SessionIndex, at: Instant): QuoteSlotKind | null {
  const { timezone } = index.calendar
  const date = dateIn(timezone, at)
  const hours = hoursOn(index, date)
  if (hours === null) return null
  const { openAt, closeAt, lunch, marginMinutes } = hours
  const ms = epochMs(at)
  const isFirstFrom = (startMs: number) => ms >= startMs && ms < startMs + slotMs
  if (isFirstFrom(epochMs(instantAt(date, morning, timezone)))) return 'morning'
  if (isFirstFrom(epochMs(closeAt) + marginMinutes * 60_000)) return 'close'
  const rests = lunch !== null && ms > epochMs(lunch.from) && ms <= epochMs(lunch.to)
  return ms > epochMs(openAt) && ms <= epochMs(closeAt) && !rests ? 'session' : null
}

function hoursOn(index: SessionIndex, date: ReturnType<typeof dateIn>): Hours | null {
  const { timezone, regular, finalAfterMinutes } = index.calendar
  const session = sessionOn(index, date)
  if (session === 'closed' || (session === 'unknown' && !isWeekday(date))) return null
  if (session !== 'unknown')
    return {
      ...session,
      marginMinutes: session.earlyClose ? finalAfterMinutes.early : finalAfterMinutes.regular,
    }
  return {
    openAt: instantAt(date, regular.open, timezone),
    closeAt: instantAt(date, regular.close, timezone),
    lunch:
      regular.lunch === null
        ? null
        : {
            from: instantAt(date, regular.lunch.from, timezone),
            to: instantAt(date, regular.lunch.to, timezone),
          },
    marginMinutes: finalAfterMinutes.regular,
  }
}
