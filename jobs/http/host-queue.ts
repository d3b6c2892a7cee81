/**
 * Turns at a group of hosts: one question at a time in this process, one request at a time and the gap between all
 * processes that share the ledger.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { HostLedger } from '@oreline/server/db/hosts.ts'
import type { HostPolicy } from './host-policy.ts'
import { settle, takeSlot, type Effect, type Settled, type Slot } from './host-state.ts'

type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

export type HostQueueDeps = {
  readonly hosts: HostLedger
  readonly clock: Clock
  readonly sleep: Sleep
  readonly signal?: AbortSignal
}

export type HostQueue = {
  /** Runs `question` when all earlier ones to the group have ended, in the order of asking. */
  readonly inTurn: <T>(group: string, question: () => Promise<T>) => Promise<T>
  /** Waits for the group's next slot; `held` at once when no request may leave. `busyMs`: the longest a request takes. */
  readonly slot: (policy: HostPolicy, busyMs: number) => Promise<Exclude<Slot, { kind: 'wait' }>>
  /** Gives the slot back and writes down what the request came to. */
  readonly settle: (policy: HostPolicy, busyUntil: Instant, effect: Effect) => Promise<Settled>
}

export function buildHostQueue({ hosts, clock, sleep, signal }: HostQueueDeps): HostQueue {
  const last = new Map<string, Promise<unknown>>()
  return {
    inTurn: async (group, question) => {
      const before = last.get(group) ?? Promise.resolve()
      const mine = before.then(question)
      last.set(
        group,
        mine.catch(() => undefined),
      )
      return mine
    },
    slot: async ({ group, gapMs }, busyMs) => {
      for (;;) {
        signal?.throwIfAborted()
        const now = clock()
        const slot = await hosts.change(group, now, (state) => takeSlot(state, { now, gapMs, busyMs }))
        if (slot.kind !== 'wait') return slot
        await sleep(Math.max(epochMs(slot.until) - epochMs(now), 1), signal)
      }
    },
    settle: async ({ group, gapMs }, busyUntil, effect) => {
      const now = clock()
      return hosts.change(group, now, (state) => settle(state, { busyUntil, effect, gapMs, now }))
    },
  }
}
