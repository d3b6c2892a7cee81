import type { BlockedWhy, BrokenWhy } from '@oreline/shared/kernel/outcome.ts'

/** How loud the log line is: `error` when a person must act, `warn` when it mends itself, `info` when it is normal. */
export type Level = 'debug' | 'info' | 'warn' | 'error'

/** The end of a question without an answer. `retryAfterMs`: what the host asked for, null when nothing usable. */
export type Ending = { readonly detail: string; readonly level: Level } & (
  | { readonly kind: 'blocked'; readonly why: BlockedWhy; readonly retryAfterMs: number | null }
  | { readonly kind: 'broken'; readonly why: BrokenWhy }
)

/** A `broken` ending, by default one that mends itself. */
export function broken(why: BrokenWhy, detail: string, level: Level = 'warn'): Ending {
  return { kind: 'broken', why, detail, level }
}
