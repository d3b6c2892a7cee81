/** An event after what became of one of its dates: a new step, and the date where it moved. */
import type { IsoDate } from '../../kernel/brand.ts'
import { addDays } from '../calendar/wall-clock.ts'
import type { PolicyEvent, PolicyStep } from './event.ts'
import { expectedPrecision } from './expected-precision.ts'
import { lifeOf, lifeStateAt } from './life.ts'
import { possibleOutcomes, type Outcome } from './outcome.ts'
import { scheduledDates } from './schedule.ts'
import type { PolicyStateValue, PolicyStepStatus } from './status.ts'

/** `field`: of the outcome; `why` is a clause for a reader. */
export type OutcomeResult =
  | { readonly kind: 'changed'; readonly event: PolicyEvent }
  | { readonly kind: 'refused'; readonly field: keyof Outcome; readonly why: string }

/**
 * The changed event, not yet held against the catalogue. `today` bounds the day on which something can have happened,
 * `evidenceOn` is the newest day a source bears.
 */
export function withOutcome(
  event: PolicyEvent,
  outcome: Outcome,
  { today, evidenceOn }: { readonly today: IsoDate; readonly evidenceOn: IsoDate },
): OutcomeResult {
  const fault = faultOf(event, outcome, today)
  if (fault !== null) return { kind: 'refused', ...fault }
  const state = lifeStateAt(lifeOf(event), outcome.date)
  const status = stepOf(outcome, state === null || isAhead(state.value))
  const step: PolicyStep = { date: outcome.date, status, note: outcome.note, related: outcome.by }
  const moved: PolicyEvent = {
    ...event,
    ...datesAfter(event, outcome),
    status_history: inserted(event.status_history, step),
    superseded_by:
      outcome.what === 'superseded' && outcome.by !== null && !event.superseded_by.includes(outcome.by)
        ? [...event.superseded_by, outcome.by]
        : event.superseded_by,
  }
  const newest = evidenceOn > outcome.date ? evidenceOn : outcome.date
  const held = lifeStateAt(lifeOf(moved), newest)
  const changed: PolicyEvent = {
    ...moved,
    status: held?.value ?? event.status,
    status_as_of: newest,
    status_note: null,
  }
  const isOpen = scheduledDates(changed, today).some(({ passedUnconfirmed }) => passedUnconfirmed)
  return { kind: 'changed', event: { ...changed, review_needed: isOpen } }
}

type Fault = { readonly field: keyof Outcome; readonly why: string }

function faultOf(event: PolicyEvent, outcome: Outcome, today: IsoDate): Fault | null {
  const { kind, provision, what, date, until, by } = outcome
  const scheduled = dateAsked(event, outcome)
  if (scheduled === null)
    return provision === null
      ? { field: 'kind', why: `the event has no date of the kind ${kind}` }
      : { field: 'provision', why: `the event has no part ${provision} with a date of the kind ${kind}` }
  if (!possibleOutcomes[kind].includes(what))
    return {
      field: 'what',
      why: `a date of the kind ${kind} is ${possibleOutcomes[kind].join(', ')}, not ${what}`,
    }
  if (provision !== null && what !== 'extended')
    return {
      field: 'what',
      why: 'of a part alone only an extension can be recorded; record it for the act as a whole',
    }
  if (date > today) return { field: 'date', why: `${date} has not come yet` }
  if (date < event.announced_date)
    return { field: 'date', why: `lies before the announcement, ${event.announced_date}` }
  if (what === 'resumed' && event.suspended_from !== null && date <= event.suspended_from)
    return { field: 'date', why: `lies before the pause, which began on ${event.suspended_from}` }
  if (what === 'extended') {
    if (until === null) return { field: 'until', why: 'an extension needs the new date' }
    if (until <= scheduled)
      return { field: 'until', why: `does not lie after ${scheduled}, the date it moves` }
    if (kind === 'expected' && expectedPrecision(promiseNote(outcome)) !== outcome.precision)
      return { field: 'note', why: 'its words name another precision of the new date than was chosen' }
  } else if (until !== null) return { field: 'until', why: 'only an extension has a new date' }
  if (by === event.id) return { field: 'by', why: 'an event cannot have done it to itself' }
  if (what === 'superseded' && by === null) return { field: 'by', why: 'name the event that superseded it' }
  return null
}

