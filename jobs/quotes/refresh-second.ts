/**
 * Asks a second source about a series, keeps what it says beside the bars, holds the two against each other, and puts
 * its bars where the series has none.
 */
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { adjustingActions } from '@oreline/shared/domain/prices/adjusting-actions.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Warning } from '@oreline/shared/kernel/outcome.ts'
import { listActions } from '@oreline/server/db/action-history.ts'
import { findNewestSecond, listNewestPairs } from '@oreline/server/db/second-bars.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { askProvider } from '../providers/ask-provider.ts'
import { backfillFrom } from '../providers/yahoo.ts'
import type { Reach } from '../source-job.ts'
import { askedAgainFrom } from './asked-again.ts'
import { compareCloses } from './compare-closes.ts'
import type { QuotesAsked } from './refresh-quotes.ts'
import { storeSecond } from './store-second.ts'

/** Disagreements are looked for on the last so many days that both have. */
const comparedDays = 5

/** `reach` null: from where something may be new; the whole history where nothing is held of it. */
export async function refreshSecond(
  context: JobContext,
  { instrument, provider }: QuotesAsked,
  reach: Reach | null,
): Promise<Attempted> {
  const { db, tools, reference } = context
  const { ticker } = instrument
  const instrumentId = reference.idOf(ticker)
  const source = provider.id
  const sessions = reference.sessions[instrument.calendar]
  const { timezone } = sessions.calendar
  const newest = await findNewestSecond(db, { instrumentId, source })
  const usual = newest === null ? backfillFrom : askedAgainFrom(sessions, newest, tools.clock())
  const from = reach !== null && reach.from < usual ? reach.from : usual
  const to = reach?.to ?? dateIn(timezone, tools.clock())
  const { outcome, payloadIds } = await askProvider(provider, { instrument, sessions, from, to }, tools)
  const [history] = outcome.kind === 'ok' ? outcome.items : []
  if (outcome.kind !== 'ok' || history === undefined) return { outcome, stored: null, newestItem: null }

  const second = { instrumentId, ticker, source, timezone, history, answer: outcome, payloadIds }
  const { written, filled } = await storeSecond(db, tools.clock, second)
  const apart = await compare(context, { instrument, instrumentId, source })
  return {
    outcome: { ...outcome, warnings: [...outcome.warnings, ...apart] },
    stored: written,
    newestItem: newestFinal(history),
    ...(filled === 0 ? {} : { note: `stands in on ${filled} ${filled === 1 ? 'day' : 'days'}` }),
  }
}

const newestFinal = ({ bars }: QuoteHistory): IsoDate | null =>
  bars.findLast(({ status }) => status === 'final')?.date ?? null

async function compare(
  { db, reference }: JobContext,
  {
    instrument,
    instrumentId,
    source,
  }: { readonly instrument: Instrument; readonly instrumentId: number; readonly source: string },
): Promise<readonly Warning[]> {
  const pairs = await listNewestPairs(db, { instrumentId, source, most: comparedDays })
  const actions = await listActions(db, [instrumentId], null)
  const { timezone } = reference.sessions[instrument.calendar].calendar
  return compareCloses(pairs, adjustingActions(actions, { timezone, currency: instrument.currency }))
}
