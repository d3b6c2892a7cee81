/** The life of a part of an act: dates of its own, and what happens to the act as a whole. */
import type { IsoDate } from '../../kernel/brand.ts'
import type { PolicyEvent, Provision } from './event.ts'
import { isOver } from './life.ts'
import type { Life, LifeStep } from './life.ts'
import type { PolicyStepStatus } from './status.ts'

/**
 * Its own start and pause, then what later happened to the whole act. Where no part has a pause of its own, that of the
 * act is everybody's. A start within the pause did not happen (Announcement 61: foreign-made goods, planned for
 * 1 December 2025, paused on 7 November); nor did one after its last day, unless a step lifts the pause before.
 */
export function lifeOfProvision(event: PolicyEvent, provision: Provision): Life {
  const { effective_date: start } = provision
  const pause = event.provisions.some((part) => part.suspended_from !== null) ? provision : event
  const whole = stepsForParts(event, pause.suspended_from)
  const own: PlacedStep[] = []
  if (start !== null && !isOverOn(start, whole) && !isPaused(start, pause.suspended_from, whole))
    own.push({ date: start, status: 'effective', planned: true, place: start })
  if (pause.suspended_from !== null && !isOverOn(pause.suspended_from, whole))
    own.push({
      date: pause.suspended_from,
      status: 'suspended',
      planned: true,
      place: pause.suspended_from,
    })
  return {
    announcedOn: event.announced_date,
    startsOn: start,
    steps: [...own, ...whole].toSorted(byPlace),
    endsOn: event.end_date,
    suspendedUntil: pause.suspended_until,
  }
}

/** `place`: the day the step is ordered by; of a step without a date, that of the one before it. */
type PlacedStep = LifeStep & { readonly place: IsoDate }

const byPlace = (one: PlacedStep, other: PlacedStep) =>
  one.place === other.place ? 0 : one.place < other.place ? -1 : 1

/**
 * The steps of the act as its parts feel them: what ends it or revives it reaches every part, what lifts a pause those
 * that are paused; the rest is no more than an amendment to them.
 */
function stepsForParts(event: PolicyEvent, pausedFrom: IsoDate | null): readonly PlacedStep[] {
  let place = event.announced_date
  let isEnded = false
  return event.status_history.map(({ date, status }) => {
    place = date ?? place
    const revives = isEnded && (status === 'effective' || status === 'resumed' || status === 'suspended')
    if (date !== null && (endsAct(status) || revives)) isEnded = !revives
    return { date, status: feltAs(status, { revives, place, date, pausedFrom }), place }
  })
}

function feltAs(
  status: PolicyStepStatus,
  step: { revives: boolean; place: IsoDate; date: IsoDate | null; pausedFrom: IsoDate | null },
): PolicyStepStatus {
  if (endsAct(status)) return status
  // An act that is in force once more does not bring a part into force before its own start.
  if (step.revives) return status === 'effective' ? 'resumed' : status
  if (status === 'resumed' && step.pausedFrom !== null && step.place >= step.pausedFrom) return 'resumed'
  return status === 'suspended' && step.date === null && step.pausedFrom === null ? 'suspended' : 'amended'
}

function isPaused(start: IsoDate, pausedFrom: IsoDate | null, whole: readonly PlacedStep[]): boolean {
  if (pausedFrom === null || start < pausedFrom) return false
  return !whole.some(
    ({ date, status }) => status === 'resumed' && date !== null && date >= pausedFrom && date <= start,
  )
}

function isOverOn(date: IsoDate, whole: readonly PlacedStep[]): boolean {
  const latest = whole.findLast(
    (step) => step.date !== null && step.date <= date && step.status !== 'amended',
  )
  return latest !== undefined && endsAct(latest.status)
}

function endsAct(status: PolicyStepStatus): boolean {
  return status !== 'resumed' && status !== 'amended' && isOver(status)
}
