/**
 * The page: what `web/build.ts` has built, and `index.html` for every address that is not a file, for the page's own
 * router knows them. Files in `assets/` carry a hash of their content in the name and are kept for ever.
 */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import path from 'node:path'

const YEAR_SECONDS = 31_536_000

/** Serves the directory; the returned function answers with the page itself. */
export async function servePage(
  app: FastifyInstance,
  pageDir: string,
): Promise<(reply: FastifyReply) => FastifyReply> {
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
  return (reply) => reply.sendFile('index.html')
}

/** Whether the address is one of the page's: a reader's, neither the API's nor that of a file that is not there. */
export function isPageAddress(request: FastifyRequest): boolean {
  const [address = ''] = request.url.split('?', 1)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return isRead && !/^\/(api|assets)(\/|$)/.test(address) && path.posix.extname(address) === ''
}
