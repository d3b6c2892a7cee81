/**
 * What lies ahead of an event and what has passed without an outcome: scheduled starts, ends, ends of pauses, promised
 * dates. Scheduled is not certain: nothing here changes a state (see lifecycle.ts).
 */
import * as z from 'zod'
import type { IsoDate } from '../../kernel/brand.ts'
import { lastDayOfMonth, lastDayOfYear } from '../calendar/wall-clock.ts'
import type { PolicyEvent, Provision } from './event.ts'
import { expectedPrecision } from './expected-precision.ts'
import type { ScheduledPrecision } from './expected-precision.ts'
import { isOver, lifeOf, lifeStateAt } from './life.ts'
import type { LifeState } from './life.ts'
import { lifeOfProvision } from './provision-life.ts'

/** `end` and `suspension-end` are last days, inclusive: the next day is the first on which something else may hold. */
export const scheduledKindSchema = z.enum([
  'effective',
  'provision-effective',
  'end',
  'suspension-end',
  'expected',
])
export type ScheduledKind = z.infer<typeof scheduledKindSchema>

export type ScheduledDate = {
  readonly date: IsoDate
  readonly kind: ScheduledKind
  /** The part of the act the date belongs to; null: the act as a whole. */
  readonly provision: string | null
  readonly precision: ScheduledPrecision
  /** What is to happen, in the catalogue's words; null: the kind says it all. */
  readonly note: string | null
  /** The date, or the whole span its precision names, lies before the day asked for, and no source says what happened. */
  readonly passedUnconfirmed: boolean
}

type Candidate = Omit<ScheduledDate, 'passedUnconfirmed'>

/** The last day of the span a date stands for. */
export const lastDayOf = {
  day: (date) => date,
  approximate: (date) => date,
  month: lastDayOfMonth,
  year: lastDayOfYear,
} as const satisfies Record<ScheduledPrecision, (date: IsoDate) => IsoDate>

/**
 * Dates on or after `at`, and earlier ones without an outcome, ascending; none for an event that is over or was not yet
 * announced. The catalogue does not keep since when a date was scheduled: for an `at` in the past, a date set since then
 * is listed too. An end brought by another act (superseded, revoked) was not scheduled and is left out.
 */
export function scheduledDates(event: PolicyEvent, at: IsoDate): readonly ScheduledDate[] {
  const state = lifeStateAt(lifeOf(event), at)
  if (state === null || isOver(state.value)) return []
  const fixed = [
    ...startOf(event, state, at),
    ...endOf(event, state),
    ...pauseEndOf(event, state),
    ...event.provisions.flatMap((provision) => datesOfProvision(event, provision, at)),
  ]
  return [...fixed.map((candidate) => explained(candidate, event)), ...promiseOf(event, state, at, fixed)]
    .map((candidate) => ({
      ...candidate,
      passedUnconfirmed: lastDayOf[candidate.precision](candidate.date) < at,
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** A start that has passed with its step is no longer scheduled. */
function startOf(event: PolicyEvent, state: LifeState, at: IsoDate): Candidate[] {
  const { effective_date: date } = event
  if (date === null || fallsInPause(date, event, state)) return []
  const hasStarted = date < at && (state.value === 'effective' || state.value === 'suspended')
  return hasStarted ? [] : [wholeDay('effective', date)]
}

function endOf(event: PolicyEvent, state: LifeState): Candidate[] {
  const { end_date: date } = event
  if (date === null || isSettled(date, state)) return []
  const broughtByAnotherAct = event.status_history.some(
    (step) => step.date === date && (step.status === 'superseded' || step.status === 'revoked'),
  )
  return broughtByAnotherAct ? [] : [wholeDay('end', date)]
}

function pauseEndOf(event: PolicyEvent, state: LifeState): Candidate[] {
  const { suspended_until: date } = event
  const lasts = date !== null && state.value === 'suspended' && !isSettled(date, state)
  return lasts ? [wholeDay('suspension-end', date)] : []
}

/** A step after that last day says what holds since. */
const isSettled = (last: IsoDate, { toldOn }: LifeState) => toldOn !== null && toldOn > last

/** Only dates that the act as a whole does not have already. */
function datesOfProvision(event: PolicyEvent, provision: Provision, at: IsoDate): Candidate[] {
  const { effective_date: start, suspended_until: pausedUntil } = provision
  const state = lifeStateAt(lifeOfProvision(event, provision), at)
  const candidates: Candidate[] = []
  if (state === null) return []
  const isAhead =
    state.value === 'announced' ||
    (state.value === 'suspended' && start !== null && pausedUntil !== null && start > pausedUntil)
  if (start !== null && start !== event.effective_date && isAhead) {
    candidates.push({
      ...wholeDay('provision-effective', start),
      provision: provision.id,
      note: provision.text,
    })
  }
  const isPaused = state.value === 'suspended' && pausedUntil !== null && !isSettled(pausedUntil, state)
  if (isPaused && pausedUntil !== event.suspended_until) {
    candidates.push({
      ...wholeDay('suspension-end', pausedUntil),
      provision: provision.id,
      note: provision.text,
    })
  }
  return candidates
}

/** The promised date, unless it is one of the others, falls in a pause, or a later step than the announcement tells the outcome. */
function promiseOf(
  event: PolicyEvent,
  state: LifeState,
  at: IsoDate,
  others: readonly Candidate[],
): Candidate[] {
  const { expected_date: date, expected_note: note } = event
  if (date === null || fallsInPause(date, event, state)) return []
  const told = event.status_history.some(
    (step) => step.date !== null && step.date >= date && step.date > event.announced_date && step.date <= at,
  )
  if (told || others.some((other) => other.date === date)) return []
  return [{ date, kind: 'expected', provision: null, precision: expectedPrecision(note), note }]
}

/** The promise's note says what a start or an end of the same day means. */
function explained(candidate: Candidate, event: PolicyEvent): Candidate {
  const sameDay = candidate.note === null && candidate.date === event.expected_date
  return sameDay ? { ...candidate, note: event.expected_note } : candidate
}

/** A date that a pause overtook: planned for a day on which the act was, or will be, suspended. */
function fallsInPause(date: IsoDate, event: PolicyEvent, state: LifeState): boolean {
  if (state.value !== 'suspended' || date < state.since) return false
  return event.suspended_until === null || date <= event.suspended_until
}

function wholeDay(kind: ScheduledKind, date: IsoDate): Candidate {
  return { date, kind, provision: null, precision: 'day', note: null }
}
