/** Raw answers: kept as they came, so that a parser fix can be replayed and a failure be read. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Db, Executor } from './client.ts'
import { rawPayloads } from './schema/raw-payloads.ts'

const compress = promisify(zstdCompress)

/** Bodies live so long after they last came. */
const keptDays = 30
const dayMs = 86_400_000
/** Of the bodies that failed to parse, so many per source are kept for ever. */
const mostFailures = 50

/** An answer to keep. `body` is decompressed, `url` free of secrets. */
export type RawPayload = Pick<
  typeof rawPayloads.$inferSelect,
  | 'source'
  | 'requestKey'
  | 'url'
  | 'fetchedAt'
  | 'status'
  | 'contentType'
  | 'sha256'
  | 'parserVersion'
  | 'outcome'
  | 'parseFailed'
> & { readonly body: Uint8Array }

/** Where answers are kept while a provider is asked. */
export const payloadStore = (db: Db) => ({
  /** Gives the id. A body that is kept already, by its hash, is not stored twice. */
  keep: async (payload: RawPayload): Promise<number> => keepPayload(db, payload),
  /** The newest answer to that question whose rows are stored; null: none. */
  lastHash: async (source: string, requestKey: string) => lastStored(db, source, requestKey),
})

/** Gives the id; within a transaction where the rows of the answer are stored in the same. */
export async function keepPayload(db: Executor, { body, ...payload }: RawPayload): Promise<number> {
  const { source, sha256, parseFailed } = payload
  const [held] = await db
    .select({ id: rawPayloads.id })
    .from(rawPayloads)
    .where(and(eq(rawPayloads.source, source), eq(rawPayloads.sha256, sha256), isNotNull(rawPayloads.body)))
    .limit(1)
  const [row] = await db
    .insert(rawPayloads)
    .values({
      ...payload,
      byteLength: body.byteLength,
      body: held === undefined ? await compress(body) : null,
    })
    .returning({ id: rawPayloads.id })
  invariant(row !== undefined, 'an inserted answer has an id')
  if (parseFailed) await dropOldFailures(db, source)
  return row.id
}

async function lastStored(
  db: Db,
  source: string,
  requestKey: string,
): Promise<{ readonly sha256: string; readonly parserVersion: number } | null> {
  const { sha256, parserVersion, fetchedAt, id } = rawPayloads
  const [last] = await db
    .select({ sha256, parserVersion })
    .from(rawPayloads)
    .where(
      and(
        eq(rawPayloads.source, source),
        eq(rawPayloads.requestKey, requestKey),
        isNotNull(rawPayloads.rowsStoredAt),
      ),
    )
    .orderBy(desc(fetchedAt), desc(id))
    .limit(1)
  return last ?? null
}

/** Called in the transaction that stores their rows: from here on an equal answer says nothing new. */
export async function markRowsStored(
  tx: Executor,
  payloadIds: readonly number[],
  at: Instant,
): Promise<void> {
  if (payloadIds.length === 0) return
  await tx
    .update(rawPayloads)
    .set({ rowsStoredAt: at })
    .where(inArray(rawPayloads.id, [...payloadIds]))
}

/**
 * Whether the rows of an answer to the same question that came later are stored already. Which came later is told by
 * their numbers, not by the clock: that may have stepped back.
 */
export async function isOvertaken(tx: Executor, payloadId: number): Promise<boolean> {
  const [row] = await tx.execute<{ newest: number }>(sql`
    select newest.id as newest from raw_payloads own cross join lateral (
      select id from raw_payloads kept
      where kept.source = own.source and kept.request_key = own.request_key and kept.rows_stored_at is not null
      order by kept.fetched_at desc, kept.id desc limit 1) newest
    where own.id = ${payloadId}`)
  return row !== undefined && row.newest > payloadId
}

async function dropOldFailures(db: Executor, source: string): Promise<void> {
  await db.execute(sql`
    update raw_payloads set body = null
    where id in (
      select id from raw_payloads where source = ${source} and parse_failed and body is not null
      order by id desc offset ${mostFailures})`)
}

/**
 * Drops the bodies that last came more than 30 days ago and could be read; hashes stay. Gives their number. Files that
 * an operator has brought in stay for ever: nobody can be asked for them again.
 */
export async function prunePayloads(db: Db, now: Instant): Promise<number> {
  const oldest = plusMs(now, -keptDays * dayMs)
  const pruned = await db.execute(sql`
    update raw_payloads aged set body = null
    where body is not null and not parse_failed and source <> 'import' and fetched_at < ${oldest} and not exists (
      select from raw_payloads again
      where again.source = aged.source and again.sha256 = aged.sha256 and again.fetched_at >= ${oldest})`)
  return pruned.count
}
