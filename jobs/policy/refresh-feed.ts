import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Warning } from '@oreline/shared/kernel/outcome.ts'
import { listHeldDocuments } from '@oreline/server/db/held-documents.ts'
import { markRowsStored } from '@oreline/server/db/payloads.ts'
import { takeInDocuments } from '@oreline/server/db/policy-documents.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { findHealth } from '@oreline/server/db/source-health.ts'
import type { Attempted } from '../attempt-source.ts'
import type { JobContext } from '../define-job.ts'
import { askProvider } from '../providers/ask-provider.ts'
import type { Provider } from '../providers/define-provider.ts'

/**
 * `isWindow`: the source lists its newest documents and no others, so that a list of strangers may have lost some.
 * `historyBefore`: what was published before that day was there before Oreline looked, even if it is asked for only now.
 */
export type FeedAsked<Query> = {
  readonly provider: Provider<Query, PolicyDocument>
  readonly scope: string
  readonly query: Query
  readonly isWindow: boolean
  readonly historyBefore?: IsoDate | null
}

/**
 * Asks a feed and stores what it lists. The first complete answer is silent: its documents were there before Oreline
 * looked. A feed that lists nothing is suspect, for there is always a newest document; news may be silent.
 */
export async function refreshFeed<Query>(
  { db, tools }: Pick<JobContext, 'db' | 'tools'>,
  { provider, scope, query, isWindow, historyBefore = null }: FeedAsked<Query>,
): Promise<Attempted> {
  const source = provider.id
  const { outcome, payloadIds } = await askProvider(provider, query, tools)
  if (outcome.kind !== 'ok') return { outcome, stored: null, newestItem: null, emptyIsSuspect: isWindow }
  const { items: documents, rejects, raw } = outcome
  const { payloadId } = raw
  const health = await findHealth(db, { source, scope })
  const isFirstAnswer = (health?.firstCompleteAt ?? null) === null
  const ids = documents.map(({ sourceId }) => sourceId)
  const mayHaveLost = isWindow && !isFirstAnswer && (await listHeldDocuments(db, source, ids)).size === 0
  const stored = await withRevision(db, { scope: 'documents', clock: tools.clock }, async (revision) => {
    let written = 0
    for (const [isHistory, part] of Map.groupBy(documents, (document) => isOlder(document, historyBefore)))
      written += await takeInDocuments(revision, {
        source,
        documents: part,
        payloadId,
        isFirstAnswer: isFirstAnswer || isHistory,
      })
    await keepRejects(revision, { source, scope, payloadId, rejects })
    await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
    return written
  })
  const told = mayHaveLost
    ? { ...outcome, complete: false, warnings: [...outcome.warnings, lossOf(documents.length)] }
    : outcome
  return { outcome: told, stored, newestItem: newestOf(documents) }
}

const isOlder = ({ publishedOn }: PolicyDocument, day: IsoDate | null): boolean =>
  day !== null && publishedOn !== null && publishedOn < day

const lossOf = (listed: number): Warning => ({
  code: 'P19',
  detail: `items may be missing: all ${listed} listed are new, so that the list may not reach back to the last answer`,
})

const newestOf = (documents: readonly PolicyDocument[]): IsoDate | null =>
  documents
    .flatMap(({ publishedOn }) => publishedOn ?? [])
    .toSorted()
    .at(-1) ?? null
