/** What somebody has typed about a date that a company announced, and what of it can be recorded. */
import { putCompanyDate } from '@oreline/shared/api/company-dates.ts'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import type { ScheduledPrecision } from '@oreline/shared/domain/policy/expected-precision.ts'
import type * as z from 'zod'
import { issueErrors, type FieldErrors } from '../../ui/form-errors.ts'
import { emptyReason, readReason, type ReasonDraft } from '../../ui/reason-draft.ts'

type Body = z.output<(typeof putCompanyDate)['body']>

/** As typed. `takeBack`: what is recorded is to go; then only the reason counts. */
export type CompanyDateDraft = {
  readonly takeBack: boolean
  readonly date: string
  readonly precision: ScheduledPrecision
  readonly note: string
  readonly reason: ReasonDraft
}

/** Starts from what is recorded, where something is. `name` is what the reader called themselves last. */
export function companyDateDraftOf(
  { basis, date, precision, note }: CalendarDate,
  name: string,
): CompanyDateDraft {
  const isRecorded = basis === 'announced'
  return {
    takeBack: false,
    date: isRecorded ? date : '',
    precision: isRecorded && precision !== 'on-or-before' ? precision : 'day',
    note: isRecorded ? (note ?? '') : '',
    reason: emptyReason(name),
  }
}

/** What can be sent, or what is wrong by field: `date`, `note`, `reason.why`. */
export function readCompanyDate(
  { date, precision, note, reason: reasonDraft, takeBack }: CompanyDateDraft,
  { revision }: Pick<CalendarDate, 'revision'>,
):
  | { readonly kind: 'put'; readonly body: Body }
  | { readonly kind: 'remove'; readonly body: Pick<Body, 'reason'> & { readonly base: number } }
  | { readonly kind: 'faulty'; readonly errors: FieldErrors } {
  const read = readReason(reasonDraft)
  const reasonErrors = read.kind === 'faulty' ? read.errors : {}
  if (takeBack) {
    return read.kind === 'reason' && revision !== null
      ? { kind: 'remove', body: { base: revision, reason: read.reason } }
      : { kind: 'faulty', errors: reasonErrors }
  }
  const said = saidSchema.safeParse({ date, precision, note: note.trim() === '' ? null : note })
  if (said.success && read.kind === 'reason')
    return { kind: 'put', body: { ...said.data, base: revision, reason: read.reason } }
  return {
    kind: 'faulty',
    errors: { ...(said.success ? {} : issueErrors(said.error)), ...reasonErrors },
  }
}

const saidSchema = putCompanyDate.body.pick({ date: true, precision: true, note: true })
