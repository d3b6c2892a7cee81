import type { ImportRow } from '@oreline/shared/api/imports.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { withRevision, type Revision } from '../revision.ts'
import { imports } from '../schema/imports.ts'
import { importRow, scopeOf } from './import-row.ts'

/** Where the rows of a kind are: `key` with `revision` names one, `day` is one of its columns. */
type Rows = {
  readonly table: string
  readonly key: readonly string[]
  readonly day: string
  /** What is given back, with its source and the answer it came in. */
  readonly columns: readonly string[]
}

const provenance = ['source', 'payload_id']

const rowsOf: Readonly<Record<ImportRow['kind'], Rows>> = {
  bars: {
    table: 'bars',
    key: ['instrument_id', 'session_date'],
    day: 'session_date',
    columns: [
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
      ...provenance,
    ],
  },
  fx: {
    table: 'fx_rates',
    key: ['currency', 'rate_date'],
    day: 'rate_date',
    columns: ['per_eur', ...provenance],
  },
  commodity: {
    table: 'commodity_points',
    key: ['series', 'date'],
    day: 'date',
    columns: ['value', 'low', 'high', 'flags', ...provenance],
  },
}

/**
 * Takes an import back: of its rows those that still hold are ended, and what each had replaced holds again, as a new
 * revision. Rows that something else has replaced since stay. Nothing is deleted, the file neither. What another import
 * had written that was itself taken back meanwhile is not given back. The second time is refused.
 */
export async function undoImport(db: Db, clock: Clock, id: number): Promise<ImportRow> {
  const [held] = await db.select({ kind: imports.kind }).from(imports).where(eq(imports.id, id))
  if (held === undefined)
    throw new AppError('unknown-import', `no such import: ${id}`, { parameter: 'import' })
  let undone: ImportRow | undefined
  await withRevision(db, { scope: scopeOf[held.kind], clock }, async (revision) => {
    const { tx, recordedAt } = revision
    const [row] = await tx
      .update(imports)
      .set({ undoneAt: recordedAt })
      .where(and(eq(imports.id, id), isNull(imports.undoneAt)))
      .returning()
    if (row === undefined)
      throw new AppError('already-undone', `Import ${id} has been taken back already.`, {
        parameter: 'import',
      })
    const rowsUndone = await giveBack(revision, row)
    await tx.update(imports).set({ rowsUndone }).where(eq(imports.id, id))
    undone = importRow({ ...row, rowsUndone })
    return Math.max(rowsUndone, 1)
  })
  invariant(undone !== undefined, 'a transaction that has committed has taken the import back')
  return undone
}

/** Gives the number of rows that were ended. */
async function giveBack(
  { tx, recordedAt }: Revision,
  { kind, payloadId, firstDay, lastDay }: typeof imports.$inferSelect,
): Promise<number> {
  const { table: name, key, day, columns } = rowsOf[kind]
  const table = sql.identifier(name)
  const list = (alias: string, names: readonly string[]): SQL =>
    sql.join(
      names.map((column) => sql`${sql.identifier(alias)}.${sql.identifier(column)}`),
      sql`, `,
    )
  const names = (of: readonly string[]): SQL =>
    sql.join(
      of.map((column) => sql.identifier(column)),
      sql`, `,
    )
  const sameKey = (a: string, b: string): SQL => sql`(${list(a, key)}) = (${list(b, key)})`
  const [counted] = await tx.execute<{ ended: number }>(sql`
    with mine as materialized (
      select ${list('own', key)}, min(own.revision) as first,
        max(own.revision) filter (where own.superseded_at is null) as current
      from ${table} own
      where own.payload_id = ${payloadId} and own.${sql.identifier(day)} between ${firstDay} and ${lastDay}
      group by ${list('own', key)}
      having bool_or(own.superseded_at is null)),
    former as materialized (
      select ${list('mine', key)}, mine.current, ${list('replaced', columns)}, replaced.revision as replaced
      from mine left join lateral (
        select before.* from ${table} before
        join ${table} next on ${sameKey('next', 'before')} and next.revision = before.revision + 1
        where ${sameKey('before', 'mine')} and before.revision < mine.first
          -- Replaced, and not ended before anything came in its place.
          and next.recorded_at = before.superseded_at
          and not exists (
            select from imports taken_back
            where taken_back.payload_id = before.payload_id and taken_back.undone_at is not null)
        order by before.revision desc limit 1) replaced on true),
    ended as (
      update ${table} own set superseded_at = ${recordedAt} from former
      where ${sameKey('own', 'former')} and own.revision = former.current
      returning 1),
    restored as (
      insert into ${table} (${names(key)}, revision, ${names(columns)}, recorded_at)
      select ${list('former', key)}, former.current + 1, ${list('former', columns)}, ${recordedAt}::timestamptz
      from former
      where former.replaced is not null and (select count(*) from ended) >= 0
      returning 1)
    select (select count(*) from ended)::int as ended, (select count(*) from restored)::int as restored`)
  return counted?.ended ?? 0
}
