/** What can be stored of a draft, or everything that is wrong with it, by field. */
import { eventFaults } from '@oreline/shared/domain/policy/catalogue-faults.ts'
import { policyEventSchema, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { firstOfEach, issueErrors, sentence, type FieldErrors } from '../../ui/form-errors.ts'
import { candidateOf, type EventDraft } from './event-draft.ts'
import { formSections } from './form-fields.ts'

type Reading =
  | { readonly kind: 'event'; readonly event: PolicyEvent }
  | { readonly kind: 'faulty'; readonly errors: FieldErrors }

/** `catalogue`: every other event, for the links between them. */
export function readDraft(draft: EventDraft, catalogue: readonly PolicyEvent[]): Reading {
  const read = policyEventSchema.safeParse(candidateOf(draft))
  if (!read.success) return { kind: 'faulty', errors: inFormOrder(issueErrors(read.error)) }
  const faults = eventFaults(
    read.data,
    catalogue.filter(({ id }) => id !== read.data.id),
  )
  if (faults.length === 0) return { kind: 'event', event: read.data }
  return {
    kind: 'faulty',
    errors: inFormOrder(firstOfEach(faults.map(({ field, why }) => [field, sentence(why)]))),
  }
}

const order: readonly string[] = formSections.flatMap(({ fields }) => fields)

/** As a reader meets the fields. */
function inFormOrder(errors: FieldErrors): FieldErrors {
  const placeOf = (path: string) => order.findIndex((field) => path === field || path.startsWith(`${field}.`))
  return Object.fromEntries(
    Object.entries(errors).toSorted(([one], [other]) => placeOf(one) - placeOf(other)),
  )
}
