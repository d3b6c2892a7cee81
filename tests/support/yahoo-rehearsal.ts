import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { FetchOutcome, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { ProviderSettings, QuoteQuery } from '../../jobs/providers/define-provider.ts'
import { yahoo } from '../../jobs/providers/yahoo.ts'
import { day } from './brands.ts'
import { okOf, rehearseProvider, seedInstrument, type ProviderRehearsal } from './provider-rehearsal.ts'
import { seedIndexes } from './seed-files.ts'
import { yahooRoute } from './stand-in/yahoo.ts'

const indexes = seedIndexes()

/** A query about a shipped instrument, by default MP over four weeks. */
export function quoteQuery(ticker = 'MP', from: string | null = '2026-10-26', to = '2026-11-20'): QuoteQuery {
  const instrument = seedInstrument(ticker)
  const sessions = indexes[instrument.calendar]
  return { instrument, sessions, from: from === null ? null : day(from), to: day(to) }
}

/** Friday 20 November 2026, 17:00 in New York: the session is over and its bar final. */
export const afterTheClose = '2026-11-20T22:00:00Z'

export const rehearseYahoo = async (
  now = afterTheClose,
  settings: Partial<ProviderSettings> = {},
): Promise<ProviderRehearsal<QuoteQuery, QuoteHistory>> =>
  rehearseProvider(yahoo, [yahooRoute()], { now, settings })

/** The one history of a good outcome. */
export function historyOf(
  outcome: FetchOutcome<QuoteHistory>,
): QuoteHistory & { warnings: readonly Warning[] } {
  const { items, warnings } = okOf(outcome)
  const [history] = items
  if (history === undefined) throw new Error('no history')
  return { ...history, warnings }
}
