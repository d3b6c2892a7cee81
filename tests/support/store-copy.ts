/** Databases of a test's own, and everything that stands in one. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shippedMigrations } from '@oreline/server/db/migrate.ts'
import type { Store } from '@oreline/server/db/open.ts'

type Journal = { entries: { tag: string }[] }

/** How many migrations this program has. */
export async function countShipped(): Promise<number> {
  return (await readJournal(shippedMigrations)).entries.length
}

/** The oldest `count` migrations of this program, as the Oreline of that time had them; removed by the caller. */
export async function formerMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'oreline-migrations-'))
  await cp(shippedMigrations, folder, { recursive: true })
  const journal = await readJournal(folder)
  for (const { tag } of journal.entries.slice(count)) {
    await rm(path.join(folder, `${tag}.sql`))
    await rm(path.join(folder, 'meta', `${tag.slice(0, 4)}_snapshot.json`))
  }
  const kept = { ...journal, entries: journal.entries.slice(0, count) }
  await writeFile(path.join(folder, 'meta', '_journal.json'), JSON.stringify(kept))
  return folder
}

async function readJournal(folder: string): Promise<Journal> {
  return JSON.parse(await readFile(path.join(folder, 'meta', '_journal.json'), 'utf8'))
}

/** Every row of every table of Oreline's but those named, as text in no order of the server's choosing. */
export async function rowsOf(
  { sql }: Pick<Store, 'sql'>,
  {
    without = [],
    tables,
  }: { readonly without?: readonly string[]; readonly tables?: readonly string[] } = {},
): Promise<Readonly<Record<string, readonly string[]>>> {
  const all = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`
  const names = tables ?? all.map(({ name }) => name).filter((name) => !without.includes(name))
  const rows: Record<string, readonly string[]> = {}
  for (const name of names) {
    const found = await sql<{ row: string }[]>`select t::text as row from ${sql(name)} t order by 1`
    rows[name] = found.map(({ row }) => row)
  }
  return rows
}
