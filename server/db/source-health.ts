/** How the sources do, written after every attempt. What follows from an attempt is decided by the domain. */
import { afterAttempt, type Attempt, type HealthRow } from '@oreline/shared/domain/health/after-attempt.ts'
import { isOnByDefault, sources } from '@oreline/shared/domain/sources/source.ts'
import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Db, Executor } from './client.ts'
import { sourceHealth, sourceSwitches } from './schema/source-health.ts'
import { bumpVersion } from './version-count.ts'
import type { DataScope } from './versions.ts'

/** A source and what of it: a ticker, or `all`. */
export type SourceScope = { readonly source: string; readonly scope: string }

/** null: never asked. */
export async function findHealth(db: Executor, { source, scope }: SourceScope): Promise<HealthRow | null> {
  const [row] = await db
    .select()
    .from(sourceHealth)
    .where(and(eq(sourceHealth.source, source), eq(sourceHealth.scope, scope)))
  if (row === undefined) return null
  const { source: _, scope: __, ...health } = row
  return health
}

/** Writes what follows from an attempt, and gives it. */
export async function recordAttempt(
  db: Db,
  { source, scope }: SourceScope,
  attempt: Attempt,
): Promise<HealthRow> {
  return db.transaction(async (tx) => {
    const before = await findHealth(tx, { source, scope })
    const health = afterAttempt(before, attempt)
    await tx
      .insert(sourceHealth)
      .values({ source, scope, ...health })
      .onConflictDoUpdate({ target: [sourceHealth.source, sourceHealth.scope], set: health })
    await bumpVersion(tx, 'health', attempt.at)
    // Answers say which sources have never answered: with the first good answer they change, rows or none.
    if (health.lastOkAt !== null && (before?.lastOkAt ?? null) === null)
      for (const kind of kindsOf(source)) await bumpVersion(tx, kind, attempt.at)
    return health
  })
}

/** The kinds of data that a source gives and answers are made from. */
function kindsOf(source: string): readonly DataScope[] {
  const provided = sources.find(({ id }) => id === source)?.provides ?? []
  return provided.map((kind) => (kind === 'policy' ? 'documents' : kind))
}

/** Whether the operator has switched the source off, or never on where it is off unless wanted. */
export async function isSwitchedOff(db: Executor, source: string): Promise<boolean> {
  const [row] = await db.select().from(sourceSwitches).where(eq(sourceSwitches.source, source))
  return !(row?.enabled ?? isOnByDefault(source))
}

/** What is kept of a setting that a source refused: enough to know it again, not enough to read it. */
export const fingerprintOf = (setting: string): string =>
  createHash('sha256').update(setting).digest('hex').slice(0, 32)

/** Whether the last word of the source, for any scope, was that it refuses the setting with this fingerprint. */
export async function isSetupRefused(db: Executor, source: string, fingerprint: string): Promise<boolean> {
  const [row] = await db
    .select({ scope: sourceHealth.scope })
    .from(sourceHealth)
    .where(and(eq(sourceHealth.source, source), eq(sourceHealth.refusedSetup, fingerprint)))
    .limit(1)
  return row !== undefined
}
