import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import { sql } from 'drizzle-orm'
import type { Revision } from './revision.ts'

export type RejectWrite = {
  readonly source: string
  /** A ticker, or `all`. */
  readonly scope: string
  readonly payloadId: number | null
  readonly rejects: readonly Reject[]
}

/** Keeps the rows of an accepted answer that failed their schema; one that came before, word for word, is not kept again. */
export async function keepRejects(
  { tx, recordedAt }: Revision,
  { source, scope, payloadId, rejects }: RejectWrite,
): Promise<void> {
  if (rejects.length === 0) return
  await tx.execute(sql`
    insert into rejects (source, scope, payload_id, position, reason, body, recorded_at)
    select ${source}, ${scope}, ${payloadId}::int, bad.index, bad.reason, bad.row, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rejects)}::jsonb) as bad(index int, reason text, row jsonb)
    where not exists (
      select from rejects held
      where held.source = ${source} and held.scope = ${scope} and held.reason = bad.reason
        and held.body is not distinct from bad.row)`)
}
