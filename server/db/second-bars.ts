/**
 * What other sources say about a series, kept beside its bars, and put in their place where there are none. A second
 * source never replaces a final bar of a live one.
 */
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { StoredBar } from '@oreline/shared/domain/prices/adjust.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { and, desc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { bars } from './schema/bars.ts'
import { secondBars } from './schema/second-bars.ts'

/** What one source says of one instrument. */
type SecondSeries = { readonly instrumentId: number; readonly source: string }

const current = ({ instrumentId, source }: SecondSeries) =>
  and(
    eq(secondBars.instrumentId, instrumentId),
    eq(secondBars.source, source),
    isNull(secondBars.supersededAt),
  )

/** The newest final day held of that source; null: nothing final. */
export async function findNewestSecond(db: Executor, series: SecondSeries): Promise<IsoDate | null> {
  const [row] = await db
    .select({ date: secondBars.sessionDate })
    .from(secondBars)
    .where(and(current(series), eq(secondBars.status, 'final')))
    .orderBy(desc(secondBars.sessionDate))
    .limit(1)
  return row?.date ?? null
}

const figures = ['open', 'high', 'low', 'close', 'adj_close', 'volume'] as const
const columns = [...figures, 'status', 'basis', 'flags', 'payload_id']

/**
 * Writes bars as revisions and gives their number, by the rules of `upsertBars`: a provisional bar never replaces a final
 * one, nulls alone change nothing, and rounding is no change. Each day at most once.
 */
export async function upsertSecondBars(
  revision: Revision,
  { instrumentId, source, bars: told, payloadId }: SecondSeries & SecondWrite,
): Promise<number> {
  if (told.length === 0) return 0
  const column = (read: (bar: Bar) => number | string | null) => arrayLiteral(told.map((bar) => read(bar)))
  const incoming = sql`
    select ${instrumentId}::smallint as instrument_id, ${source}::text as source, session_date, open, high, low,
      close, adj_close, volume, status, basis, string_to_array(flags, ' ') as flags, ${payloadId}::int as payload_id
    from unnest(
      ${column(({ date }) => date)}::date[], ${column(({ open }) => open)}::float8[],
      ${column(({ high }) => high)}::float8[], ${column(({ low }) => low)}::float8[],
      ${column(({ close }) => close)}::float8[], ${column(({ adjClose }) => adjClose)}::float8[],
      ${column(({ volume }) => volume)}::float8[], ${column(({ status }) => status)}::text[],
      ${column(({ basis }) => basis)}::text[], ${column(({ flags }) => flags.join(' '))}::text[]
    ) as told(session_date, open, high, low, close, adj_close, volume, status, basis, flags)`
  return reviseRows(revision, {
    table: 'second_bars',
    key: ['instrument_id', 'source', 'session_date'],
    incoming,
    changed: sql`(n.status = 'final' or h.status = 'provisional') and (
      (h.status, h.basis) is distinct from (n.status, n.basis) or ${sql.join(figures.map(hasMoved), sql` or `)})`,
    values: Object.fromEntries(columns.map((name) => [name, sql`n.${sql.identifier(name)}`])),
  })
}

type SecondWrite = { readonly bars: readonly Bar[]; readonly payloadId: number | null }

/** Adjusted closes are computed anew with each answer; their last digits say nothing. */
function hasMoved(name: (typeof figures)[number]): SQL {
  const column = sql.identifier(name)
  const tolerance = sql.raw(name === 'adj_close' ? '1e-6' : '1e-9')
  return sql`(n.${column} is not null and (h.${column} is null
    or abs(n.${column} - h.${column}) > ${tolerance} * greatest(abs(n.${column}), abs(h.${column}))))`
}

/**
 * Puts bars of a second source where the series has none of a live source: on days without a bar, in the place of
 * starter rows, and final ones where only a provisional one is held. Its own former bars there are brought up to date.
 * Each keeps its source and basis, so that the preferred source's next answer replaces it as a revision. What is in
 * doubt, or was not traded, stands in for nothing. `answeredFrom` is the first day of the answer just stored: older bars
 * that are no raw ones may be on the scale before a split since. Gives the number of bars written.
 */
export async function fillFromSecond(
  revision: Revision,
  { instrumentId, source, answeredFrom }: SecondSeries & { readonly answeredFrom: IsoDate },
): Promise<number> {
  const prices = sql.join(
    [...figures, 'status', 'basis'].map((name) => sql.identifier(name)),
    sql`, `,
  )
  const copied = columns.map((name) => [name, sql`n.${sql.identifier(name)}`] as const)
  const held = sql`(${sql.join(
    figures.map((name) => sql`h.${sql.identifier(name)}`),
    sql`, `,
  )}, h.source, h.status, h.basis)`
  const fresh = sql`(${sql.join(
    figures.map((name) => sql`n.${sql.identifier(name)}`),
    sql`, `,
  )}, ${source}, n.status, n.basis)`
  return reviseRows(revision, {
    table: 'bars',
    key: ['instrument_id', 'session_date'],
    incoming: sql`
      select instrument_id, session_date, ${prices}, flags, payload_id,
        (select coalesce(max(epoch), 1) from bars where instrument_id = ${instrumentId} and superseded_at is null) as epoch
      from second_bars
      where instrument_id = ${instrumentId} and source = ${source} and superseded_at is null
        and not flags && '{suspect,hl_inconsistent,off_calendar,no_trade}'
        and (basis = 'raw' or session_date >= ${answeredFrom})`,
    changed: sql`(n.status = 'final' or h.status = 'provisional') and ${held} is distinct from ${fresh}
      and (h.source in ('starter', ${source}) or (h.status = 'provisional' and n.status = 'final'))`,
    values: { ...Object.fromEntries(copied), source: sql`${source}`, epoch: sql`n.epoch` },
  })
}

/** A day on which the series and a second source have a final close. */
export type ClosePair = {
  readonly date: IsoDate
  readonly shown: StoredBar
  readonly second: StoredBar
  readonly source: string
}

/** The newest of those days, newest first; `source` is the shown bar's. Bars under review and adjusted ones aside. */
export async function listNewestPairs(
  db: Executor,
  { instrumentId, source, most }: SecondSeries & { readonly most: number },
): Promise<readonly ClosePair[]> {
  const read = (table: typeof bars | typeof secondBars) => ({
    date: table.sessionDate,
    open: table.open,
    high: table.high,
    low: table.low,
    close: table.close,
    adjClose: table.adjClose,
    volume: table.volume,
    basis: table.basis,
    flags: table.flags,
    recordedAt: table.recordedAt,
  })
  return db
    .select({
      date: bars.sessionDate,
      source: bars.source,
      shown: read(bars),
      second: read(secondBars),
    })
    .from(bars)
    .innerJoin(
      secondBars,
      and(
        current({ instrumentId, source }),
        eq(secondBars.sessionDate, bars.sessionDate),
        eq(secondBars.status, 'final'),
        ne(secondBars.basis, 'adjusted'),
      ),
    )
    .where(
      and(
        eq(bars.instrumentId, instrumentId),
        isNull(bars.supersededAt),
        ne(bars.source, source),
        ne(bars.source, 'starter'),
        eq(bars.status, 'final'),
        ne(bars.basis, 'adjusted'),
        sql`not 'suspect' = any(${bars.flags})`,
      ),
    )
    .orderBy(desc(bars.sessionDate))
    .limit(most)
}
