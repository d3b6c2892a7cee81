/**
 * The host ledger: what all processes know about each group of hosts, so that together they ask no faster than one
 * would, and a block outlives a restart. What follows from a state is decided by the HTTP client.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { BlockedWhy } from '@oreline/shared/kernel/outcome.ts'
import { eq } from 'drizzle-orm'
import type { Db } from './client.ts'
import { hosts } from './schema/hosts.ts'

/** A row of the ledger. Every null is "not so": free, idle, not blocked, breaker closed. */
export type HostState = Omit<typeof hosts.$inferSelect, 'hostGroup' | 'updatedAt'>

/** What a host that was never asked is like. */
export const untouchedHost: HostState = {
  nextFreeAt: null,
  busyUntil: null,
  blockedUntil: null,
  blockedWhy: null,
  backoffLevel: 0,
  consecutiveFailures: 0,
  breakerOpenUntil: null,
}

/** Reads and replaces one group's state in one step that no other process can come between. `step` is pure. */
export type HostLedger = {
  readonly change: <T>(
    group: string,
    now: Instant,
    step: (state: HostState) => { readonly state: HostState; readonly result: T },
  ) => Promise<T>
}

/** The ledger in PostgreSQL; the row's lock makes processes take turns. */
export function hostLedger(db: Db): HostLedger {
  return {
    change: async (group, now, step) =>
      db.transaction(async (tx) => {
        await tx.insert(hosts).values({ hostGroup: group, updatedAt: now }).onConflictDoNothing()
        const [row] = await tx.select().from(hosts).where(eq(hosts.hostGroup, group)).for('update')
        invariant(row !== undefined, 'a host group has a row once it is inserted')
        const { hostGroup: _, updatedAt: __, ...before } = row
        const { state, result } = step(before)
        if (state !== before)
          await tx
            .update(hosts)
            .set({ ...state, updatedAt: now })
            .where(eq(hosts.hostGroup, group))
        return result
      }),
  }
}

/** Why a group of hosts gets no request before `until`. */
export type HeldBack = { readonly until: Instant; readonly why: BlockedWhy }

/** The later of block and open breaker; null when neither holds at `now`. */
export function heldBack(state: HostState, now: Instant): HeldBack | null {
  const { blockedUntil, blockedWhy, breakerOpenUntil } = state
  const blocked = blockedUntil !== null && isAfter(blockedUntil, now)
  if (breakerOpenUntil !== null && isAfter(breakerOpenUntil, now))
    if (!blocked || isAfter(breakerOpenUntil, blockedUntil))
      return { until: breakerOpenUntil, why: 'breaker' }
  return blocked ? { until: blockedUntil, why: blockedWhy ?? '429' } : null
}

/** `gap`: the last request was a moment ago. */
export type MayAsk =
  | { readonly ok: true }
  | { readonly ok: false; readonly until: Instant; readonly why: BlockedWhy | 'gap' }

/**
 * Whether a request to the group may leave at `now`. A run that is asked for by hand is held back by nothing else. A
 * request under way holds nothing back: the next one queues behind it.
 */
export async function canAsk(db: Db, group: string, now: Instant): Promise<MayAsk> {
  const [state] = await db.select().from(hosts).where(eq(hosts.hostGroup, group))
  if (state === undefined) return { ok: true }
  const held = heldBack(state, now)
  if (held !== null) return { ok: false, ...held }
  const { nextFreeAt } = state
  return nextFreeAt !== null && isAfter(nextFreeAt, now)
    ? { ok: false, until: nextFreeAt, why: 'gap' }
    : { ok: true }
}
