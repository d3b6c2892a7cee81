import { postCatalogue, postCataloguePreview } from '@oreline/shared/api/policy-catalogue.ts'
import { catalogueText } from '@oreline/shared/domain/policy/catalogue-file.ts'
import { asOfParameter } from '@oreline/shared/api/parameters.ts'
import * as z from 'zod'
import { listCatalogue } from '../db/policy-catalogue.ts'
import { importCatalogue, previewCatalogue } from '../db/policy-catalogue-import.ts'
import { inSnapshot } from '../db/snapshot.ts'
import { answerOf, sendAnswer } from '../http/answer.ts'
import { metaNow } from '../http/meta-now.ts'
import { route, type Route } from '../route.ts'

const querySchema = z.strictObject(asOfParameter)

/** The whole catalogue as a file in the format of the seed, to keep, to compare and to bring in again. */
const catalogueFile: Route = (app, { db }) => {
  app.get(
    '/policy-events.json',
    { schema: { hide: true, querystring: querySchema }, compress: false },
    async (request, reply) => {
      const { as_of: asOf = null } = querySchema.parse(request.query)
      const catalogue = await inSnapshot(db, (snapshot) => listCatalogue(snapshot, asOf))
      const answer = answerOf(
        catalogueText(catalogue.map(({ event }) => event)),
        'application/json; charset=utf-8',
        { 'content-disposition': 'attachment; filename="policy-events.json"' },
      )
      return sendAnswer(request, reply, answer)
    },
  )
}

export const policyCatalogueRoutes: readonly Route[] = [
  catalogueFile,

  route(postCataloguePreview, async ({ body }, { db, now }) => ({
    data: await inSnapshot(db, (snapshot) => previewCatalogue(snapshot, body)),
    meta: await metaNow(db, now, ['import']),
  })),

  route(postCatalogue, async ({ body }, { db, clock, now }) => ({
    data: await importCatalogue(db, clock, body),
    meta: await metaNow(db, now, ['operator']),
  })),
]
