import { getImports, postImport, postImportPreview, postImportUndo } from '@oreline/shared/api/imports.ts'
import { applyImport, listImports, previewImport } from '../db/imports/imports.ts'
import { undoImport } from '../db/imports/undo-import.ts'
import type { DataScope } from '../db/versions.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route, type Context } from '../route.ts'

/** Whatever an import may write. */
const scopes = ['prices', 'fx', 'commodities'] as const satisfies readonly DataScope[]

export const importRoutes = [
  route(postImportPreview, async ({ body }, context) => ({
    data: await previewImport(context.db, context.clock, body, await sessionsNow(context)),
    meta: await metaOf(context),
  })),

  route(postImport, async ({ body }, context) => ({
    data: await applyImport(context.db, context.clock, body, await sessionsNow(context)),
    meta: await metaOf(context),
  })),

  readRoute(getImports, { reads: scopes, changesWith: 'moment' }, async (_, { snapshot }) => ({
    data: [...(await listImports(snapshot))],
    meta: { sources: ['import'] },
  })),

  route(postImportUndo, async ({ params }, context) => ({
    data: await undoImport(context.db, context.clock, params.import),
    meta: await metaOf(context),
  })),
]

const sessionsNow = async ({ calendars, db }: Context) => (await calendars(db, null)).sessions

const metaOf = ({ db, now }: Context) => metaNow(db, now, ['import'], scopes)
