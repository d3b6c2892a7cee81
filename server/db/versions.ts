import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from './client.ts'
import { dataVersions } from './schema/data-versions.ts'

/** A kind of stored data whose changes are counted. */
export type DataScope = (typeof dataVersions.$inferSelect)['scope']

/** `label` changes with every writing transaction of the kinds asked for, `changedAt` is the newest; null: none yet. */
export type Versions = { readonly label: string; readonly changedAt: Instant | null }

/**
 * The state of the data an answer is made from; read in the same snapshot as the data. All five rows are read, for a
 * query without parameters takes a third of the time, and every answer waits for this one.
 */
export async function readVersions(db: Executor, scopes: readonly DataScope[]): Promise<Versions> {
  const rows = await db.select().from(dataVersions)
  const asked = scopes.map((scope) => ({ scope, row: rows.find((row) => row.scope === scope) }))
  return {
    label: asked.map(({ scope, row }) => `${scope}-${row?.version ?? 0}`).join('.'),
    changedAt: newest(asked.flatMap(({ row }) => (row === undefined ? [] : [row.changedAt]))),
  }
}

/** Instants of the store sort as strings. */
function newest(instants: readonly Instant[]): Instant | null {
  return instants.toSorted().at(-1) ?? null
}
