import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { findHealth, type SourceScope } from '@oreline/server/db/source-health.ts'
import type { JobContext, ScopeReport } from '../define-job.ts'
import type { Reach } from '../source-job.ts'
import { whyNotAsked } from '../why-not-asked.ts'

/** Held against the sources before it once a day; a little less, for runs drift. */
const dailyMs = 20 * 3_600_000

/**
 * `before`: the sources it stands behind, the first one first. `offWithFirst`: what keeps the first from being asked
 * keeps this one too, for it is of the same house and under the same terms.
 */
export type SecondFilings = SourceScope & {
  readonly before: readonly string[]
  readonly offWithFirst: boolean
}

/**
 * Whether a source behind others is asked in this run: where none of those before it gave a good and complete answer,
 * or nobody has asked it for a day. A backfill (`reach`) holds no histories against each other. `done`: the reports of
 * this run so far.
 */
export async function isSecondWanted(
  { db, tools, offline }: Pick<JobContext, 'db' | 'tools' | 'offline'>,
  { source, scope, before, offWithFirst }: SecondFilings,
  done: readonly ScopeReport[],
  reach: Reach | null,
): Promise<boolean> {
  const reports = done.filter((report) => report.scope === scope && before.includes(report.source))
  const first = reports.find((report) => report.source === before[0])
  if (first === undefined || (offWithFirst && !first.asked)) return false
  const terms = { offline, settings: tools.settings, byHand: false }
  if ((await whyNotAsked(db, source, terms)) !== null) return false
  const health = await findHealth(db, { source, scope })
  const isDue = health === null || epochMs(tools.clock()) - epochMs(health.lastAttemptAt) >= dailyMs
  if (isDue && reach === null) return true
  for (const report of reports) {
    const state = await findHealth(db, { source: report.source, scope })
    // An empty list is an answer, and a suspicious one is not fresh.
    if (report.asked && state?.state === 'fresh' && state.complete) return false
  }
  return true
}
