/** What is stored, as far as it is of concern now: calendars that end, holes, answers kept out, sources fallen silent. */
import { horizonOf } from '@oreline/shared/domain/calendar/horizon.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { staleSince } from '@oreline/shared/domain/health/stale-since.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import type { CalendarId, Instant } from '@oreline/shared/kernel/brand.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { listHealthRecords, listSwitches } from '@oreline/server/db/source-records.ts'
import { readOpenMatters } from '@oreline/server/db/store-facts.ts'
import type { Reference } from '../../reference-shelf.ts'
import { counted } from '../counted.ts'
import { failed, ok, warning, type Finding } from './finding.ts'

type Data = { readonly db: Db; readonly reference: Reference; readonly now: Instant }

/** One for each exchange: sessions are known up to its calendar's last day. */
export function checkCalendars({ reference, now }: Omit<Data, 'db'>): readonly Finding[] {
  return Object.entries(reference.sessions).map(([id, { calendar }]) => {
    const today = dateIn(calendar.timezone, now)
    const { confirmedThrough, daysLeft, warn } = horizonOf(calendar.coverage.confirmedThrough, today)
    const check = `calendar ${id}`
    const todo = 'Install a newer Oreline, which brings the next year, or enter its closed days.'
    if (daysLeft < 0) return failed(check, `ended on ${confirmedThrough}: sessions are unknown`, todo)
    const says = `known through ${confirmedThrough}, ${daysLeft} days`
    return warn ? warning(check, says, todo) : ok(check, says)
  })
}

export async function checkData(data: Data): Promise<readonly Finding[]> {
  const { gaps, quarantined } = await readOpenMatters(data.db)
  const where = 'See the page Data health.'
  return [
    gaps === 0
      ? ok('sessions', 'none is missing of those that were asked for')
      : warning('sessions', `${counted(gaps)} without a price`, `They are asked for again. ${where}`),
    quarantined === 0
      ? ok('quarantine', 'no answer waits for a decision')
      : warning('quarantine', `${counted(quarantined)} answer(s) wait for a decision`, where),
    await checkFreshness(data),
  ]
}

async function checkFreshness({ db, reference, now }: Data): Promise<Finding> {
  const off = (await listSwitches(db)).filter(({ enabled }) => !enabled).map(({ source }) => source)
  const calendarOf = new Map<string, CalendarId>(
    reference.instruments.map(({ ticker, calendar }) => [ticker, calendar]),
  )
  const sessionsOf = (ticker: string) => {
    const calendar = calendarOf.get(ticker)
    return calendar === undefined ? null : reference.sessions[calendar]
  }
  const terms = { now, target: reference.target, sessionsOf }
  const records = (await listHealthRecords(db)).filter(({ source }) => !off.includes(source))
  const bad = records.flatMap((record) => {
    const source = sources.find(({ id }) => id === record.source)
    if (source === undefined) return []
    const isStale = record.state === 'fresh' && staleSince(source, record, terms) !== null
    const state = isStale ? 'stale' : record.state
    return state === 'fresh' ? [] : [`${record.source} ${record.scope} (${state})`]
  })
  if (records.length === 0) return warning('freshness', 'no source was ever asked', 'Start Oreline.')
  return bad.length === 0
    ? ok('freshness', 'every source has answered lately')
    : warning('freshness', `not up to date: ${bad.join(', ')}`, 'See the page Sources for why.')
}
