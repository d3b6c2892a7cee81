/** What became of a scheduled date, as somebody records it with a source. */
import * as z from 'zod'
import { isoDateSchema } from '../../kernel/brand.ts'
import { eventIdSchema } from './event.ts'
import { scheduledPrecisionSchema } from './expected-precision.ts'
import { scheduledKindSchema, type ScheduledKind } from './schedule.ts'

/**
 * `resumed`: the pause is over; `extended`: the end, the pause or the date moves to `until`; `ended`: it ran out;
 * `revoked`, `superseded`: an act did it (`by` names the event); `took-effect`: it began, or the promise was kept;
 * `did-not-happen`: the date passed, the promise is off.
 */
export const outcomeWhatSchema = z.enum([
  'resumed',
  'extended',
  'ended',
  'revoked',
  'superseded',
  'took-effect',
  'did-not-happen',
])
export type OutcomeWhat = z.infer<typeof outcomeWhatSchema>

export const outcomeSchema = z.object({
  /** The scheduled date it is about. */
  kind: scheduledKindSchema,
  /** The part of the act; null: the act as a whole. */
  provision: z.string().nullable().default(null),
  what: outcomeWhatSchema,
  /** The day on which it happened, or on which the extension was announced. */
  date: isoDateSchema,
  /** The new date, for `extended` alone. */
  until: isoDateSchema.nullable().default(null),
  /** How exact a promised `until` is; month and year hold the first day of the span. */
  precision: scheduledPrecisionSchema.default('day'),
  /** The event that brought it about; needed for `superseded`. */
  by: eventIdSchema.nullable().default(null),
  /** What happened, in a sentence: it stands at the step. */
  note: z.string().trim().min(1).max(300),
})
export type Outcome = z.output<typeof outcomeSchema>

/** What can become of a date of each kind. */
export const possibleOutcomes: Readonly<Record<ScheduledKind, readonly OutcomeWhat[]>> = {
  effective: ['took-effect', 'extended', 'did-not-happen', 'revoked', 'superseded'],
  'provision-effective': ['extended'],
  end: ['ended', 'extended', 'revoked', 'superseded'],
  'suspension-end': ['resumed', 'extended', 'ended', 'revoked', 'superseded'],
  expected: ['took-effect', 'extended', 'did-not-happen', 'superseded'],
}
