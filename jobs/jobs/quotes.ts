import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { priceSourceOrder } from '@oreline/shared/domain/sources/price-sources.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import type { JobContext } from '../define-job.ts'
import { providers } from '../providers/index.ts'
import { quoteSlotKind } from '../quote-slot.ts'
import { isSecondWanted } from '../quotes/is-second-wanted.ts'
import { refreshQuotes } from '../quotes/refresh-quotes.ts'
import { refreshSecond } from '../quotes/refresh-second.ts'
import { sourceJob, type JobScope, type SourceJob } from '../source-job.ts'

/** Every ten minutes from the morning to past the close; the calendar says which of these are worth asking. */
const hours = {
  XNYS: { name: 'quotes-xnys', cron: '*/10 8-17 * * 1-5', timeZone: 'America/New_York' },
  XASX: { name: 'quotes-xasx', cron: '*/10 8-17 * * 1-5', timeZone: 'Australia/Sydney' },
  XSHG: { name: 'quotes-xshg', cron: '*/10 8-16 * * 1-5', timeZone: 'Asia/Shanghai' },
} as const satisfies Record<CalendarId, object>

/**
 * Quotes of one exchange: the tracked stocks every ten minutes in the session, with their benchmarks after the close and
 * once more the next morning. A run outside these moments (start, catch-up, by hand) asks for all. Second sources come
 * after the preferred ones of all series, each only where it is wanted.
 */
const quotes = (calendar: CalendarId): SourceJob => {
  const { name, cron, timeZone } = hours[calendar]
  return sourceJob({
    name,
    schedules: [{ cron, timeZone }],
    isDue: (slot, { sessions }) => quoteSlotKind(sessions[calendar], slot) !== null,
    scopes: (context) => {
      const scopes = wanted(context, calendar).map((instrument) => scopesOf(context, instrument))
      return [...scopes.map(({ first }) => first), ...scopes.flatMap(({ seconds }) => seconds)].flat()
    },
  })
}

export const quoteJobs: readonly SourceJob[] = [quotes('XNYS'), quotes('XASX'), quotes('XSHG')]

/** `first` is empty where nobody carries the instrument. */
type SeriesScopes = { readonly first: readonly JobScope[]; readonly seconds: readonly JobScope[] }

function scopesOf({ reference }: Pick<JobContext, 'reference'>, instrument: Instrument): SeriesScopes {
  const scope = instrument.ticker
  const chosen = reference.chosenSources.get(scope) ?? null
  const [preferred, ...others] = priceSourceOrder(instrument, chosen)
  if (preferred === undefined) return { first: [], seconds: [] }
  const first: JobScope = {
    source: preferred,
    scope,
    refresh: async (run, reach) => refreshQuotes(run, { instrument, provider: providers[preferred] }, reach),
  }
  const seconds = others.map((source) => ({
    source,
    scope,
    refresh: async (...[run, reach]: Parameters<JobScope['refresh']>) =>
      refreshSecond(run, { instrument, provider: providers[source] }, reach),
    isWanted: async (...[run, done, reach]: Parameters<NonNullable<JobScope['isWanted']>>) =>
      isSecondWanted(run, { instrument, source, preferred }, done, reach),
  }))
  return { first: [first], seconds }
}

/** Tracked ones first: they are what a reader waits for. */
function wanted(
  { reference, slot, trigger }: Pick<JobContext, 'reference' | 'slot' | 'trigger'>,
  calendar: CalendarId,
): readonly Instrument[] {
  const inSession = trigger === 'schedule' && quoteSlotKind(reference.sessions[calendar], slot) === 'session'
  const all = reference.instruments.filter((instrument) => instrument.calendar === calendar)
  const tracked = all.filter(({ role }) => role === 'tracked')
  return inSession ? tracked : [...tracked, ...all.filter(({ role }) => role !== 'tracked')]
}
