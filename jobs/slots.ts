/** The moments of schedules, before and after a given one. Cron expressions are read in their own zones. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { epochMs, instantOf } from '@oreline/shared/kernel/instant.ts'
import { CronExpressionParser } from 'cron-parser'
import type { Job, Schedule } from './define-job.ts'
import type { Reference } from './reference-shelf.ts'

/** No exchange rests longer than the ten days of a Chinese New Year. */
const farthestMs = 14 * 86_400_000

/** The last moment of the schedule at or before `now`: what a tick of its clock stands for, however late it comes. */
export function lastSlot({ cron, timeZone }: Schedule, now: Instant): Instant {
  return [...slotsBefore([{ cron, timeZone }], now)][0] ?? now
}

/** The last moment at or before `now` on which the job was due; null: none within a fortnight. */
export function lastDueSlot(job: Job, reference: Reference, now: Instant): Instant | null {
  for (const slot of slotsBefore(job.schedules, now)) if (isDue(job, reference, slot)) return slot
  return null
}

/** The first moment after `now` on which the job will be due; null: none within a fortnight. */
export function nextDueSlot(job: Job, reference: Reference, now: Instant): Instant | null {
  for (const slot of slotsAfter(job.schedules, now)) if (isDue(job, reference, slot)) return slot
  return null
}

export const isDue = ({ isDue: due }: Job, reference: Reference, slot: Instant): boolean =>
  due === undefined || due(slot, reference)

function* slotsBefore(schedules: readonly Schedule[], now: Instant): Generator<Instant> {
  // The parser counts in whole seconds and looks strictly back.
  const from = Math.floor(epochMs(now) / 1_000) * 1_000 + 1_000
  const clocks = schedules.map((schedule) => clockAt(schedule, from))
  const heads = clocks.map((clock) => clock.prev().getTime())
  for (let latest = Math.max(...heads); latest > from - farthestMs; latest = Math.max(...heads)) {
    yield instantOf(latest)
    clocks.forEach((clock, place) => {
      if (heads[place] === latest) heads[place] = clock.prev().getTime()
    })
  }
}

function* slotsAfter(schedules: readonly Schedule[], now: Instant): Generator<Instant> {
  const from = epochMs(now)
  const clocks = schedules.map((schedule) => clockAt(schedule, from))
  const heads = clocks.map((clock) => clock.next().getTime())
  for (let first = Math.min(...heads); first < from + farthestMs; first = Math.min(...heads)) {
    yield instantOf(first)
    clocks.forEach((clock, place) => {
      if (heads[place] === first) heads[place] = clock.next().getTime()
    })
  }
}

const clockAt = ({ cron, timeZone }: Schedule, ms: number) =>
  CronExpressionParser.parse(cron, { currentDate: new Date(ms), tz: timeZone })
