/** Puts documents that have just come in to their copies: into one item of the inbox, the earliest. */
import { mergeKeys } from '@oreline/shared/domain/inbox/merge-keys.ts'
import { planMerge, type Arrival, type MergeGroup } from '@oreline/shared/domain/inbox/merge.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import { readItems } from './inbox-reading.ts'
import type { Revision } from './revision.ts'
import { inboxItems, inboxKeys } from './schema/inbox.ts'
import { policyDocuments } from './schema/policy-documents.ts'

/** Places the documents that this revision wrote for a source, and reads what they say. */
export async function placeDocuments(revision: Revision, source: string): Promise<void> {
  const arrivals = await listArrivals(revision, source)
  const groups = planMerge(arrivals, await findKnown(revision, arrivals))
  const fresh = await makeItems(
    revision,
    groups.filter(({ item }) => item === null),
  )
  const placed = groups.map((group) => ({ group, item: group.item ?? fresh.get(group) }))
  const touched: number[] = []
  for (const { group, item } of placed) {
    invariant(item !== undefined, 'every group has an item')
    if (group.folded.length > 0) await foldItems(revision, group.folded, item)
    touched.push(item)
  }
  await writePlaces(revision, source, placed)
  await readItems(revision.tx, touched)
}

async function listArrivals({ tx, recordedAt }: Revision, source: string): Promise<readonly Arrival[]> {
  const { sourceId, itemId, body, firstSeenAt } = policyDocuments
  const rows = await tx
    .select({ sourceId, itemId, body, firstSeenAt })
    .from(policyDocuments)
    .where(and(eq(policyDocuments.source, source), eq(policyDocuments.recordedAt, recordedAt)))
  return rows.map((row) => ({
    ref: row.sourceId,
    item: row.itemId,
    keys: mergeKeys(row.body, { source, seenOn: isoDateSchema.parse(row.firstSeenAt.slice(0, 10)) }),
  }))
}

async function findKnown(
  { tx }: Revision,
  arrivals: readonly Arrival[],
): Promise<ReadonlyMap<string, number>> {
  const keys = [...new Set(arrivals.flatMap(({ keys: { sought } }) => sought))]
  const rows = await tx
    .select({ key: inboxKeys.key, itemId: inboxKeys.itemId })
    .from(inboxKeys)
    .where(sql`${inboxKeys.key} = any(${arrayLiteral(keys)}::text[])`)
  return new Map(rows.map(({ key, itemId }) => [key, itemId]))
}

async function makeItems(
  { tx, recordedAt }: Revision,
  groups: readonly MergeGroup[],
): Promise<ReadonlyMap<MergeGroup, number>> {
  if (groups.length === 0) return new Map()
  const made = await tx
    .insert(inboxItems)
    .values(groups.map(() => ({ firstSeenAt: recordedAt })))
    .returning({ id: inboxItems.id })
  return new Map(
    made.flatMap(({ id }, index) => {
      const group = groups[index]
      return group === undefined ? [] : [[group, id]]
    }),
  )
}

/** What belonged to later items belongs to the earlier one; what was decided about them stays where it was decided. */
async function foldItems({ tx }: Revision, later: readonly number[], into: number): Promise<void> {
  await tx.update(policyDocuments).set({ itemId: into }).where(inArray(policyDocuments.itemId, later))
  await tx.update(inboxKeys).set({ itemId: into }).where(inArray(inboxKeys.itemId, later))
  await tx.update(inboxItems).set({ mergedInto: into }).where(inArray(inboxItems.id, later))
  // One step leads to where it stands now, however often it was folded.
  await tx.update(inboxItems).set({ mergedInto: into }).where(inArray(inboxItems.mergedInto, later))
}

async function writePlaces(
  { tx }: Revision,
  source: string,
  placed: readonly { readonly group: MergeGroup; readonly item: number | undefined }[],
): Promise<void> {
  const places = placed.flatMap(({ group: { refs }, item }) => refs.map((ref) => ({ ref, item })))
  await tx.execute(sql`
    update policy_documents document set item_id = place.item
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place(ref text, item integer)
    where document.source = ${source} and document.source_id = place.ref
      and document.item_id is distinct from place.item`)
  const keys = placed.flatMap(({ group, item }) => group.keys.map((key) => ({ key, item })))
  await tx.execute(sql`
    insert into inbox_keys (key, item_id)
    select key, item from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as held(key text, item integer)
    on conflict (key) do nothing`)
}
