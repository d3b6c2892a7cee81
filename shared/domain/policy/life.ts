/**
 * The life of an act, or of a part of it: dated steps and the last days of an end and a pause. What holds on a day is
 * read from the steps alone; a date that passes without a step changes nothing, it only leaves the state unconfirmed.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import { addDays } from '../calendar/wall-clock.ts'
import type { PolicyEvent, PolicyStep } from './event.ts'
import type { PolicyStateValue, PolicyStepStatus } from './status.ts'

export type LifeStep = Pick<PolicyStep, 'date' | 'status'> & {
  /** Read from a date that was set, not from what a source says happened: it settles no doubt. */
  readonly planned?: true
}

export type Life = {
  readonly announcedOn: IsoDate
  /** The first day of effect as planned; null: none known. Whether it came is told by the steps. */
  readonly startsOn: IsoDate | null
  /** In order of occurrence; a step without a date happened at some time after the one before it. */
  readonly steps: readonly LifeStep[]
  /** Last days, inclusive; null: none known. */
  readonly endsOn: IsoDate | null
  readonly suspendedUntil: IsoDate | null
}

/** `unconfirmed`: an end or pause has passed untold, or a step of unknown day follows. */
export type LifeState = {
  readonly value: PolicyStateValue
  readonly since: IsoDate
  readonly unconfirmed: boolean
  /** The newest dated step that says what holds; a last day before it is settled. null: there was none. */
  readonly toldOn: IsoDate | null
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

/** What is merely reported or announced does not say what holds, and an amendment may be of anything. */
const tellsWhatHolds: Readonly<Record<PolicyStepStatus, boolean>> = {
  proposed: false,
  reported: false,
  announced: false,
  effective: true,
  suspended: true,
  resumed: true,
  amended: false,
  expired: true,
  superseded: true,
  revoked: true,
}

/** The life of the act as a whole. */
export function lifeOf(event: PolicyEvent): Life {
  return {
    announcedOn: event.announced_date,
    startsOn: event.effective_date,
    steps: event.status_history,
    endsOn: event.end_date,
    suspendedUntil: event.suspended_until,
  }
}

/** What holds on `date`; null before the announcement. A step dated before the announcement counts from it. */
export function lifeStateAt(life: Life, date: IsoDate): LifeState | null {
  const { announcedOn, startsOn } = life
  if (date < announcedOn) return null
  let value: PolicyStateValue = 'announced'
  let since = announcedOn
  // What held when the day of the step at hand began: a day that ends as it began has changed nothing.
  let valueBefore: PolicyStateValue = value
  let sinceBefore = since
  let dayUnknown = false
  let toldOn: IsoDate | null = null
  for (const { date: on, status, planned } of life.steps) {
    if (on === null) {
      dayUnknown ||= leadsTo[status] !== null
      continue
    }
    if (on > date) break
    if (planned !== true) {
      dayUnknown = false
      if (tellsWhatHolds[status]) toldOn = on
    }
    const reached = stateAfter(value, status, startsOn === null || on >= startsOn)
    if (reached === value) continue
    const day = on < announcedOn ? announcedOn : on
    if (day !== since) {
      valueBefore = value
      sinceBefore = since
    }
    value = reached
    since = value === valueBefore ? sinceBefore : day
  }
  return { value, since, toldOn, unconfirmed: dayUnknown || hasRunOut(life, value, toldOn, date) }
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
 * amendment changes no state, and what is taken up again before its planned start is announced once more.
 */
function stateAfter(
  value: PolicyStateValue,
  step: PolicyStepStatus,
  startHasCome: boolean,
): PolicyStateValue {
  if (step === 'resumed' && !startHasCome) return value === 'suspended' || isOver(value) ? 'announced' : value
  const reached = leadsTo[step]
  if (reached === null) return value
  return isBeforeEffect(reached) && !isBeforeEffect(value) ? value : reached
}

function isBeforeEffect(status: PolicyStepStatus): boolean {
  return status === 'proposed' || status === 'reported' || status === 'announced'
}

/** A last day has passed, and no step after it says what holds since. */
function hasRunOut(life: Life, value: PolicyStateValue, toldOn: IsoDate | null, date: IsoDate): boolean {
  if (isOver(value)) return false
  return (
    (value === 'suspended' && passedUntold(life.suspendedUntil, toldOn, date)) ||
    passedUntold(life.endsOn, toldOn, date)
  )
}

function passedUntold(last: IsoDate | null, toldOn: IsoDate | null, date: IsoDate): boolean {
  return last !== null && date > last && (toldOn === null || toldOn <= last)
}
