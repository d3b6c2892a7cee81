/** The rows of the calendar: scheduled dates of policy and dates of companies, ascending. */
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { companyDatesAhead } from '@oreline/shared/domain/company-dates/ahead.ts'
import { calendarRowOf } from '@oreline/shared/domain/company-dates/calendar-row.ts'
import type { CompanyDate } from '@oreline/shared/domain/company-dates/date-ahead.ts'
import { calendarDatesOf, type CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { calendarMatcher, type CalendarFilter } from '@oreline/shared/domain/policy/calendar-filter.ts'
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { expectedOfFilings } from '@oreline/shared/domain/sources/expected-sources.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { listCompanyDates, type HeldCompanyDate } from '../db/company-dates.ts'
import { listReference } from '../db/reference-rows.ts'
import { listUnanswered } from '../db/unanswered.ts'
import type { ReadContext } from '../read-route.ts'
import { companyPasts, type HeldPast } from './company-pasts.ts'
import { allInstruments, knownInstruments, type KnownInstrument } from './known-instruments.ts'

export type CalendarAsked = CalendarFilter & {
  readonly at: IsoDate
  /** Dates that begin later than so many days after `at` are left out; undefined: none is. */
  readonly days?: number | undefined
}

type Calendar = {
  readonly rows: readonly CalendarDate[]
  /** Who wrote what the rows are read or worked out from; `rule`: the rules of exchanges and regulators that ship with Oreline. */
  readonly sources: string[]
  /** Filing sources that never answered, so that dates of companies rest on rules alone. */
  readonly unanswered: string[]
}

/** Passed dates without an outcome are never left out for their distance. Refuses, naming it, an unknown ticker. */
export async function policyCalendar(
  { at, days, ...filter }: CalendarAsked,
  context: Pick<ReadContext, 'snapshot' | 'asOf'>,
): Promise<Calendar> {
  const { snapshot, asOf } = context
  if (filter.ticker !== undefined) await knownInstruments(snapshot, filter.ticker, 'ticker')
  const instruments = await allInstruments(snapshot, asOf)
  const matches = calendarMatcher(filter)
  const last = days === undefined ? null : addDays(at, days)
  const isNear = ({ date, passed_unconfirmed }: CalendarDate) =>
    passed_unconfirmed || last === null || date <= last
  const told = [
    ...(await policyDates(at, context)),
    ...(await companyDates(instruments, at, context)),
  ].filter(({ row }) => matches(row) && isNear(row))
  return {
    rows: told.map(({ row }) => row).toSorted((a, b) => compare(placeOf(a), placeOf(b))),
    sources: [...new Set(told.flatMap(({ sources }) => sources))],
    unanswered: await listUnanswered(snapshot, instruments.flatMap(expectedOfFilings), { asOf, rows: [] }),
  }
}

type Told = { readonly row: CalendarDate; readonly sources: readonly string[] }

async function policyDates(
  at: IsoDate,
  { snapshot, asOf }: Pick<ReadContext, 'snapshot' | 'asOf'>,
): Promise<readonly Told[]> {
  const rows = await listReference(snapshot, 'policy-event', { asOf })
  return rows.flatMap(({ id, body, recordedAt, origin }) =>
    calendarDatesOf(policyEventSchema.parse(body), { recorded_at: recordedAt, revision: id }, at).map(
      (row) => ({ row, sources: [origin] }),
    ),
  )
}

async function companyDates(
  instruments: readonly KnownInstrument[],
  at: IsoDate,
  context: Pick<ReadContext, 'snapshot' | 'asOf'>,
): Promise<readonly Told[]> {
  const recorded = await listCompanyDates(context.snapshot, context.asOf)
  const pasts = await companyPasts(instruments, recorded, at, context)
  return pasts.flatMap((past) =>
    companyDatesAhead(past, at).map((date) => ({
      row: calendarRowOf(
        date,
        {
          name: instruments.find(({ ticker }) => ticker === date.ticker)?.name ?? date.ticker,
          recorded: revisionOf(date, recorded),
        },
        at,
      ),
      sources: [...sourcesOf(date.basis, past), ...(date.latest === null ? [] : ['rule'])],
    })),
  )
}

function sourcesOf(basis: CompanyDate['basis'], { sources }: HeldPast): readonly string[] {
  switch (basis) {
    case 'announced':
      return ['operator']
    case 'estimated':
      return sources
    case 'deadline':
      return ['rule']
  }
}

function revisionOf(
  { basis, ticker, kind, period }: CompanyDate,
  recorded: readonly HeldCompanyDate[],
): Pick<CalendarDate, 'recorded_at' | 'revision'> {
  const held = recorded.find(
    ({ date }) => date.ticker === ticker && date.kind === kind && date.period === period,
  )
  return basis !== 'announced' || held === undefined
    ? { recorded_at: null, revision: null }
    : { recorded_at: held.recordedAt, revision: held.revision }
}

const placeOf = ({ date, id }: CalendarDate): string => `${date} ${id}`
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
