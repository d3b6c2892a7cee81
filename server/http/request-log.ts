import type { FastifyInstance } from 'fastify'

/** One line per request: what was asked of which route, how it ended and how long it took. The answer names the request. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const { statusCode: status, elapsedTime } = reply
    const fields = { method, route: routeOptions.url ?? 'none', status, ms: Math.round(elapsedTime) }
    if (status >= 500) request.log.error(fields, 'request.done')
    else request.log.info(fields, 'request.done')
  })
}
