import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import type { FetchOutcome } from '@oreline/shared/kernel/outcome.ts'
import { rootMessage } from '@oreline/shared/kernel/root-message.ts'
import { findHealth, recordAttempt } from '@oreline/server/db/source-health.ts'
import type { Written } from '@oreline/server/db/revision.ts'
import { logAttempt } from './attempt-log.ts'
import type { JobContext, ScopeReport } from './define-job.ts'
import { setupOf, whyNotAsked } from './why-not-asked.ts'

/** What asking and storing came to. */
export type Attempted = {
  readonly outcome: FetchOutcome<unknown>
  /** null: the outcome writes no rows. */
  readonly stored: Written | null
  /** The newest day of what came; null: nothing came. */
  readonly newestItem: IsoDate | null
  /** True where rows are held and the answer lists them all. */
  readonly emptyIsSuspect?: boolean
  /** For the ledger, where the outcome says nothing itself. */
  readonly note?: string
}

/**
 * Makes one attempt at a source for one scope and writes down what follows. An attempt that throws is a fault of Oreline
 * or of the store: it counts as broken, and the other scopes go on; a store that is down fails the run in the next step.
 */
export async function attemptSource(
  context: JobContext,
  { source, scope }: { readonly source: string; readonly scope: string },
  attempt: () => Promise<Attempted>,
): Promise<ScopeReport> {
  const { db, log, tools, signal, nextSlot, offline, trigger } = context
  const { settings } = tools
  const withheld = await whyNotAsked(db, source, { offline, settings, byHand: trigger === 'request' })
  if (withheld !== null)
    return { source, scope, kind: 'blocked', rows_written: 0, detail: withheld, asked: false }
  const attempted = await attempt().catch((error: unknown) => {
    signal.throwIfAborted()
    log.error({ source, scope, err: error }, 'source.fault')
    return faulty(error)
  })
  const { outcome, stored, newestItem, emptyIsSuspect = false, note } = attempted
  const now = tools.clock()
  const before = await findHealth(db, { source, scope })
  const health = await recordAttempt(
    db,
    { source, scope },
    {
      outcome,
      at: notBefore(stored, now),
      newestItem,
      nextSlot,
      emptyIsSuspect,
      setup: setupOf(source, settings),
    },
  )
  logAttempt(log, { source, scope }, { outcome, before, health, note })
  const said = outcome.kind === 'ok' ? outcome.warnings.map(({ code }) => code).join(', ') : health.detail
  return {
    source,
    scope,
    kind: outcome.kind,
    rows_written: stored?.rows ?? 0,
    detail: note ?? (said === '' ? null : said),
    asked: true,
  }
}

const faulty = (error: unknown): Attempted => ({
  outcome: {
    kind: 'broken',
    why: 'schema',
    detail: `Oreline could not take the answer in: ${rootMessage(error)}`,
  },
  stored: null,
  newestItem: null,
})

/** Rows may begin a little ahead of the clock, and what came with the first good answer must not look like news. */
const notBefore = (stored: Written | null, now: Instant): Instant =>
  stored !== null && isAfter(stored.recordedAt, now) ? stored.recordedAt : now
