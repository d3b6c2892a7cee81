/** Endings in the words of the kernel's outcomes. Details are cleaned of secrets: they are stored and shown. */
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { HeldBack } from '@oreline/server/db/hosts.ts'
import type { Evidence, Refusal } from './answer.ts'
import type { HostPolicy } from './host-policy.ts'
import type { Settled } from './host-state.ts'
import type { Ending } from './ending.ts'

/** No request was made: the group of hosts is to be left alone. */
export function heldRefusal({ until, why }: HeldBack, { group }: HostPolicy): Refusal {
  const cause = why === 'breaker' ? 'failed too often in a row' : `is blocked (${why})`
  return { kind: 'blocked', retryAt: until, why, detail: `not asked: ${group} ${cause}`, evidence: null }
}

/** A request was made and this came of it. */
export function refusalOf(
  ending: Ending,
  { held }: Settled,
  evidence: Evidence | null,
  clean: (text: string) => string,
): Refusal {
  const detail = clean(ending.detail)
  if (ending.kind === 'blocked') {
    invariant(held !== null, 'a blocked group of hosts is held back')
    return { kind: 'blocked', retryAt: held.until, why: ending.why, detail, evidence }
  }
  if (evidence === null) return { kind: 'broken', why: ending.why, detail, evidence }
  const raw = { payloadId: null, sha256: evidence.sha256, url: evidence.url }
  return { kind: 'broken', why: ending.why, detail, raw, evidence }
}
