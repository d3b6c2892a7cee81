import { postChainFile, postChainPreview } from '@oreline/shared/api/chain-file.ts'
import { asOfParameter } from '@oreline/shared/api/parameters.ts'
import { chainText } from '@oreline/shared/domain/chain/records.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import * as z from 'zod'
import { importChain, previewChain } from '../db/chain-import.ts'
import { inSnapshot } from '../db/snapshot.ts'
import { documentRoute } from '../document-route.ts'
import { metaNow } from '../http/meta-now.ts'
import { route, type Route } from '../route.ts'
import { listChainRecords } from '../db/chain-records.ts'

/** The whole chain as a file in the format of the seed, to keep, to compare and to bring in again. */
const chainFile = documentRoute(
  {
    path: '/chain.json',
    query: z.strictObject(asOfParameter),
    contentType: 'application/json; charset=utf-8',
    isFile: true,
    reads: ['reference'],
  },
  async (_, { snapshot, asOf }) => {
    const text = chainText(await listChainRecords(snapshot, asOf))
    if (text === null)
      throw new AppError('not-found', 'Oreline held no chain at that instant.', { parameter: 'as_of' })
    return text
  },
)

export const chainFileRoutes: readonly Route[] = [
  chainFile,

  route(postChainPreview, async ({ body }, { db, now }) => ({
    data: await inSnapshot(db, (snapshot) => previewChain(snapshot, body.chain)),
    meta: await metaNow(db, now, ['import']),
  })),

  route(postChainFile, async ({ body }, { db, clock, now }) => {
    const { added, changed, unchanged, kept } = await importChain(db, clock, body)
    return { data: { added, changed, unchanged, kept }, meta: await metaNow(db, now, ['operator']) }
  }),
]
