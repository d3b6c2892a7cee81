import type { RecordChange } from '@oreline/shared/api/policy-edits.ts'
import { changedFields } from '@oreline/shared/domain/policy/changed-fields.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import type { HistoryEntry, listHistory } from '../db/reference-edits.ts'

type History = Awaited<ReturnType<typeof listHistory>>
/** What a newer seed says of a record that was changed here, and since when. */
type Shipped = { readonly body: object; readonly notedAt: Instant }

/** A record's life, newest first: each revision with what it changed, its ends, and what was shipped beside it since. */
export function recordHistory({ revisions, removals }: History, shipped: Shipped | null): RecordChange[] {
  const changes = [
    ...revisions.map((entry, place) => revisionRow(entry, revisions[place - 1])),
    ...removals.map((change) => ({
      revision: null,
      recorded_at: change.recordedAt,
      fields: [],
      ...told(change),
    })),
    ...shippedRows(revisions.at(-1), shipped),
  ]
  return changes.toSorted((one, other) => (isAfter(one.recorded_at, other.recorded_at) ? -1 : 1))
}

function revisionRow(entry: HistoryEntry, former: HistoryEntry | undefined): RecordChange {
  // After a removal the record begins anew.
  const before = former?.supersededAt === entry.recordedAt ? former.body : null
  return {
    revision: entry.id,
    recorded_at: entry.recordedAt,
    fields: changedFields(asObject(before), asObject(entry.body)),
    ...(entry.change === null
      ? { ...nobody, action: entry.origin === 'seed' ? 'seed' : 'edit' }
      : told(entry.change)),
  }
}

/** Nothing once the two say the same, or the record has ended. */
function shippedRows(last: HistoryEntry | undefined, shipped: Shipped | null): RecordChange[] {
  if (last === undefined || last.supersededAt !== null || shipped === null) return []
  const fields = changedFields(asObject(last.body), shipped.body)
  if (fields.length === 0) return []
  return [{ revision: null, recorded_at: shipped.notedAt, ...nobody, action: 'shipped-update', fields }]
}

const nobody = { by: null, why: null, sources: [], one_source_because: null }

const told = ({ action, by, why, sources, oneSourceBecause }: NonNullable<HistoryEntry['change']>) => ({
  action,
  by,
  why,
  sources: [...sources],
  one_source_because: oneSourceBecause,
})

const asObject = (body: unknown): object | null => (typeof body === 'object' ? body : null)
