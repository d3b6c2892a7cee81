/** What must hold of an event's state on every day, whatever its steps: said apart from the code that computes it. */
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { scheduledDates } from '@oreline/shared/domain/policy/schedule.ts'
import { spansOf } from '@oreline/shared/domain/policy/spans.ts'
import type { PolicyState } from '@oreline/shared/domain/policy/state.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

const over = new Set<string>(['expired', 'superseded', 'revoked'])
const beforeEffect = new Set<string>(['proposed', 'reported', 'announced'])

/** The laws broken on those days (ascending, without a hole), each as `day: law`. */
export function brokenLaws(event: PolicyEvent, days: readonly IsoDate[]): readonly string[] {
  const broken: string[] = []
  const last = days.at(-1)
  if (last === undefined) return broken
  const spans = spansOf(event, last)
  const turns = turnsOf(event)
  let before: PolicyState | null = null
  for (const date of days) {
    const state = stateAt(event, date)
    const law = (holds: boolean, name: string) => {
      if (!holds) broken.push(`${date}: ${name}, ${JSON.stringify(before)} then ${JSON.stringify(state)}`)
    }
    law((state === null) === date < event.announced_date, 'public from the announcement on, never before')
    if (state === null) continue
    law(state.since >= event.announced_date && state.since <= date, 'since lies within the life so far')
    law(state.unconfirmed === true ? isDoubtful(event, state, date) : !hasRunOut(event, state, date), 'doubt')
    const shown = spans.filter(
      ({ from, to, provision }) => provision === undefined && from <= date && (to === null || date < to),
    )
    const isDrawn = state.value === 'effective' || state.value === 'suspended'
    law(
      isDrawn
        ? shown.length === 1 && shown[0]?.state === state.value && shown[0].unconfirmed === state.unconfirmed
        : shown.length === 0,
      'spans say the same',
    )
    for (const part of state.provisions ?? []) {
      law(part.since >= event.announced_date && part.since <= date, 'since of a part')
      law(over.has(part.value) === over.has(state.value), 'a part is over when the act is')
    }
    law((state.provisions ?? []).length === event.provisions.length, 'every part has a state')
    if (before !== null && before.value !== state.value) {
      law(state.since === date, 'a new state begins today')
      law(turns.has(date), 'changes on a step only')
      const cameBack = over.has(before.value) && !over.has(state.value)
      law(!cameBack || isStep(event, date, ['effective', 'resumed', 'suspended']), 'over is over')
    } else if (before !== null) {
      law(state.since === before.since, 'a state that lasts keeps its first day')
    }
    const turned = before === null || JSON.stringify(before) !== JSON.stringify(state)
    if (turned) for (const fault of scheduleFaults(event, state, date)) law(false, fault)
    before = state
  }
  return broken
}

/** Days on which the whole act may pass from one state to another. */
function turnsOf(event: PolicyEvent): ReadonlySet<string> {
  return new Set(event.status_history.flatMap(({ date }) => (date === null ? [] : [date])))
}

function isStep(event: PolicyEvent, date: IsoDate, statuses: readonly string[]): boolean {
  return event.status_history.some((step) => step.date === date && statuses.includes(step.status))
}

function lastsBefore(event: PolicyEvent, state: PolicyState, date: IsoDate): readonly IsoDate[] {
  const lasts = [event.end_date, state.value === 'suspended' ? event.suspended_until : null]
  return lasts.flatMap((last) => (last !== null && last < date ? [last] : []))
}

/** There must be a reason to doubt: a last day that has passed, or a step of unknown day. */
function isDoubtful(event: PolicyEvent, state: PolicyState, date: IsoDate): boolean {
  if (event.status_history.some((step) => step.date === null)) return true
  return !over.has(state.value) && lastsBefore(event, state, date).length > 0
}

/** Doubt is due: a last day has passed and no step since says what holds. */
function hasRunOut(event: PolicyEvent, state: PolicyState, date: IsoDate): boolean {
  if (over.has(state.value)) return false
  return lastsBefore(event, state, date).some((last) =>
    event.status_history.every(
      (step) =>
        step.date === null ||
        step.date > date ||
        step.date <= last ||
        step.status === 'amended' ||
        beforeEffect.has(step.status),
    ),
  )
}

/** A last day shown as passed and open leaves the state unconfirmed, and an act that is over has nothing ahead. */
function scheduleFaults(event: PolicyEvent, state: PolicyState, date: IsoDate): readonly string[] {
  const dates = scheduledDates(event, date)
  if (over.has(state.value)) return dates.length === 0 ? [] : ['nothing is ahead of what is over']
  const open = dates.some(
    ({ kind, provision, passedUnconfirmed }) =>
      passedUnconfirmed && provision === null && (kind === 'end' || kind === 'suspension-end'),
  )
  return open && state.unconfirmed !== true ? ['a last day passed, and nobody doubts it'] : []
}
