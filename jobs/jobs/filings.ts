import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { filingSources } from '../filings/filing-sources.ts'
import { isSecondWanted } from '../filings/is-second-wanted.ts'
import { refreshFilings, type FilingSource } from '../filings/refresh-filings.ts'
import { sourceJob, type JobScope, type SourceJob } from '../source-job.ts'

/**
 * Filings of every instrument a source carries; each source behind the first stands in for those before it. The first
 * complete answer of a source is silent: what it brings was there before Oreline looked (`first_complete_at` of its
 * health), so that no alert takes it for news.
 */
const filings = (
  definition: Pick<SourceJob, 'name' | 'schedules'>,
  ...sources: readonly [FilingSource, ...FilingSource[]]
): SourceJob =>
  sourceJob({
    ...definition,
    scopes: ({ reference }) =>
      sources.flatMap((source, place) =>
        reference.instruments
          .filter((instrument) => source.provider.carries({ instrument, since: null }))
          .map((instrument) => scopeOf(instrument, source, sources.slice(0, place))),
      ),
  })

function scopeOf(
  instrument: Instrument,
  source: FilingSource,
  sourcesBefore: readonly FilingSource[],
): JobScope {
  const scope = { source: source.provider.id, scope: instrument.ticker }
  const before = sourcesBefore.map(({ provider }) => provider.id)
  const first = before[0] ?? null
  const asked: JobScope = {
    ...scope,
    refresh: async (run, reach) => refreshFilings(run, { instrument, source, first, reach }),
  }
  if (first !== null)
    return {
      ...asked,
      isWanted: async (run, done, reach) =>
        isSecondWanted(run, { ...scope, before, offWithFirst: source.offWithFirst === true }, done, reach),
    }
  // The newest filings alone are of no use to a backfill.
  return source.lists === null ? { ...asked, isWanted: async (_, __, reach) => reach === null } : asked
}

const newYork = 'America/New_York'
const sydney = 'Australia/Sydney'
const shanghai = 'Asia/Shanghai'

export const filingJobs: readonly SourceJob[] = [
  filings(
    {
      name: 'filings-sec',
      // EDGAR takes filings from 06:00 to 22:00 on weekdays: every ten minutes then, else hourly.
      schedules: [
        { cron: '*/10 6-21 * * 1-5', timeZone: newYork },
        { cron: '0,10 22 * * 1-5', timeZone: newYork },
        { cron: '0 23,0-5 * * 1-5', timeZone: newYork },
        { cron: '0 * * * 0,6', timeZone: newYork },
      ],
    },
    filingSources.sec,
  ),
  filings(
    {
      name: 'filings-sec-feed',
      schedules: [
        { cron: '*/2 6-21 * * 1-5', timeZone: newYork },
        { cron: '0-10/2 22 * * 1-5', timeZone: newYork },
      ],
    },
    filingSources['sec-feed'],
  ),
  filings(
    {
      name: 'filings-asx',
      schedules: [
        { cron: '30,45 7 * * 1-5', timeZone: sydney },
        { cron: '*/15 8-18 * * 1-5', timeZone: sydney },
        { cron: '0,15,30 19 * * 1-5', timeZone: sydney },
      ],
    },
    filingSources.asx,
    filingSources['asx-html'],
  ),
  filings(
    {
      name: 'filings-sse',
      // Bulletins are uploaded in the evening, also before a working Sunday.
      schedules: [
        { cron: '0 0,8 * * *', timeZone: shanghai },
        { cron: '30 15 * * *', timeZone: shanghai },
        { cron: '*/30 16-23 * * *', timeZone: shanghai },
      ],
    },
    filingSources.sse,
    filingSources.cninfo,
    filingSources['eastmoney-notices'],
  ),
]
