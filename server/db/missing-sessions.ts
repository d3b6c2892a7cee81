/** Which sessions of a calendar have a bar, asked of the current rows by their index alone. */
import type { ExpectedSpan, HeldSpan } from '@oreline/shared/domain/prices/gaps.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { sql, type SQL } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'

/** First and newest session of the current bars, by the store's number; an instrument without bars is absent. */
export async function listHeldSpans(
  db: Executor,
  instrumentIds: readonly number[],
): Promise<ReadonlyMap<number, HeldSpan>> {
  const rows = await db.execute<{ id: number } & HeldSpan>(sql`
    select asked.id, (${end('asc')}) as first, (${end('desc')}) as newest
    from unnest(${arrayLiteral(instrumentIds)}::smallint[]) asked (id)
    where exists (select from bars where instrument_id = asked.id and superseded_at is null)`)
  return new Map(rows.map(({ id, first, newest }) => [id, { first, newest }]))
}

/** The first or last entry of the index: a minimum over thousands of histories would read them all. */
const end = (order: 'asc' | 'desc'): SQL => sql`
  select session_date from bars where instrument_id = asked.id and superseded_at is null
  order by session_date ${sql.raw(order)} limit 1`

/** Over which days an instrument is looked at, and whose sessions it keeps. */
export type SpanAsked = ExpectedSpan & { readonly instrumentId: number; readonly calendar: CalendarId }

export type MissingSession = { readonly instrumentId: number; readonly date: IsoDate }

/** The sessions of every calendar, ascending. */
type SessionDates = Readonly<Record<CalendarId, readonly IsoDate[]>>

/**
 * The sessions within the spans that have no bar, by instrument and ascending. Counted first: of thousands of histories
 * only those that come short are gone through day by day.
 */
export async function listMissingSessions(
  db: Executor,
  asked: readonly SpanAsked[],
  dates: SessionDates,
): Promise<readonly MissingSession[]> {
  if (asked.length === 0) return []
  const column = (read: (span: SpanAsked) => number | string) => arrayLiteral(asked.map((span) => read(span)))
  return db.execute<MissingSession>(sql`
    with asked as materialized (
      select * from unnest(
        ${column((span) => span.instrumentId)}::smallint[], ${column((span) => span.calendar)}::text[],
        ${column((span) => span.from)}::date[], ${column((span) => span.to)}::date[],
        ${column((span) => span.sessions)}::int[]) asked (id, calendar, first, last, expected)),
    sessions as materialized (${sessionRows(asked, dates)}),
    held as (
      select asked.id, count(*) as count
      from asked
      join bars on bars.instrument_id = asked.id and bars.superseded_at is null
        and bars.session_date between asked.first and asked.last
      join sessions on sessions.calendar = asked.calendar and sessions.date = bars.session_date
      group by asked.id)
    select asked.id as "instrumentId", sessions.date
    from asked
    join sessions on sessions.calendar = asked.calendar and sessions.date between asked.first and asked.last
    where asked.expected > coalesce((select count from held where held.id = asked.id), 0)
      and not exists (
        select from bars
        where instrument_id = asked.id and session_date = sessions.date and superseded_at is null)
    order by asked.id, sessions.date`)
}

/** The sessions of the calendars in question, from the first day of any span to the last. */
function sessionRows(asked: readonly SpanAsked[], dates: SessionDates): SQL {
  const ids = [...new Set(asked.map(({ calendar }) => calendar))]
  const rows = ids.flatMap((id) => {
    const spans = asked.filter(({ calendar }) => calendar === id)
    const from = spans.map((span) => span.from).toSorted()[0] ?? ''
    const to =
      spans
        .map((span) => span.to)
        .toSorted()
        .at(-1) ?? ''
    return dates[id].filter((date) => date >= from && date <= to).map((date) => ({ id, date }))
  })
  return sql`
    select * from unnest(
      ${arrayLiteral(rows.map(({ id }) => id))}::text[],
      ${arrayLiteral(rows.map(({ date }) => date))}::date[]) sessions (calendar, date)`
}

/** Of some days, those on which any of the instruments has a bar. */
export async function listHeldDays(
  db: Executor,
  days: readonly IsoDate[],
  instrumentIds: readonly number[],
): Promise<ReadonlySet<IsoDate>> {
  if (days.length === 0) return new Set()
  const rows = await db.execute<{ date: IsoDate }>(sql`
    select asked.date
    from unnest(${arrayLiteral(days)}::date[]) asked (date)
    where exists (
      select from unnest(${arrayLiteral(instrumentIds)}::smallint[]) instruments (id)
      join bars on bars.instrument_id = instruments.id
      where bars.session_date = asked.date and bars.superseded_at is null)`)
  return new Set(rows.map(({ date }) => date))
}
