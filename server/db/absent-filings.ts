/**
 * Filings that a source no longer lists (a regulator deletes one now and then). Nothing is deleted here: what lists over
 * its day have lacked for three days is marked, and unmarked when it is listed again.
 */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { getTableColumns, sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { filings } from './schema/filings.ts'

type FilingsOf = { readonly source: string; readonly instrumentId: number }

/** A list that holds every filing published after that day. */
type CompleteList = FilingsOf & { readonly ids: readonly string[]; readonly after: IsoDate }

/** Notes since when a held filing is missing from the lists that should have it; one that is listed is not missing. */
export async function noteAbsences(
  { tx, recordedAt }: Revision,
  { source, instrumentId, ids, after }: CompleteList,
): Promise<void> {
  const current = sql`source = ${source} and instrument_id = ${instrumentId} and superseded_at is null`
  const listed = sql`${arrayLiteral(ids)}::text[]`
  const isListed = sql`(source_id = any(${listed}) or coalesce(details->>'keylessId' = any(${listed}), false))`
  await tx.execute(sql`
    update filings set absent_since = null where ${current} and absent_since is not null and ${isListed}`)
  await tx.execute(sql`
    update filings set absent_since = ${recordedAt}
    where ${current} and absent_since is null and published_on > ${after} and not ${isListed}`)
}

/** Marks what has been missing for three days, unmarks what is back, each as a revision; gives both numbers. */
export async function markRemoved(
  revision: Revision,
  { source, instrumentId }: FilingsOf,
): Promise<{ readonly removed: number; readonly returned: number }> {
  const isGone = sql`coalesce(absent_since <= ${revision.recordedAt}::timestamptz - interval '3 days', false)`
  const mark = async (removed: boolean) =>
    reviseRows(revision, {
      table: 'filings',
      key: ['source', 'source_id', 'instrument_id'],
      incoming: sql`
        select * from filings
        where source = ${source} and instrument_id = ${instrumentId} and superseded_at is null
          and removed_upstream = ${!removed} and ${isGone} = ${removed}`,
      changed: sql`true`,
      values: { ...asBefore, removed_upstream: sql`${removed}::boolean` },
    })
  return { removed: await mark(true), returned: await mark(false) }
}

const ofTheRevision = new Set([
  'source',
  'source_id',
  'instrument_id',
  'revision',
  'recorded_at',
  'superseded_at',
])

const asBefore = Object.fromEntries(
  Object.keys(getTableColumns(filings))
    .map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    .filter((name) => !ofTheRevision.has(name))
    .map((name) => [name, sql`n.${sql.identifier(name)}`]),
)
