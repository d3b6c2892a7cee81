/** Daily bars, written. What counts as a change is decided here, once for every provider. */
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { sql, type SQL } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Db } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import { withRevision, type Revision, type Written } from './revision.ts'

/** A bar for the store. `epoch` counts the rescalings of its series, from 1: closes of two epochs are never compared. */
export type BarRow = Bar & { readonly instrumentId: number; readonly epoch: number }

export type BarWrite = {
  /** Each instrument and session day at most once. */
  readonly rows: readonly BarRow[]
  readonly source: string
  /** The raw answer they come from; null: none is kept. */
  readonly payloadId: number | null
}

/** Each statement takes so many: enough to amortise it, few enough to stay in memory. */
const chunkSize = 5_000

/**
 * Writes bars as revisions and gives their number. A provisional bar never replaces a final one, nor a doubtful bar one
 * that is final and trusted: what contradicts its neighbours, or itself, corrects nothing. A value counts as
 * changed beyond 1e-9 of itself after rounding to 6 decimals (float32 noise); of the adjusted close beyond 1e-6, for a
 * vendor computes it anew each time. Another source, status, basis or epoch is a change too, so that the first live
 * answer replaces starter rows even where it agrees. That another source has confirmed a bar (`confirmed`) no
 * answer takes back while it says the same.
 *
 * Null in an answer means that the provider has no value there. It alone changes nothing: what is held stays. Where
 * something else did change, the new revision is what the answer says, its nulls included, for a row mixed from two
 * answers would be one that no source ever gave; the former row stays readable.
 */
export async function upsertBars(revision: Revision, { rows, source, payloadId }: BarWrite): Promise<number> {
  let written = 0
  for (let from = 0; from < rows.length; from += chunkSize)
    written += await reviseRows(revision, {
      table: 'bars',
      key: ['instrument_id', 'session_date'],
      incoming: barColumns(rows.slice(from, from + chunkSize)),
      changed: changedBar(source),
      values: {
        ...Object.fromEntries(ownColumns.map((name) => [name, sql`n.${sql.identifier(name)}`])),
        source: sql`${source}`,
        payload_id: sql`${payloadId}::int`,
      },
    })
  return written
}

/** `upsertBars` in a transaction of its own: for many rows at once. */
export async function ingestBars(db: Db, clock: Clock, write: BarWrite): Promise<Written> {
  return withRevision(db, { scope: 'prices', clock }, async (revision) => upsertBars(revision, write))
}

const ownColumns = [
  'open',
  'high',
  'low',
  'close',
  'adj_close',
  'volume',
  'status',
  'basis',
  'flags',
  'epoch',
]

function barColumns(rows: readonly BarRow[]): SQL {
  const column = (read: (row: BarRow) => number | string | null) => arrayLiteral(rows.map((row) => read(row)))
  return sql`
    select instrument_id, session_date, open, high, low, close, adj_close, volume, status, basis,
      string_to_array(flags, ' ') as flags, epoch
    from unnest(
      ${column((row) => row.instrumentId)}::smallint[], ${column((row) => row.date)}::date[],
      ${column((row) => rounded(row.open))}::float8[], ${column((row) => rounded(row.high))}::float8[],
      ${column((row) => rounded(row.low))}::float8[], ${column((row) => rounded(row.close))}::float8[],
      ${column((row) => rounded(row.adjClose))}::float8[], ${column((row) => row.volume)}::float8[],
      ${column((row) => row.status)}::text[], ${column((row) => row.basis)}::text[],
      ${column((row) => row.flags.join(' '))}::text[], ${column((row) => row.epoch)}::smallint[]
    ) as incoming(instrument_id, session_date, open, high, low, close, adj_close, volume, status, basis, flags, epoch)`
}

const rounded = (price: number | null): number | null =>
  price === null ? null : Math.round(price * 1e6) / 1e6

function changedBar(source: string): SQL {
  const beyond = (tolerance: number) => (name: string) => {
    const column = sql.identifier(name)
    return sql`(n.${column} is not null and (h.${column} is null
      or abs(n.${column} - h.${column}) > ${sql.raw(String(tolerance))} * greatest(abs(n.${column}), abs(h.${column}))))`
  }
  const prices = ['open', 'high', 'low', 'close', 'volume']
  const values = [...prices.map(beyond(1e-9)), beyond(1e-6)('adj_close')]
  const takesAway = [...prices, 'adj_close'].map((name) => {
    const column = sql.identifier(name)
    return sql`(n.${column} is null and h.${column} is not null)`
  })
  const isDoubtful = (row: string) => sql`${sql.identifier(row)}.flags && '{suspect,hl_inconsistent}'`
  const wouldSpoil = sql`h.status = 'final' and h.epoch = n.epoch and ${isDoubtful('n')} and not ${isDoubtful('h')}`
  return sql`(n.status = 'final' or h.status = 'provisional') and not (${wouldSpoil}) and (
    (h.source, h.status, h.basis, h.epoch) is distinct from (${source}, n.status, n.basis, n.epoch)
    or ${sql.join(values, sql` or `)}
    or (n.flags <> array_remove(h.flags, 'confirmed') and not (${sql.join(takesAway, sql` or `)})))`
}
