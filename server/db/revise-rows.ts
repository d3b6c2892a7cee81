import { sql, type SQL } from 'drizzle-orm'
import type { Revision } from './revision.ts'

/** Rows as they come in, against a table with history. In the expressions `n` is the row coming in, `h` the one held. */
export type RowsToRevise = {
  readonly table: string
  /** The columns that name a row; together with `revision` the primary key. */
  readonly key: readonly string[]
  /** A query that gives each key at most once. */
  readonly incoming: SQL
  /** Whether `n` says something else than `h`; only asked where a row is held. */
  readonly changed: SQL
  /** What is written, by column; `h` is all null where no row is held. */
  readonly values: Readonly<Record<string, SQL>>
}

/**
 * Writes each row that is new or changed as the next revision of its key and ends the former at the same instant. What
 * is unchanged is not touched, nothing is deleted. Gives the number of rows written.
 */
export async function reviseRows(
  { tx, recordedAt }: Revision,
  { table, key, incoming, changed, values }: RowsToRevise,
): Promise<number> {
  const into = sql.identifier(table)
  const columns = Object.keys(values)
  const listOf = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    )
  const sameKey = (a: string, b: string) =>
    sql.join(
      key.map(
        (name) =>
          sql`${sql.identifier(a)}.${sql.identifier(name)} = ${sql.identifier(b)}.${sql.identifier(name)}`,
      ),
      sql` and `,
    )
  const written = await tx.execute(sql`
    with incoming as materialized (${incoming}),
    compared as materialized (
      select ${sql.join(
        key.map((name) => sql`n.${sql.identifier(name)}`),
        sql`, `,
      )}, h.revision as held_revision,
        ${sql.join(
          columns.map((name) => sql`${values[name]} as ${sql.identifier(name)}`),
          sql`, `,
        )}
      from incoming n left join ${into} h on ${sameKey('h', 'n')} and h.superseded_at is null
      where h.revision is null or (${changed})),
    closed as (
      update ${into} former set superseded_at = ${recordedAt} from compared
      where compared.held_revision is not null
        and ${sameKey('former', 'compared')} and former.revision = compared.held_revision
      returning 1)
    insert into ${into} (${listOf(key)}, revision, ${listOf(columns)}, recorded_at)
    select ${listOf(key)},
      1 + coalesce(held_revision, (select max(former.revision) from ${into} former where ${sameKey('former', 'compared')}), 0),
      ${listOf(columns)}, ${recordedAt}::timestamptz
    from compared
    -- Counting them ends all former rows before the first new one comes in: one current row per key at any time.
    where (select count(*) from closed) >= 0`)
  return written.count
}
