/** The state of 5,000 events on a day, parts included: the shipped catalogue thirty times over, asked on days from 2009 to 2027. */
import { policyEventsSchema, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { dateOfDayNumber, dayNumber } from '@oreline/shared/kernel/day-number.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { day } from '../support/brands.ts'
import { seedEvents } from '../support/seed-files.ts'
import { quantile, type Bench } from './bench.ts'

const EVENTS = 5_000
const DAYS = 400
const LIMIT_MS = 10

export const stateBench: Bench = {
  name: 'state',
  run: () => {
    const events = grown(seedEvents())
    const cold = timed(events, day('2026-11-21'))
    const first = dayNumber(day('2009-01-01'))
    const step = (dayNumber(day('2027-12-31')) - first) / DAYS
    const warm = Array.from({ length: DAYS }, (_, n) =>
      timed(events, dateOfDayNumber(first + Math.floor(n * step))),
    )
    const what = `of ${EVENTS} events on a day`
    return Promise.resolve([
      { what: `${what}, the first asked for`, value: cold, limit: LIMIT_MS, unit: 'ms' },
      { what: `${what}, median of ${DAYS} days`, value: quantile(warm, 0.5), limit: LIMIT_MS, unit: 'ms' },
      { what: `${what}, p95 of ${DAYS} days`, value: quantile(warm, 0.95), limit: LIMIT_MS, unit: 'ms' },
    ])
  },
}

function timed(events: readonly PolicyEvent[], date: IsoDate): number {
  const began = performance.now()
  const states = events.map((event) => stateAt(event, date))
  const took = performance.now() - began
  if (states.length !== EVENTS) throw new Error(`only ${states.length} states were computed`)
  return took
}

/** Each copy is an object of its own, as rows of a store are. */
function grown(events: readonly PolicyEvent[]): readonly PolicyEvent[] {
  const copies = Array.from({ length: Math.ceil(EVENTS / events.length) }, (_, n) =>
    structuredClone(events).map((event) => ({ ...event, id: `${event.id}-${n}` })),
  )
  return policyEventsSchema.parse(copies.flat().slice(0, EVENTS))
}
