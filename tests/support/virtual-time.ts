import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { epochMs, instantOf } from '@oreline/shared/kernel/instant.ts'
import { setTimeout as realDelay } from 'node:timers/promises'

export type VirtualTime = {
  readonly clock: () => Instant
  /** Comes back at once; by then the clock has reached the end of the sleep. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly advance: (ms: number) => void
  readonly nowMs: () => number
}

/** Time that passes only when somebody sleeps or says so. Sleepers at the same time share it. */
export function virtualTime(start: string): VirtualTime {
  let now = Date.parse(start)
  return {
    clock: () => instantOf(now),
    sleep: async (ms, signal) => {
      const until = now + ms
      // One real millisecond, so that requests under way get their turn.
      await realDelay(1, undefined, { signal })
      now = Math.max(now, until)
    },
    advance: (ms) => {
      now += ms
    },
    nowMs: () => epochMs(instantOf(now)),
  }
}
