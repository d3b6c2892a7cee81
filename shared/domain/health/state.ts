/** How a source does, as the page shows it: what is stored about its answers, read at a moment. */
import * as z from 'zod'
import type { Instant } from '../../kernel/brand.ts'
import { epochMs } from '../../kernel/instant.ts'

/**
 * `blocked`: the host asked for silence; `broken`: its answers cannot be used; `stale`: it answers, and nothing new has
 * come for too long; `off`: switched off here; `needs-setup`: a setting is missing or refused; `never-asked`: no run yet.
 */
export const sourceStateSchema = z.enum([
  'fresh',
  'stale',
  'blocked',
  'broken',
  'off',
  'needs-setup',
  'never-asked',
])
export type SourceState = z.infer<typeof sourceStateSchema>

/** A state and when it began; null: it has no beginning. */
export type DatedState = { readonly state: SourceState; readonly since: Instant | null }

/** What decides the state of a source for one scope. */
export type HealthFacts = {
  /** Not asked: the operator switched it off, or (`since` null) has never switched it on; null: it is on. */
  readonly off: { readonly since: Instant | null } | null
  /** A setting is missing, or has been refused since; null: neither. */
  readonly needsSetup: { readonly since: Instant | null } | null
  /** What the last answer came to; null: never asked. */
  readonly answered: { readonly state: 'fresh' | 'blocked' | 'broken'; readonly since: Instant } | null
  /** From when on the newest item counts as too old; null: it does not. */
  readonly staleSince: Instant | null
}

/** What a person must act on comes before what the host does, and that before the age of the data. */
export function stateOf({ off, needsSetup, answered, staleSince }: HealthFacts): DatedState {
  if (off !== null) return { state: 'off', since: off.since }
  if (needsSetup !== null) return { state: 'needs-setup', since: needsSetup.since }
  if (answered === null) return { state: 'never-asked', since: null }
  if (answered.state !== 'fresh') return answered
  return staleSince === null ? answered : { state: 'stale', since: staleSince }
}

/** Best first. */
const order: readonly SourceState[] = [
  'fresh',
  'never-asked',
  'off',
  'needs-setup',
  'stale',
  'blocked',
  'broken',
]

/** The scope in the worst state; among equals the one that has been in it longest. undefined: there are none. */
export function worstOf<T extends DatedState>(scopes: readonly T[]): T | undefined {
  return scopes.toSorted((a, b) =>
    a.state === b.state ? beginning(a) - beginning(b) : order.indexOf(b.state) - order.indexOf(a.state),
  )[0]
}

/** A state without a beginning comes last. */
const beginning = ({ since }: DatedState): number =>
  since === null ? Number.MAX_SAFE_INTEGER : epochMs(since)
