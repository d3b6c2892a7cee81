import { isTargetDay } from '@oreline/shared/domain/calendar/target-days.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { Warning } from '@oreline/shared/kernel/outcome.ts'
import { countCorrectedRates, listHeldCurrencies, upsertFxRates } from '@oreline/server/db/fx-rates.ts'
import { markRowsStored } from '@oreline/server/db/payloads.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { findHealth } from '@oreline/server/db/source-health.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { frankfurterScope, isFrankfurterWanted, refreshFrankfurter } from '../fx/refresh-frankfurter.ts'
import { wantedCurrencies } from '../fx/wanted-currencies.ts'
import { askProvider } from '../providers/ask-provider.ts'
import { ecb } from '../providers/ecb.ts'
import { sourceJob, type Reach } from '../source-job.ts'

const scope = { source: ecb.id, scope: 'all' }
/** The recent rates reach back 90 days; a longer silence needs the history again. */
const mostDaysSilent = 80
const dayMs = 86_400_000

/** Reference rates of the dollar and of every currency an instrument is priced in; Frankfurter's where the ECB has none yet. */
export const fxEcb = sourceJob({
  name: 'fx-ecb',
  // Published about 16:00; the second time finds what came late.
  schedules: [
    { cron: '30 16 * * 1-5', timeZone: 'Europe/Berlin' },
    { cron: '0 18 * * 1-5', timeZone: 'Europe/Berlin' },
  ],
  isDue: (slot, { target }) => isTargetDay(target, dateIn(target.timezone, slot)) !== false,
  scopes: () => [
    { ...scope, refresh },
    { ...frankfurterScope, refresh: refreshFrankfurter, isWanted: isFrankfurterWanted },
  ],
})

async function refresh(context: JobContext, reach: Reach | null): Promise<Attempted> {
  const { db, tools, reference } = context
  const wanted = wantedCurrencies(reference)
  const mode = reach !== null || (await needsHistory(context, wanted)) ? 'history' : 'recent'
  const { outcome, payloadIds } = await askProvider(ecb, { mode, target: reference.target }, tools)
  if (outcome.kind !== 'ok') return { outcome, stored: null, newestItem: null, emptyIsSuspect: true }
  const rates = outcome.items.filter(({ currency }) => wanted.has(currency))
  const { rejects, raw } = outcome
  const { payloadId } = raw
  const stored = await withRevision(db, { scope: 'fx', clock: tools.clock }, async (revision) => {
    const written = await upsertFxRates(revision, { rates, source: ecb.id, payloadId })
    await keepRejects(revision, { ...scope, payloadId, rejects })
    await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
    return written
  })
  const newestItem =
    rates
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? null
  const corrected = stored.rows === 0 ? 0 : await countCorrectedRates(db, stored.recordedAt)
  const warnings = [...outcome.warnings, ...corrections(corrected)]
  return { outcome: { ...outcome, warnings }, stored, newestItem }
}

const corrections = (count: number): readonly Warning[] =>
  count === 0 ? [] : [{ code: 'X04', detail: 'past rates corrected', count }]

async function needsHistory({ db, tools }: JobContext, wanted: ReadonlySet<string>): Promise<boolean> {
  const held = await listHeldCurrencies(db)
  const last = (await findHealth(db, scope))?.lastCompleteAt ?? null
  return (
    last === null ||
    epochMs(tools.clock()) - epochMs(last) > mostDaysSilent * dayMs ||
    [...wanted].some((currency) => !held.has(currency))
  )
}
