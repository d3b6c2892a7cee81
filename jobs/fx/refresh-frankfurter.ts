/**
 * Frankfurter stands in for the ECB: asked where the ECB failed, or is older than it should be, and only days that the
 * ECB has not given are stored. The ECB's own rate replaces them as a revision, never the other way round.
 */
import { isTargetDay } from '@oreline/shared/domain/calendar/target-days.ts'
import { wallTimeSchema, type TargetCalendar } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn, instantAt, isWeekday } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { offCurrencies } from '@oreline/shared/domain/fx/off-rates.ts'
import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import type { Ok, Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import { listNewestRates, upsertFxRates } from '@oreline/server/db/fx-rates.ts'
import { markRowsStored } from '@oreline/server/db/payloads.ts'
import { listRates } from '@oreline/server/db/rate-history.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext, ScopeReport } from '../define-job.ts'
import { askProvider } from '../providers/ask-provider.ts'
import { ecb } from '../providers/ecb.ts'
import { frankfurter } from '../providers/frankfurter.ts'
import { backfillFrom } from '../providers/yahoo.ts'
import type { Reach } from '../source-job.ts'
import { whyNotAsked } from '../why-not-asked.ts'
import { wantedCurrencies } from './wanted-currencies.ts'

/** Where Frankfurter's rates stand in the health of sources and among the rejects. */
export const frankfurterScope = { source: frankfurter.id, scope: 'all' }

/** Published about 16:00; what has not come by six is late, and where the ECB cannot be had nobody waits so long. */
const late = wallTimeSchema.parse('18:00')
const published = wallTimeSchema.parse('16:15')
/** Days asked for again, on which the two are held against each other. */
const daysInCommon = 14

/** Whether a rate is due that the ECB has not given. A source that may not be asked is not wanted. */
export async function isFrankfurterWanted(
  { db, tools, reference, offline }: JobContext,
  done: readonly ScopeReport[],
): Promise<boolean> {
  const terms = { offline, settings: tools.settings, byHand: false }
  if ((await whyNotAsked(db, frankfurter.id, terms)) !== null) return false
  const failed = done.some(({ kind }) => kind !== 'ok' && kind !== 'unchanged' && kind !== 'empty')
  const due = newestDue(reference.target, tools.clock(), failed ? published : late)
  const newest = await listNewestRates(db, frankfurter.id)
  return [...wantedCurrencies(reference)].some((currency) => (newest.get(currency) ?? '') < due)
}

/** The newest day of which rates should be there by now, if they are by that hour in Frankfurt. */
function newestDue(target: TargetCalendar, now: Instant, hour: typeof late): IsoDate {
  let day = dateIn(target.timezone, now)
  // Past the calendar every weekday counts: asking in vain is better than missing one.
  const isDay = (date: IsoDate) => isWeekday(date) && isTargetDay(target, date) !== false
  while (!isDay(day) || isAfter(instantAt(day, hour, target.timezone), now)) day = addDays(day, -1)
  return day
}

export async function refreshFrankfurter(context: JobContext, reach: Reach | null): Promise<Attempted> {
  const { db, tools, reference, log } = context
  const { target } = reference
  const currencies = [...wantedCurrencies(reference)].toSorted()
  const newest = await listNewestRates(db, frankfurter.id)
  const from = firstDayAsked(
    currencies.map((currency) => newest.get(currency) ?? null),
    reach,
  )
  const to = dateIn(target.timezone, tools.clock())
  const { outcome, payloadIds } = await askProvider(frankfurter, { from, to, currencies, target }, tools)
  if (outcome.kind !== 'ok') return { outcome, stored: null, newestItem: null, emptyIsSuspect: true }
  const held = await listRates(db, { currencies, from, to, asOf: null })
  const off = offCurrencies(
    outcome.items,
    held.filter(({ source }) => source === ecb.id),
  )
  const rates = outcome.items.filter(({ currency }) => !off.has(currency))
  const { payloadId } = outcome.raw
  const rejects = [
    ...outcome.rejects,
    ...outcome.items.filter(({ currency }) => off.has(currency)).map(offBy),
  ]
  if (rates.length === 0) {
    log.warn({ ...frankfurterScope, currencies: [...off] }, 'fx.other-bank')
    const detail = 'no currency agrees with the ECB’s rates of the same days: they are another bank’s'
    return {
      outcome: { kind: 'broken', why: 'quarantined', detail, raw: outcome.raw },
      stored: null,
      newestItem: null,
    }
  }
  const stored = await withRevision(db, { scope: 'fx', clock: tools.clock }, async (revision) => {
    const write = { rates, source: frankfurter.id, payloadId, standsIn: true }
    const written = await upsertFxRates(revision, write)
    await keepRejects(revision, { ...frankfurterScope, payloadId, rejects })
    await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
    return written
  })
  return { outcome: told(outcome, off, rejects), stored, newestItem: newestOf(rates) }
}

function firstDayAsked(newest: readonly (IsoDate | null)[], reach: Reach | null): IsoDate {
  const [lagging = null] = newest.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
  const usual = lagging === null ? backfillFrom : addDays(lagging, -daysInCommon)
  return reach !== null && reach.from < usual ? reach.from : usual
}

const offBy = (rate: EuroRate, index: number): Reject => ({
  index,
  reason: 'of a currency more than 0.5 % off the ECB on the same days',
  row: rate,
})

function told(outcome: Ok<EuroRate>, off: ReadonlySet<string>, rejects: readonly Reject[]): Ok<EuroRate> {
  if (off.size === 0) return outcome
  const detail = `rates more than 0.5 % off the ECB’s, refused: ${[...off].join(', ')}`
  const warning: Warning = { code: 'X07', detail, count: rejects.length - outcome.rejects.length }
  return { ...outcome, warnings: [...outcome.warnings, warning], rejects }
}

const newestOf = (rates: readonly EuroRate[]): IsoDate | null =>
  rates
    .map(({ date }) => date)
    .toSorted()
    .at(-1) ?? null
