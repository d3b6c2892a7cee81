import { deleteChainRow, getChainRowHistory, putChainRow } from '@oreline/shared/api/chain-edits.ts'
import { asOfParameter } from '@oreline/shared/api/parameters.ts'
import { chainText } from '@oreline/shared/domain/chain/records.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import * as z from 'zod'
import { putChainRow as putRow, removeChainRow, unknownChainRow } from '../db/chain-edits.ts'
import { listHistory } from '../db/reference-edits.ts'
import { listReference } from '../db/reference-rows.ts'
import { readSeedConflict } from '../db/seed-conflicts.ts'
import { inSnapshot } from '../db/snapshot.ts'
import { answerOf, sendAnswer } from '../http/answer.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route, type Route } from '../route.ts'
import { recordHistory } from '../rows/record-history.ts'
import { listChainRecords } from '../rows/stored-chain.ts'

const querySchema = z.strictObject(asOfParameter)
const bodySchema = z.looseObject({})

/** The whole chain as a file in the format of the seed. */
const chainFile: Route = (app, { db }) => {
  app.get(
    '/chain.json',
    { schema: { hide: true, querystring: querySchema }, compress: false },
    async (request, reply) => {
      const { as_of: asOf = null } = querySchema.parse(request.query)
      const text = chainText(await inSnapshot(db, (snapshot) => listChainRecords(snapshot, asOf)))
      if (text === null)
        throw new AppError('not-found', 'Oreline held no chain at that instant.', { parameter: 'as_of' })
      const answer = answerOf(text, 'application/json; charset=utf-8', {
        'content-disposition': 'attachment; filename="chain.json"',
      })
      return sendAnswer(request, reply, answer)
    },
  )
}

export const chainEditRoutes: readonly Route[] = [
  chainFile,

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
    async ({ params }, { snapshot }) => {
      const id = `${params.part}/${params.slug}`
      const history = await listHistory(snapshot, 'chain', id)
      if (history.revisions.length === 0) throw unknownChainRow(id)
      const shipped = await readSeedConflict(snapshot, 'chain', id)
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
