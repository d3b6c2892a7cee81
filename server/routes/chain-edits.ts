import { deleteChainRow, getChainRowHistory, putChainRow } from '@oreline/shared/api/chain-edits.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import * as z from 'zod'
import { putChainRow as putRow, removeChainRow, unknownChainRow } from '../db/chain-edits.ts'
import { listHistory } from '../db/reference-edits.ts'
import { listReference } from '../db/reference-rows.ts'
import { readSeedConflict } from '../db/seed-conflicts.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route, type Route } from '../route.ts'
import { recordHistory } from '../rows/record-history.ts'

const bodySchema = z.looseObject({})

export const chainEditRoutes: readonly Route[] = [
  route(putChainRow, async ({ params, body }, { db, clock, now }) => {
    const id = `${params.part}/${params.slug}`
    await putRow(db, clock, { ...params, ...body })
    const [row] = await listReference(db, 'chain', { asOf: null, key: id })
    invariant(row !== undefined, 'a row that was written is held')
    return { data: { id, revision: row.id }, meta: await metaNow(db, now, ['operator']) }
  }),

  route(deleteChainRow, async ({ params, body }, { db, clock, now }) => {
    await removeChainRow(db, clock, { ...params, ...body })
    return { data: { id: `${params.part}/${params.slug}` }, meta: await metaNow(db, now, ['operator']) }
  }),

  readRoute(
    getChainRowHistory,
    { reads: ['reference'], changesWith: 'data' },
    async ({ params }, { snapshot, asOf }) => {
      const id = `${params.part}/${params.slug}`
      const history = await listHistory(snapshot, 'chain', { key: id, asOf })
      if (history.revisions.length === 0) throw unknownChainRow(id)
      const shipped = await readSeedConflict(snapshot, 'chain', { key: id, asOf })
      return {
        data: recordHistory(
          history,
          shipped === null ? null : { ...shipped, body: bodySchema.parse(shipped.body) },
        ),
        meta: { sources: [...new Set(history.revisions.map(({ origin }) => origin))] },
      }
    },
  ),
]
