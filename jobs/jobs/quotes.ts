import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import type { JobContext } from '../define-job.ts'
import { yahoo } from '../providers/yahoo.ts'
import { quoteSlotKind } from '../quote-slot.ts'
import { refreshQuotes } from '../quotes/refresh-quotes.ts'
import { sourceJob, type SourceJob } from '../source-job.ts'

/** Every ten minutes from the morning to past the close; the calendar says which of these are worth asking. */
const hours = {
  XNYS: { name: 'quotes-xnys', cron: '*/10 8-17 * * 1-5', timeZone: 'America/New_York' },
  XASX: { name: 'quotes-xasx', cron: '*/10 8-17 * * 1-5', timeZone: 'Australia/Sydney' },
  XSHG: { name: 'quotes-xshg', cron: '*/10 8-16 * * 1-5', timeZone: 'Asia/Shanghai' },
} as const satisfies Record<CalendarId, object>

/**
 * Quotes of one exchange: the tracked stocks every ten minutes in the session, with their benchmarks after the close and
 * once more the next morning. A run outside these moments (start, catch-up, by hand) asks for all.
 */
const quotes = (calendar: CalendarId): SourceJob => {
  const { name, cron, timeZone } = hours[calendar]
  return sourceJob({
    name,
    schedules: [{ cron, timeZone }],
    isDue: (slot, { sessions }) => quoteSlotKind(sessions[calendar], slot) !== null,
    scopes: (context) =>
      wanted(context, calendar).map((instrument) => ({
        source: yahoo.id,
        scope: instrument.ticker,
        refresh: async (run, reach) => refreshQuotes(run, instrument, reach),
      })),
  })
}

export const quoteJobs: readonly SourceJob[] = [quotes('XNYS'), quotes('XASX'), quotes('XSHG')]

/** Tracked ones first: they are what a reader waits for. */
function wanted(
  { reference, slot, trigger }: Pick<JobContext, 'reference' | 'slot' | 'trigger'>,
  calendar: CalendarId,
): readonly Instrument[] {
  const inSession = trigger === 'schedule' && quoteSlotKind(reference.sessions[calendar], slot) === 'session'
  const all = reference.instruments.filter(
    (instrument) => instrument.calendar === calendar && instrument.yahoo !== undefined,
  )
  const tracked = all.filter(({ role }) => role === 'tracked')
  return inSession ? tracked : [...tracked, ...all.filter(({ role }) => role !== 'tracked')]
}
