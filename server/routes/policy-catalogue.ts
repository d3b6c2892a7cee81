import { postCatalogue, postCataloguePreview } from '@oreline/shared/api/policy-catalogue.ts'
import { catalogueText } from '@oreline/shared/domain/policy/catalogue-file.ts'
import { asOfParameter } from '@oreline/shared/api/parameters.ts'
import * as z from 'zod'
import { listCatalogue } from '../db/policy-catalogue.ts'
import { importCatalogue, previewCatalogue } from '../db/policy-catalogue-import.ts'
import { inSnapshot } from '../db/snapshot.ts'
import { documentRoute } from '../document-route.ts'
import { metaNow } from '../http/meta-now.ts'
import { route, type Route } from '../route.ts'

/** The whole catalogue as a file in the format of the seed, to keep, to compare and to bring in again. */
const catalogueFile = documentRoute(
  {
    path: '/policy-events.json',
    query: z.strictObject(asOfParameter),
    contentType: 'application/json; charset=utf-8',
    isFile: true,
    reads: ['reference'],
  },
  async (_, { snapshot, asOf }) =>
    catalogueText((await listCatalogue(snapshot, asOf)).map(({ event }) => event)),
)

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
