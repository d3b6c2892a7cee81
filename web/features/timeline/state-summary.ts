/** How many events stand how on a day: the answer to "what was in force on 1 December 2025?". */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { policyStateValueSchema, type PolicyStateValue } from '@oreline/shared/domain/policy/status.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatCount } from '../../ui/format.ts'
import { stateWords } from '../../ui/policy-words.ts'

export type StateSummary = {
  /** In the order of an event's life, what nobody is in left out. */
  readonly counts: readonly { readonly value: PolicyStateValue; readonly count: number }[]
  /** Of those: whose end or pause has passed, or whose next step has no day, without a source that says what holds. */
  readonly unconfirmed: number
  /** Announced only after that day. */
  readonly notPublic: number
}

/** Read from the steps, whatever day the rows' own `state` is of. */
export function stateSummary(events: readonly PolicyEventRow[], on: IsoDate): StateSummary {
  const counts = new Map<PolicyStateValue, number>()
  let unconfirmed = 0
  let notPublic = 0
  for (const event of events) {
    const state = stateAt(event, on)
    if (state === null) {
      notPublic += 1
      continue
    }
    counts.set(state.value, (counts.get(state.value) ?? 0) + 1)
    if (state.unconfirmed === true) unconfirmed += 1
  }
  return {
    counts: policyStateValueSchema.options.flatMap((value) => {
      const count = counts.get(value) ?? 0
      return count === 0 ? [] : [{ value, count }]
    }),
    unconfirmed,
    notPublic,
  }
}

/** `31 in force, 9 suspended, 4 of them unconfirmed, 51 not yet public`. */
export function summaryText({ counts, unconfirmed, notPublic }: StateSummary): string {
  const parts = counts.map(({ value, count }) => `${formatCount(count)} ${stateWords[value].toLowerCase()}`)
  if (unconfirmed > 0) parts.push(`${formatCount(unconfirmed)} of them unconfirmed`)
  if (notPublic > 0) parts.push(`${formatCount(notPublic)} not yet public`)
  return parts.length === 0 ? 'no events' : parts.join(', ')
}
