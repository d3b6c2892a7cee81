/** What a source's health row says after an attempt (providers.md 1.4). `since` moves only when the state changes. */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { isAfter } from '../../kernel/instant.ts'
import type { FetchOutcome, Warning } from '../../kernel/outcome.ts'

/** How a source does for one scope, as stored. Null: never, or nothing to say. */
export type HealthRow = {
  readonly state: 'fresh' | 'blocked' | 'broken'
  readonly since: Instant
  readonly lastAttemptAt: Instant
  readonly lastOkAt: Instant | null
  readonly firstCompleteAt: Instant | null
  readonly lastCompleteAt: Instant | null
  readonly newestItem: IsoDate | null
  readonly nextAttemptAt: Instant | null
  readonly why: string | null
  readonly detail: string | null
  readonly missingRuns: number
  readonly vanishedRuns: number
  /** The fingerprint of the setting its last answer refused; null: it refused none. */
  readonly refusedSetup: string | null
  readonly complete: boolean
  readonly warnings: readonly Warning[]
}

export type Attempt = {
  readonly outcome: FetchOutcome<unknown>
  readonly at: Instant
  /** The newest day of what came; null: nothing came, or nothing dated. */
  readonly newestItem: IsoDate | null
  /** The next slot of the job; null: not known. */
  readonly nextSlot: Instant | null
  /** True where rows are held and the answer lists them all, so that an empty one contradicts them. */
  readonly emptyIsSuspect: boolean
  /** The fingerprint of the setting without which the source is not asked; null: it needs none. */
  readonly setup: string | null
}

/** Days on which a source must say "does not exist" before it is believed. */
const daysToBelieve = 3
/** Empty lists in a row before they are believed. */
const emptiesToBelieve = 3

/** `before` null: the first attempt. Nothing of it is forgotten by a failure. */
export function afterAttempt(before: HealthRow | null, attempt: Attempt): HealthRow {
  const { outcome, at, nextSlot } = attempt
  const row: HealthRow = {
    ...(before ?? { ...unasked, since: at }),
    lastAttemptAt: at,
    nextAttemptAt: nextSlot,
    refusedSetup: null,
  }
  const failed = (state: 'blocked' | 'broken', why: string, detail: string): HealthRow => ({
    ...row,
    state,
    why,
    detail,
    since: before?.state === state ? before.since : at,
  })
  switch (outcome.kind) {
    case 'ok':
      return answered(row, before, attempt, outcome.complete, outcome.warnings)
    case 'unchanged':
      return answered(row, before, attempt, true, row.warnings)
    case 'empty': {
      if (!attempt.emptyIsSuspect) return answered(row, before, attempt, true, [])
      const vanishedRuns = row.vanishedRuns + 1
      const since = before?.state === 'broken' ? before.since : at
      return {
        ...failed(
          'broken',
          'vanished',
          vanishedRuns < emptiesToBelieve
            ? 'it listed nothing where it used to list rows; what is stored is shown'
            : `it has listed nothing since ${since.slice(0, 10)}; what is stored is shown`,
        ),
        vanishedRuns,
      }
    }
    case 'notFound': {
      const isNewDay = before === null || before.lastAttemptAt.slice(0, 10) !== at.slice(0, 10)
      const missingRuns = row.missingRuns + (row.missingRuns === 0 || isNewDay ? 1 : 0)
      const detail =
        missingRuns < daysToBelieve
          ? `${outcome.why} (day ${missingRuns} of ${daysToBelieve})`
          : `${outcome.why}, on ${missingRuns} days; what is stored is kept`
      return { ...failed('broken', 'notFound', detail), missingRuns }
    }
    case 'blocked': {
      const nextAttemptAt = isAfter(nextSlot, outcome.retryAt) ? nextSlot : outcome.retryAt
      // An open breaker is a consequence: the failure that opened it is what a reader needs to know.
      if (outcome.why === 'breaker' && before !== null && before.state !== 'fresh')
        return { ...row, nextAttemptAt, refusedSetup: before.refusedSetup }
      return { ...failed('blocked', outcome.why, outcome.detail), nextAttemptAt }
    }
    case 'broken': {
      const refused = outcome.why === 'auth' && attempt.setup !== null
      return {
        ...failed('broken', outcome.why, outcome.detail),
        // Asking again with the same setting is what makes hosts shut out a client for good.
        ...(refused ? { refusedSetup: attempt.setup, nextAttemptAt: null } : {}),
      }
    }
  }
}

function answered(
  row: HealthRow,
  before: HealthRow | null,
  { at, newestItem }: Attempt,
  complete: boolean,
  warnings: readonly Warning[],
): HealthRow {
  const newest = newestItem === null || (row.newestItem ?? '') > newestItem ? row.newestItem : newestItem
  return {
    ...row,
    state: 'fresh',
    since: before?.state === 'fresh' ? before.since : at,
    lastOkAt: at,
    firstCompleteAt: row.firstCompleteAt ?? (complete ? at : null),
    lastCompleteAt: complete ? at : row.lastCompleteAt,
    newestItem: newest,
    why: null,
    detail: null,
    missingRuns: 0,
    vanishedRuns: 0,
    complete,
    warnings,
  }
}

const unasked: Omit<HealthRow, 'since' | 'lastAttemptAt'> = {
  state: 'fresh',
  lastOkAt: null,
  firstCompleteAt: null,
  lastCompleteAt: null,
  newestItem: null,
  nextAttemptAt: null,
  why: null,
  detail: null,
  missingRuns: 0,
  vanishedRuns: 0,
  refusedSetup: null,
  complete: true,
  warnings: [],
}
