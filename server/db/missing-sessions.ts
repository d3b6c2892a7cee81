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

/** The sessions within the spans that have no bar, by instrument and ascending. `dates`: all sessions of each calendar in question, ascending. */
export async function listMissingSessions(
  db: Executor,
  asked: readonly SpanAsked[],
  dates: Readonly<Partial<Record<CalendarId, readonly IsoDate[]>>>,
): Promise<readonly MissingSession[]> {
  const found: (readonly MissingSession[])[] = []
  for (const [calendar, spans] of Map.groupBy(asked, (span) => span.calendar))
    found.push(await listMissingOf(db, spans, dates[calendar] ?? []))
  return found.flat()
}

/**
 * Counted first: of thousands of histories only those that come short are gone through day by day. `+ 0` keeps the
 * planner from looking every session up by the index; it reads the span once and asks a hash table.
 */
async function listMissingOf(
  db: Executor,
  spans: readonly SpanAsked[],
  dates: readonly IsoDate[],
): Promise<readonly MissingSession[]> {
  const column = (read: (span: SpanAsked) => number | string) => arrayLiteral(spans.map((span) => read(span)))
  const sessions = sql`${arrayLiteral(dates)}::date[]`
  return db.execute<MissingSession>(sql`
    with asked as materialized (
      select * from unnest(
        ${column((span) => span.instrumentId)}::smallint[], ${column((span) => span.from)}::date[],
        ${column((span) => span.to)}::date[], ${column((span) => span.sessions)}::int[]
      ) asked (id, first, last, expected)),
    short as materialized (
      select * from asked
      where expected > (
        select count(*) from bars
        where instrument_id = asked.id and superseded_at is null
          and session_date between asked.first and asked.last and session_date + 0 = any(${sessions})))
    select short.id as "instrumentId", missing.date
    from short
    cross join lateral (
      select date from unnest(${sessions}) sessions (date) where date between short.first and short.last
      except
      select session_date from bars
      where instrument_id = short.id and superseded_at is null
        and session_date between short.first and short.last) missing
    order by short.id, missing.date`)
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
