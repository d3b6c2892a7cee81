/**
 * The page: what `web/build.ts` has built, and `index.html` for every address that is not a file, for the page's own
 * router knows them. Files in `assets/` carry a hash of their content in the name and are kept for ever.
 */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const YEAR_SECONDS = 31_536_000

/** Answers with the page itself, changed by `shape` where that gives another text (null: as it is). */
export type SendPage = (
  reply: FastifyReply,
  shape?: (page: string) => Promise<string | null>,
) => Promise<FastifyReply>

/** Serves the directory; the returned function answers with the page itself. */
export async function servePage(app: FastifyInstance, pageDir: string): Promise<SendPage> {
  await app.register(fastifyStatic, {
    root: pageDir,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      const isHashed = path.relative(pageDir, file).startsWith(`assets${path.sep}`)
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  return async (reply, shape) => {
    const shaped = await shape?.(await readFile(path.join(pageDir, 'index.html'), 'utf8'))
    if (shaped === undefined || shaped === null) return reply.sendFile('index.html')
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(shaped)
  }
}

/** Whether the address is one of the page's: a reader's, neither the API's nor that of a file that is not there. */
export function isPageAddress(request: FastifyRequest): boolean {
  const [address = ''] = request.url.split('?', 1)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return isRead && !/^\/(api|assets)(\/|$)/.test(address) && path.posix.extname(address) === ''
}
