/**
 * What asking a provider can come to: one of six kinds, never "an array or a throw".
 * Only `ok` writes business rows; `empty` may mark "checked, nothing"; every other kind touches the health row alone.
 */
import type { Instant } from './brand.ts'

/** Where the bytes behind an outcome are kept: the id of a stored raw payload, and what it was asked for. */
export type RawRef = { readonly payloadId: number | null; readonly sha256: string; readonly url: string }

/** Something odd in an accepted answer: `code` names the row of the ugly list (`Q33`), `detail` is for the log and the page. */
export type Warning = { readonly code: string; readonly detail: string; readonly count?: number }

/** A row of an accepted answer that failed its schema and was kept apart; `index` is its place in the answer. */
export type Reject = { readonly index: number; readonly reason: string; readonly row: unknown }

/** `retry-after`: another status than 429 asked for a long silence (503 while a host is mended). */
export type BlockedWhy =
  | '429'
  | 'retry-after'
  | '403-waf'
  | 'challenge'
  | 'quota'
  | 'consent'
  | 'breaker'
  | 'off'
export type BrokenWhy =
  | 'transport'
  | 'timeout'
  | 'truncated'
  | 'too-large'
  | 'html-instead'
  | 'schema'
  | '5xx'
  | '4xx'
  | 'auth'
  | 'redirect'
  | 'filter-ignored'
  | 'quarantined'
  | 'vanished'

export type Ok<T> = {
  readonly kind: 'ok'
  readonly items: readonly T[]
  /** false when the window could not be covered: rows are stored, the cursor does not move. */
  readonly complete: boolean
  readonly raw: RawRef
  readonly warnings: readonly Warning[]
  readonly rejects: readonly Reject[]
}
export type Empty = { readonly kind: 'empty'; readonly raw: RawRef }
export type NotFound = {
  readonly kind: 'notFound'
  readonly raw: RawRef
  readonly why: string
  readonly urgent?: true
}
export type Unchanged = { readonly kind: 'unchanged'; readonly raw: RawRef }
/** `retryAt` is the earliest instant at which the host may be asked again; until then no request leaves. */
export type Blocked = {
  readonly kind: 'blocked'
  readonly retryAt: Instant
  readonly why: BlockedWhy
  readonly detail: string
}
/** `urgent`: waiting will not mend it, a person must look, and the log is loud. */
export type Broken = {
  readonly kind: 'broken'
  readonly why: BrokenWhy
  readonly detail: string
  readonly urgent?: true
  readonly raw?: RawRef
}

export type FetchOutcome<T> = Ok<T> | Empty | NotFound | Unchanged | Blocked | Broken
export type OutcomeKind = FetchOutcome<unknown>['kind']

/**
 * What follows from each kind, in one table: whether business rows may be written, whether the host's breaker counts
 * it as a failure, and the state the source's health row takes (`keep`: as before, with the attempt noted).
 */
export const outcomeConsequences = {
  ok: { writesRows: true, countsAsFailure: false, health: 'fresh' },
  empty: { writesRows: false, countsAsFailure: false, health: 'fresh' },
  unchanged: { writesRows: false, countsAsFailure: false, health: 'fresh' },
  notFound: { writesRows: false, countsAsFailure: false, health: 'broken' },
  blocked: { writesRows: false, countsAsFailure: true, health: 'blocked' },
  broken: { writesRows: false, countsAsFailure: true, health: 'broken' },
} as const satisfies Record<
  OutcomeKind,
  { writesRows: boolean; countsAsFailure: boolean; health: 'fresh' | 'blocked' | 'broken' }
>
