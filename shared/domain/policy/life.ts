/**
 * The life of an act, or of a part of it: dated steps and the last days of an end and a pause. What holds on a day is
 * read from the steps alone; a date that passes without a step changes nothing, it only leaves the state unconfirmed.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import { addDays } from '../calendar/wall-clock.ts'
import type { PolicyEvent, PolicyStep, Provision } from './event.ts'
import type { PolicyStateValue, PolicyStepStatus } from './status.ts'

export type Life = {
  readonly announcedOn: IsoDate
  /** In order of occurrence; a step without a date happened at some time after the one before it. */
  readonly steps: readonly Pick<PolicyStep, 'date' | 'status'>[]
  /** Last days, inclusive; null: none known. */
  readonly endsOn: IsoDate | null
  readonly suspendedUntil: IsoDate | null
}

/** `unconfirmed`: an end or pause has passed, or a step of unknown day follows. */
export type LifeState = {
  readonly value: PolicyStateValue
  readonly since: IsoDate
  readonly unconfirmed: boolean
}

/** The state a step leads to; null: it leaves the state as it is. */
const leadsTo = {
  proposed: 'proposed',
  reported: 'reported',
  announced: 'announced',
  effective: 'effective',
  suspended: 'suspended',
  resumed: 'effective',
  amended: null,
  expired: 'expired',
  superseded: 'superseded',
  revoked: 'revoked',
} as const satisfies Record<PolicyStepStatus, PolicyStateValue | null>

/** The life of the act as a whole. */
export function lifeOf(event: PolicyEvent): Life {
  return {
    announcedOn: event.announced_date,
    steps: event.status_history,
    endsOn: event.end_date,
    suspendedUntil: event.suspended_until,
  }
}

/**
 * The life of a part: its own start and pause, then what later happened to the whole act. A start that falls within
 * the pause did not happen (Announcement 61: foreign-made goods, planned for 1 December 2025, paused on 7 November).
 */
export function lifeOfProvision(event: PolicyEvent, provision: Provision): Life {
  const { effective_date: start, suspended_from: pausedFrom, suspended_until: pausedUntil } = provision
  const startsInPause =
    start !== null &&
    pausedFrom !== null &&
    start >= pausedFrom &&
    (pausedUntil === null || start <= pausedUntil)
  const ownSteps = [
    { date: startsInPause ? null : start, status: 'effective' as const },
    { date: pausedFrom, status: 'suspended' as const },
  ].filter(({ date }) => date !== null)
  const stepsOfTheWhole = event.status_history.filter(({ status }) => appliesToEveryPart(status))
  return {
    announcedOn: event.announced_date,
    steps: [...ownSteps, ...stepsOfTheWhole].toSorted(byDateUnknownLast),
    endsOn: event.end_date,
    suspendedUntil: pausedUntil,
  }
}

/** What holds on `date`; null before the announcement. A step dated before the announcement counts from it. */
export function lifeStateAt(life: Life, date: IsoDate): LifeState | null {
  if (date < life.announcedOn) return null
  let value: PolicyStateValue = 'announced'
  let since = life.announcedOn
  let dayUnknown = false
  for (const step of life.steps) {
    if (step.date === null) {
      dayUnknown ||= leadsTo[step.status] !== null
      continue
    }
    if (step.date > date) break
    dayUnknown = false
    const reached = stateAfter(value, step.status)
    if (reached === value) continue
    value = reached
    since = step.date < life.announcedOn ? life.announcedOn : step.date
  }
  return { value, since, unconfirmed: dayUnknown || hasRunOut(life, value, date) }
}

/** The days on which what holds may change, in no order and with repeats: a state can differ only from one of them on. */
export function turningPoints(life: Life): readonly IsoDate[] {
  const steps = life.steps.flatMap(({ date }) => (date === null ? [] : [date]))
  const dayAfter = [life.endsOn, life.suspendedUntil].flatMap((date) =>
    date === null ? [] : [addDays(date, 1)],
  )
  return [life.announcedOn, ...steps.filter((date) => date > life.announcedOn), ...dayAfter]
}

/** Whether an act in that state can still end, resume or take effect. */
export function isOver(value: PolicyStateValue): boolean {
  return value === 'expired' || value === 'superseded' || value === 'revoked'
}

/**
 * An announcement never takes back what is already in force (the price of a quarter is announced after it began), an
 * amendment changes no state.
 */
function stateAfter(value: PolicyStateValue, step: PolicyStepStatus): PolicyStateValue {
  const reached = leadsTo[step]
  if (reached === null) return value
  return isBeforeEffect(reached) && !isBeforeEffect(value) ? value : reached
}

function isBeforeEffect(value: PolicyStateValue): boolean {
  return value === 'proposed' || value === 'reported' || value === 'announced'
}

function byDateUnknownLast(one: Life['steps'][number], other: Life['steps'][number]): number {
  if (one.date === other.date) return 0
  if (one.date === null) return 1
  if (other.date === null) return -1
  return one.date < other.date ? -1 : 1
}

function hasRunOut(life: Life, value: PolicyStateValue, date: IsoDate): boolean {
  if (isOver(value)) return false
  const pauseHasPassed = value === 'suspended' && life.suspendedUntil !== null && date > life.suspendedUntil
  return pauseHasPassed || (life.endsOn !== null && date > life.endsOn)
}

function appliesToEveryPart(status: PolicyStepStatus): boolean {
  return status === 'resumed' || status === 'expired' || status === 'superseded' || status === 'revoked'
}
