/** Oreline's tables in a database, which may hold tables of others as well. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sql, TransactionSql } from 'postgres'
import * as z from 'zod'

/** A table as it stands in the database. `identity`: the column that counts by itself; null: none does. */
export type StoredTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly identity: string | null
}

const snapshotSchema = z.object({ tables: z.record(z.string(), z.object({ name: z.string() })) })

/** The name of every table that any migration has ever made: what drizzle-kit noted beside each of them. */
export async function knownTables(migrations: string): Promise<ReadonlySet<string>> {
  const folder = path.join(migrations, 'meta')
  const files = (await readdir(folder)).filter((name) => name.endsWith('_snapshot.json'))
  const snapshots = await Promise.all(
    files.map(async (name) =>
      snapshotSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
    ),
  )
  return new Set(snapshots.flatMap(({ tables }) => Object.values(tables).map(({ name }) => name)))
}

type Row = StoredTable & { readonly refers_to: readonly string[] }

/** Those of the tables that are there, each after the ones it refers to. Generated columns are left out. */
export async function listTables(
  tx: Sql | TransactionSql,
  known: ReadonlySet<string>,
): Promise<readonly StoredTable[]> {
  const rows = await tx<Row[]>`
    select relation.relname as name,
      array(select attname::text from pg_attribute
        where attrelid = relation.oid and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum) as columns,
      (select attname from pg_attribute
        where attrelid = relation.oid and attidentity <> '' and not attisdropped) as identity,
      array(select referred.relname::text from pg_constraint
        join pg_class referred on referred.oid = confrelid
        where conrelid = relation.oid and contype = 'f' and confrelid <> conrelid) as refers_to
    from pg_class relation
    where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'r'
      and relation.relname = any(${[...known]})
    order by relation.relname collate "C"`
  return referredFirst(rows)
}

function referredFirst(tables: readonly Row[]): readonly StoredTable[] {
  const ordered: StoredTable[] = []
  const place = ({ refers_to: refersTo, ...table }: Row): void => {
    if (ordered.some(({ name }) => name === table.name)) return
    for (const referred of tables) if (refersTo.includes(referred.name)) place(referred)
    ordered.push(table)
  }
  for (const table of tables) place(table)
  return ordered
}

/** Whether any of the tables has a row. */
export async function haveRows(sql: Sql | TransactionSql, tables: readonly StoredTable[]): Promise<boolean> {
  for (const { name } of tables) {
    const [row] = await sql`select exists (select from ${sql(`public.${name}`)}) as "hasRows"`
    if (row?.['hasRows'] === true) return true
  }
  return false
}