/** The date the outcome is about; null: there is none. */
function dateAsked(
  event: PolicyEvent,
  { kind, provision }: Pick<Outcome, 'kind' | 'provision'>,
): IsoDate | null {
  const part = event.provisions.find(({ id }) => id === provision)
  if (provision !== null) {
    if (kind === 'provision-effective') return part?.effective_date ?? null
    return kind === 'suspension-end' ? (part?.suspended_until ?? null) : null
  }
  switch (kind) {
    case 'effective':
      return event.effective_date
    case 'provision-effective':
      return null
    case 'end':
      return event.end_date
    case 'suspension-end':
      return event.suspended_until
    case 'expected':
      return event.expected_date
  }
}

/** A promise kept or a start is the act taking effect; of an act in force already it is a step that changes no state. */
function stepOf({ what, kind }: Outcome, wasAhead: boolean): PolicyStepStatus {
  switch (what) {
    case 'resumed':
      return 'resumed'
    case 'extended':
      return 'amended'
    case 'ended':
      return 'expired'
    case 'revoked':
    case 'superseded':
      return what
    case 'took-effect':
      return wasAhead ? 'effective' : 'amended'
    case 'did-not-happen':
      return kind === 'effective' && wasAhead ? 'revoked' : 'amended'
  }
}

type Dates = Partial<
  Pick<
    PolicyEvent,
    'effective_date' | 'end_date' | 'suspended_until' | 'expected_date' | 'expected_note' | 'provisions'
  >
>

function datesAfter(event: PolicyEvent, outcome: Outcome): Dates {
  const { kind, what, date, until, provision } = outcome
  switch (what) {
    case 'extended':
      return until === null ? {} : movedTo(event, outcome, until)
    case 'resumed':
      return { suspended_until: addDays(date, -1), ...partsMoved(event, addDays(date, -1)) }
    case 'ended':
    case 'revoked':
    case 'superseded':
      return { end_date: date, ...settled(event, date) }
    case 'took-effect':
      if (kind === 'effective') return { effective_date: date, ...settled(event, date) }
      return { ...(event.effective_date === null ? { effective_date: date } : {}), ...settled(event, date) }
    case 'did-not-happen':
      return {
        ...(kind === 'effective' && provision === null ? { effective_date: null } : {}),
        ...settled(event, date),
      }
  }
}

/** A promise is settled by a step on or after its day; one that was settled earlier has no day any more. */
function settled(event: PolicyEvent, date: IsoDate): Dates {
  const isLater = event.expected_date !== null && event.expected_date > date
  return isLater ? { expected_date: null, expected_note: null } : {}
}

function movedTo(event: PolicyEvent, outcome: Outcome, until: IsoDate): Dates {
  const { kind, provision } = outcome
  const isPromise =
    event.expected_date !== null && event.expected_date === dateAsked(event, { kind, provision })
  const promise = isPromise ? { expected_date: until } : {}
  if (provision !== null)
    return {
      provisions: event.provisions.map((part) => {
        if (part.id !== provision) return part
        return kind === 'suspension-end'
          ? { ...part, suspended_until: until }
          : { ...part, effective_date: until }
      }),
    }
  switch (kind) {
    case 'effective':
      return { effective_date: until, ...promise }
    case 'end':
      return { end_date: until, ...promise }
    case 'suspension-end':
      return { suspended_until: until, ...partsMoved(event, until), ...promise }
    case 'expected':
      return { expected_date: until, expected_note: promiseNote(outcome) }
    case 'provision-effective':
      return {}
  }
}

/** The catalogue keeps how exact a promise is in its note alone. */
const promiseNote = ({ note, precision }: Outcome): string => `${note}${precisionMark[precision]}`

const precisionMark: Readonly<Record<Outcome['precision'], string>> = {
  day: '',
  month: ' (month)',
  year: ' (year only)',
  approximate: ' (about)',
}

/** Parts that pause as long as the act go on with it. */
function partsMoved(event: PolicyEvent, until: IsoDate): Pick<PolicyEvent, 'provisions'> {
  return {
    provisions: event.provisions.map((part) =>
      part.suspended_until !== null && part.suspended_until === event.suspended_until
        ? { ...part, suspended_until: until }
        : part,
    ),
  }
}

/** Before the first step of a later day: steps stand in order of occurrence. */
function inserted(steps: readonly PolicyStep[], step: PolicyStep): PolicyStep[] {
  const later = steps.findIndex(({ date }) => date !== null && step.date !== null && date > step.date)
  return later === -1 ? [...steps, step] : steps.toSpliced(later, 0, step)
}

const isAhead = (value: PolicyStateValue): boolean =>
  value === 'proposed' || value === 'reported' || value === 'announced'
