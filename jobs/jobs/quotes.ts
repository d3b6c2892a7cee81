import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import { attemptSource } from '../attempt-source.ts'
import { defineJob, type Job, type JobContext, type ScopeReport } from '../define-job.ts'
import { yahoo } from '../providers/yahoo.ts'
import { quoteSlotKind } from '../quote-slot.ts'
import { refreshQuotes } from '../quotes/refresh-quotes.ts'
import { reportOf } from '../report.ts'

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
const quotes = (calendar: CalendarId): Job => {
  const { name, cron, timeZone } = hours[calendar]
  return defineJob({
    name,
    schedules: [{ cron, timeZone }],
    isDue: (slot, { sessions }) => quoteSlotKind(sessions[calendar], slot) !== null,
    run: async (context) => {
      const scopes: ScopeReport[] = []
      for (const instrument of wanted(context, calendar))
        scopes.push(
          await attemptSource(context, { source: yahoo.id, scope: instrument.ticker }, async () =>
            refreshQuotes(context, instrument),
          ),
        )
      return reportOf(scopes)
    },
  })
}

export const quoteJobs: readonly Job[] = [quotes('XNYS'), quotes('XASX'), quotes('XSHG')]

/** Tracked ones first: they are what a reader waits for. */
function wanted({ reference, slot, trigger }: JobContext, calendar: CalendarId): readonly Instrument[] {
  const inSession = trigger === 'schedule' && quoteSlotKind(reference.sessions[calendar], slot) === 'session'
  const all = reference.instruments.filter(
    (instrument) => instrument.calendar === calendar && instrument.yahoo !== undefined,
  )
  const tracked = all.filter(({ role }) => role === 'tracked')
  return inSession ? tracked : [...tracked, ...all.filter(({ role }) => role !== 'tracked')]
}
