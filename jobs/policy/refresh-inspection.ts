import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { listMovedPublications, type MovedPublication } from '@oreline/server/db/moved-publications.ts'
import { markVanished } from '@oreline/server/db/policy-documents.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { findHealth } from '@oreline/server/db/source-health.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { federalRegisterInspection as provider } from '../providers/federal-register-inspection.ts'
import { federalRegister } from '../providers/federal-register.ts'
import { refreshFeed } from './refresh-feed.ts'

const dayMs = 86_400_000
/** The register's search was complete so recently that it has whatever was printed. */
const freshDays = 4

/**
 * Asks for what lies open and stores it; says what is to be printed on another day than before, and marks what has gone
 * without being printed. That is only believed while the register itself answers.
 */
export async function refreshInspection(context: JobContext): Promise<Attempted> {
  const { db, tools } = context
  const source = provider.id
  const attempted = await refreshFeed(context, {
    provider,
    scope: 'all',
    query: { since: null },
    isWindow: false,
  })
  const { outcome, stored } = attempted
  // Every weekday something lies open.
  if (outcome.kind === 'empty') return { ...attempted, emptyIsSuspect: true }
  const isWhole = outcome.kind === 'unchanged' || (outcome.kind === 'ok' && outcome.complete)
  const moved =
    stored === null || stored.rows === 0
      ? []
      : await listMovedPublications(db, { source, recordedAt: stored.recordedAt })
  const said = moved.length === 0 ? attempted : { ...attempted, note: moved.map(movedWords).join('; ') }
  if (!isWhole || !(await isRegisterFresh(context))) return said
  const gone = await withRevision(db, { scope: 'documents', clock: tools.clock }, async (revision) =>
    markVanished(revision, { source }),
  )
  return gone.rows === 0 ? said : { ...said, stored: { ...gone, rows: gone.rows + (stored?.rows ?? 0) } }
}

const movedWords = ({ sourceId, to }: MovedPublication): string =>
  to === null ? `publication of ${sourceId} is open again` : `publication of ${sourceId} moved to ${to}`

async function isRegisterFresh({ db, tools }: JobContext): Promise<boolean> {
  const health = await findHealth(db, { source: federalRegister.id, scope: 'all' })
  const last = health?.lastCompleteAt ?? null
  return last !== null && epochMs(tools.clock()) - epochMs(last) <= freshDays * dayMs
}
