/**
 * Whether a second source is to be asked about a series now: once after each session's close, to hold it against the
 * first; at once where the first failed; and, after a rest, where it has not got the newest session itself yet.
 */
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { PriceSource } from '@oreline/shared/domain/sources/price-sources.ts'
import { standsInFor } from '@oreline/shared/domain/sources/price-sources.ts'
import type { HealthRow } from '@oreline/shared/domain/health/after-attempt.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { isAfter, plusMs } from '@oreline/shared/kernel/instant.ts'
import { findHealth } from '@oreline/server/db/source-health.ts'
import type { JobContext, ScopeReport } from '../define-job.ts'
import type { Reach } from '../source-job.ts'
import { whyNotAsked } from '../why-not-asked.ts'
import { newestFinalSession } from './newest-final-session.ts'

const hourMs = 3_600_000

/** Least time between two questions about one instrument, except for the first after a close. */
const restMs: Readonly<Record<PriceSource, number>> = {
  yahoo: 2 * hourMs,
  tencent: 2 * hourMs,
  // It shuts out whoever asks often.
  eastmoney: 24 * hourMs,
  // A free key has about twenty calls a day.
  eodhd: 6 * hourMs,
}

export type Second = {
  readonly instrument: Instrument
  readonly source: PriceSource
  /** Whose bars the series is made of. */
  readonly preferred: PriceSource
}

/**
 * `done` are the reports of this run so far. `reach` is that of a backfill, which wants whole histories of all. A source
 * that may not be asked (switched off, without its key, its key refused) is not wanted, and no run is the worse for it.
 */
export async function isSecondWanted(
  context: JobContext,
  { instrument, source, preferred }: Second,
  done: readonly ScopeReport[],
  reach: Reach | null,
): Promise<boolean> {
  const { db, tools, offline, reference } = context
  const terms = { offline, settings: tools.settings, byHand: false }
  if ((await whyNotAsked(db, source, terms)) !== null) return false
  const scope = instrument.ticker
  const now = tools.clock()
  const newest = newestFinalSession(reference.sessions[instrument.calendar], now)
  const healthOf = async (of: PriceSource) => findHealth(db, { source: of, scope })
  const instead = standsInFor(source)
  const since = newest?.finalAt ?? plusMs(now, -24 * hourMs)
  if (instead !== null && (gave(done, instead, scope) || hasAnswered(await healthOf(instead), since)))
    return false
  if (reach !== null) return true

  const health = await healthOf(source)
  if (health === null) return true
  if (isAfter(since, health.lastAttemptAt)) return true
  const hasRested = !isAfter(plusMs(health.lastAttemptAt, restMs[source]), now)
  const lacksNewest = newest !== null && (health.newestItem ?? '') < newest.date
  return hasRested && (failed(done, preferred, scope) || lacksNewest)
}

const hasAnswered = (health: HealthRow | null, since: Instant): boolean =>
  health?.state === 'fresh' && health.lastOkAt !== null && !isAfter(since, health.lastOkAt)

const reportsOf = (
  done: readonly ScopeReport[],
  source: PriceSource,
  scope: string,
): readonly ScopeReport[] => done.filter((report) => report.source === source && report.scope === scope)

const gave = (done: readonly ScopeReport[], source: PriceSource, scope: string): boolean =>
  reportsOf(done, source, scope).some(({ kind }) => kind === 'ok' || kind === 'unchanged')

/** It was asked, or should have been, and gave nothing. */
const failed = (done: readonly ScopeReport[], source: PriceSource, scope: string): boolean =>
  reportsOf(done, source, scope).some(({ kind }) => kind !== 'ok' && kind !== 'unchanged' && kind !== 'empty')
