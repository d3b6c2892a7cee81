import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { listHeldDocuments } from '@oreline/server/db/held-documents.ts'
import { takeInDocuments } from '@oreline/server/db/policy-documents.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import type { Provider } from '../providers/define-provider.ts'
import { readAgain } from './read-again.ts'
import { stored, withoutRows, type Replayer } from './take-again.ts'

/** Documents of governments. `queryOf`: what was asked, from the key of the question. */
export const documentsReplayer = <Query>(
  provider: Provider<Query, PolicyDocument>,
  queryOf: (requestKey: string) => Query,
): Replayer => ({
  source: provider.id,
  parserVersion: provider.parserVersion,
  take: async (again) => {
    const { db, clock, kept } = again
    const read = readAgain(provider, queryOf(kept.requestKey), again)
    if (read.kind === 'unreadable') return read
    const { reading } = read
    if (reading.kind !== 'ok') return withoutRows(reading)
    const { rejects } = reading
    const source = provider.id
    const items = provider.merge(reading.items)
    const written = await withRevision(db, { scope: 'documents', clock }, async (revision) => {
      const ids = items.map(({ sourceId }) => sourceId)
      const held = kept.followed ? await listHeldDocuments(revision.tx, source, ids) : new Set<string>()
      const documents = items.filter(({ sourceId }) => !held.has(sourceId))
      await keepRejects(revision, { source, scope: 'replay', payloadId: kept.id, rejects })
      const stamp = { payloadId: kept.id, isFirstAnswer: false, seenAt: kept.fetchedAt }
      return takeInDocuments(revision, { source, documents, ...stamp })
    })
    return stored(written)
  },
})
