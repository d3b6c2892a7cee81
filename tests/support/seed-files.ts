import { readFileSync } from 'node:fs'
import { calendarsSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { buildSessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'

/** What a file of `migrations/seed` holds, unread by any schema. */
export function seedJson(
  name: 'instruments' | 'policy-events' | 'policy-claims' | 'calendars' | 'chain',
): object {
  return JSON.parse(readFileSync(new URL(`../../migrations/seed/${name}.json`, import.meta.url), 'utf8'))
}

export const seedCalendars = () => calendarsSchema.parse(seedJson('calendars'))

export function seedIndexes() {
  const { calendars } = seedCalendars()
  return {
    XNYS: buildSessionIndex(calendars.XNYS),
    XASX: buildSessionIndex(calendars.XASX),
    XSHG: buildSessionIndex(calendars.XSHG),
  }
}

export const seedEvents = () => policyEventsSchema.parse(seedJson('policy-events'))

/** The event of that id in the shipped catalogue. */
export function seedEvent(id: string): PolicyEvent {
  const event = seedEvents().find((candidate) => candidate.id === id)
  if (event === undefined) throw new Error(`the catalogue has no event ${id}`)
  return event
}
