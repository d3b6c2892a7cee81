import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { useEffect, useState } from 'react'
import { Temporal } from 'temporal-polyfill'

const UTC = timeZoneSchema.parse('UTC')

/** The browser's clock, read anew every `everyMs`. */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(readClock)
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** The day in UTC, which the server answers for when it is asked for no other. */
export const todayOf = (now: Instant): IsoDate => dateIn(UTC, now)

/** Today in UTC. */
export const useToday = (): IsoDate => todayOf(useNow(60_000))

const readClock = () => instantOf(Temporal.Now.instant().epochMilliseconds)
