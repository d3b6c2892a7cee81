/** What somebody has typed about the outcome of a date, and what of it can be recorded. */
import { postPolicyOutcome } from '@oreline/shared/api/policy-outcomes.ts'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import type { ScheduledPrecision } from '@oreline/shared/domain/policy/expected-precision.ts'
import { outcomeSchema, possibleOutcomes, type OutcomeWhat } from '@oreline/shared/domain/policy/outcome.ts'
import { scheduledKindSchema, type ScheduledKind } from '@oreline/shared/domain/policy/schedule.ts'
import type * as z from 'zod'
import { issueErrors, refusedFields, type FieldErrors } from '../../ui/form-errors.ts'
import { emptyReason, readReason, type ReasonDraft } from '../../ui/reason-draft.ts'

type Body = z.input<(typeof postPolicyOutcome)['body']>

/** As typed. `until`, `precision` and `by` count only where the outcome has them. */
export type OutcomeDraft = {
  readonly what: OutcomeWhat
  readonly date: string
  readonly until: string
  readonly precision: ScheduledPrecision
  readonly by: string
  readonly note: string
  readonly reason: ReasonDraft
}

/** What can become of it; empty: a date of a company, of which the filing itself is the outcome. */
export function outcomesOf({ kind, provision }: CalendarDate): readonly OutcomeWhat[] {
  const scheduled = scheduledKindSchema.safeParse(kind)
  if (!scheduled.success) return []
  // Of a part alone only an extension can be recorded.
  return provision === null ? possibleOutcomes[scheduled.data] : ['extended']
}

export const outcomeWords: Readonly<Record<ScheduledKind, Readonly<Partial<Record<OutcomeWhat, string>>>>> = {
  effective: {
    'took-effect': 'It took effect',
    extended: 'It was put off to another day',
    'did-not-happen': 'It did not take effect',
    revoked: 'It was withdrawn',
    superseded: 'Another act took its place',
  },
  'provision-effective': { extended: 'It was put off to another day' },
  end: {
    ended: 'It ended',
    extended: 'It was extended',
    revoked: 'It was withdrawn',
    superseded: 'Another act took its place',
  },
  'suspension-end': {
    resumed: 'It is in force again',
    extended: 'The pause was extended',
    ended: 'The act itself ended',
    revoked: 'The act was withdrawn',
    superseded: 'Another act took its place',
  },
  expected: {
    'took-effect': 'It happened',
    extended: 'It was put off',
    'did-not-happen': 'It is off',
    superseded: 'Another act took its place',
  },
}

/** `name` is what the reader called themselves last. */
export function emptyOutcome(date: CalendarDate, name: string): OutcomeDraft {
  return {
    what: outcomesOf(date)[0] ?? 'ended',
    // An end that came as scheduled is the likely one; of anything else the day is for the sources to say.
    date: date.kind === 'end' ? date.last_day : '',
    until: '',
    precision: 'day',
    by: '',
    note: '',
    reason: emptyReason(name),
  }
}

/** What can be sent, or what is wrong by field: those of the outcome by their names, those of the reason as `reason.why`. */
export function readOutcome(
  { reason: reasonDraft, ...draft }: OutcomeDraft,
  { kind, provision, revision }: CalendarDate,
):
  | { readonly kind: 'ready'; readonly body: Body }
  | { readonly kind: 'faulty'; readonly errors: FieldErrors } {
  const { what, date, note } = draft
  const by = draft.by.trim() === '' ? null : draft.by.trim()
  const reason = readReason(reasonDraft)
  const outcome = outcomeSchema.safeParse({
    kind,
    provision,
    what,
    date,
    until: what === 'extended' ? draft.until : null,
    precision: what === 'extended' && kind === 'expected' ? draft.precision : 'day',
    by,
    note,
  })
  const missing: FieldErrors = what === 'superseded' && by === null ? { by: 'Which event did it?' } : {}
  const base = baseSchema.safeParse(revision)
  const isComplete = missing['by'] === undefined
  if (outcome.success && base.success && reason.kind === 'reason' && isComplete)
    return { kind: 'ready', body: { ...outcome.data, base: base.data, reason: reason.reason } }
  return {
    kind: 'faulty',
    errors: {
      ...(outcome.success ? {} : issueErrors(outcome.error)),
      ...missing,
      ...(reason.kind === 'faulty' ? reason.errors : {}),
    },
  }
}

/** What was refused, by field of the form; the event that did it is refused where the changed event would name it. */
export const refusedOutcome = (error: Error): FieldErrors =>
  Object.fromEntries(
    Object.entries(refusedFields(error)).map(([path, words]) => [
      /^event\.(superseded_by\.\d+|status_history\.\d+\.related)$/.test(path) ? 'by' : path,
      words,
    ]),
  )

const baseSchema = postPolicyOutcome.body.shape.base
