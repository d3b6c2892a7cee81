/** Changes of reviewed records by people: refused where somebody else was quicker, kept with who, when and why. */
import { sourceAhead, type EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { isoDateSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Db, Executor } from './client.ts'
import { writeOperatorRecord, type OperatorRecord } from './operator-record.ts'
import { listReference, type ReferenceRow } from './reference-rows.ts'
import { inRevision, type Revision } from './revision.ts'
import { referenceChanges, referenceRevisions } from './schema/reference.ts'

/** `base`: the revision the editor started from; null: there was no such record. */
export type ReferenceEdit = OperatorRecord & { readonly base: number | null }

type Change = typeof referenceChanges.$inferSelect
export type EditAction = Change['action']

/** Who and why, and what kind of change it is. */
export type EditNote = { readonly reason: EditReason; readonly action: EditAction }

/** `conflict`: nothing was written, for `held` is what stands under the key by now (null: it was removed). */
export type EditOutcome =
  | { readonly kind: 'written'; readonly rows: number; readonly recordedAt: Instant }
  | { readonly kind: 'conflict'; readonly key: string; readonly held: ReferenceRow | null }

/** Writes all of the edits or none of them. One that says what is held already writes nothing, and leaves no trace. */
export async function editReference(
  db: Db,
  clock: Clock,
  { edits, ...note }: { readonly edits: readonly ReferenceEdit[] } & EditNote,
): Promise<EditOutcome> {
  const { conflict, rows, recordedAt } = await inRevision(
    db,
    { scope: 'reference', clock },
    async (revision) => {
      for (const { kind, key, base } of edits) {
        const [held] = await listReference(revision.tx, kind, { asOf: null, key })
        if ((held?.id ?? null) !== base) return { rows: 0, conflict: { key, held: held ?? null } }
      }
      return { rows: await writeEdits(revision, edits, note), conflict: null }
    },
  )
  return conflict === null ? { kind: 'written', rows, recordedAt } : { kind: 'conflict', ...conflict }
}

/**
 * Writes records in an open transaction of the scope `reference`, for whoever has looked there at what they replace, and
 * gives the number of rows. One that says what is held already leaves no trace. Throws where a source lies ahead.
 */
export async function writeEdits(
  revision: Revision,
  records: readonly OperatorRecord[],
  { reason, action }: EditNote,
): Promise<number> {
  assertReached(reason, revision.recordedAt)
  let written = 0
  for (const record of records) {
    const count = await writeOperatorRecord(revision, record)
    if (count === 0) continue
    written += count
    await revision.tx.insert(referenceChanges).values({
      kind: record.kind,
      key: record.key,
      recordedAt: revision.recordedAt,
      action,
      by: reason.by,
      why: reason.why,
      sources: reason.sources,
      oneSourceBecause: reason.one_source_because,
    })
  }
  return written
}

/** Refuses, naming the field, a source that bears a day nobody has reached. */
function assertReached(reason: EditReason, now: Instant): void {
  const place = sourceAhead(reason, isoDateSchema.parse(now.slice(0, 10)))
  if (place === null) return
  const date = reason.sources[place]?.date ?? ''
  throw new AppError('invalid-input', `the source bears ${date}, a day nobody has reached`, {
    parameter: `reason.sources.${place}.date`,
  })
}

/** One revision of a record. `change` null: it was shipped, or written before changes were kept. */
export type HistoryEntry = Omit<ReferenceRow, 'key'> & {
  readonly supersededAt: Instant | null
  readonly change: Change | null
}

/**
 * Every revision of a record by an instant (null: by now), oldest first, and the changes behind them; `removals` ended it
 * without another body. What was superseded later still stood.
 */
export async function listHistory(
  db: Executor,
  kind: OperatorRecord['kind'],
  { key, asOf }: { readonly key: string; readonly asOf: Instant | null },
): Promise<{ readonly revisions: readonly HistoryEntry[]; readonly removals: readonly Change[] }> {
  const { id, body, origin, recordedAt, supersededAt } = referenceRevisions
  const rows = await db
    .select({ id, body, origin, recordedAt, supersededAt })
    .from(referenceRevisions)
    .where(
      and(
        eq(referenceRevisions.kind, kind),
        eq(referenceRevisions.key, key),
        asOf === null ? undefined : lte(recordedAt, asOf),
      ),
    )
    .orderBy(asc(recordedAt))
  const changes = await db
    .select()
    .from(referenceChanges)
    .where(
      and(
        eq(referenceChanges.kind, kind),
        eq(referenceChanges.key, key),
        asOf === null ? undefined : lte(referenceChanges.recordedAt, asOf),
      ),
    )
    .orderBy(asc(referenceChanges.recordedAt))
  return {
    revisions: rows.map((row) => ({
      ...row,
      supersededAt: asOf !== null && isAfter(row.supersededAt, asOf) ? null : row.supersededAt,
      change: changes.find((change) => change.recordedAt === row.recordedAt) ?? null,
    })),
    removals: changes.filter(({ action }) => action === 'remove'),
  }
}
