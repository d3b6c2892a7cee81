/** When to ask again: waits between tries, what `Retry-After` says, how long a block lasts. All in milliseconds. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'

const ladderMs = [1_000, 4_000, 15_000] as const
/** The longest silence that is kept without being asked for. */
export const longestOwnMs = 6 * 3_600_000
const sevenDaysMs = 7 * 24 * 3_600_000

/** A `Retry-After` up to this is waited for in place; a longer one ends the question, so that no job stands still. */
export const patienceMs = ladderMs[2]

/** A `Retry-After` above this is out of the ordinary and worth a warning. */
export const longBlockMs = 15 * 60_000

/** Statuses after which the same request may succeed a moment later. */
export const retriedStatuses: readonly number[] = [408, 425, 429, 500, 502, 503, 504]

/** Full jitter: anything from 0 to the step. `retried` counts the retries so far; `random` is 0 to 1. */
export function backoffMs(retried: number, random: number): number {
  return Math.round((ladderMs[retried] ?? patienceMs) * random)
}

/**
 * `Retry-After` as milliseconds from `now`: whole seconds or an HTTP date (RFC 9110, 10.2.3). null when it is missing,
 * unreadable, negative, zero or past: the caller's default holds then. Never more than 7 days: nobody means more.
 */
export function parseRetryAfter(header: string | null, now: Instant): number | null {
  if (header === null) return null
  const text = header.trim()
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : httpDateMs(text) - epochMs(now)
  return ms > 0 ? Math.min(ms, sevenDaysMs) : null
}

/** All three forms of RFC 9110, 5.6.7; the oldest names no zone and means UTC all the same. */
function httpDateMs(text: string): number {
  if (!/^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(text)) return Number.NaN
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
}

/**
 * How long a group of hosts is left alone: what it asked for (at least the policy's cool-down), else the cool-down
 * (5 min), doubled with each block in a row up to 6 h. Jitter only ever adds, a tenth or 30 s at most.
 */
export function blockMs(
  block: {
    readonly retryAfterMs: number | null
    readonly coolDownMs: number | undefined
    readonly jitter: number
  },
  blocksBefore: number,
): number {
  const { retryAfterMs, coolDownMs, jitter } = block
  const ownMs = Math.min((coolDownMs ?? 300_000) * 2 ** Math.min(blocksBefore, 30), longestOwnMs)
  const silenceMs =
    retryAfterMs === null ? ownMs : Math.max(retryAfterMs, coolDownMs === undefined ? 0 : ownMs)
  return Math.round(silenceMs + jitter * Math.min(silenceMs / 10, 30_000))
}
