/** The HTTP side of Oreline: guards, contracts, documentation, page. Takes what it needs and keeps nothing outside. */
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { randomUUID } from 'node:crypto'
import { buildCalendarShelf } from './rows/calendar-shelf.ts'
import { buildSeriesShelf } from './rows/series-shelf.ts'
import type { Config } from './config.ts'
import type { Store } from './db/open.ts'
import { answerUnreadable, assertAddressLength, LONGEST_HEAD } from './http/unreadable-request.ts'
import { buildAnswerCache } from './http/answer-cache.ts'
import { describeRoutes, serveDocumentation } from './http/documentation.ts'
import { eventOfAddress, pageOfEvent } from './http/event-head.ts'
import { nothingHere } from './http/not-found.ts'
import { assertOwnHost, assertOwnOrigin } from './http/own-address.ts'
import { isPageAddress, servePage } from './http/page.ts'
import { answerError, sendProblem } from './http/problem.ts'
import { rateLimits } from './http/rate-limits.ts'
import { logRequests } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import server from './package.json' with { type: 'json' }
import { routesFor } from './routes/index.ts'
import type { Services } from './services.ts'

export type AppParts = {
  readonly store: Pick<Store, 'db' | 'engine'>
  readonly clock: Clock
  readonly log: FastifyBaseLogger
  /** null: this process takes no runs in. */
  readonly queue: Services['queue']
  readonly config: Config
  /** Where the built page is; null: this process serves none. */
  readonly pageDir: string | null
}

const MiB = 1_048_576
/** Some ten answers of four histories over five years. */
const CACHE_BYTES = 24 * MiB
const BODY_BYTES = 65_536
/** An id of an event has at most 120 characters; percent-encoded it may be three times as long. */
const LONGEST_PARAMETER = 400

/** Assembles the app, ready to listen or to be injected into; nothing is asked of the store before the first request. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { store, clock, log, queue, config, pageDir } = parts
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: BODY_BYTES,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    http: { maxHeaderSize: LONGEST_HEAD },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  logRequests(app)
  guard(app, config)
  await app.register(helmet, securityHeaders(config.publicUrl))
  await app.register(rateLimit, rateLimits)
  await app.register(compress)
  await describeRoutes(app, server.version)
  const services: Services = {
    db: store.db,
    engine: store.engine,
    clock,
    config,
    queue,
    version: server.version,
    cache: buildAnswerCache(CACHE_BYTES),
    calendars: buildCalendarShelf(),
    series: buildSeriesShelf(),
  }
  for (const addTo of routesFor(config.role)) addTo(app, services)
  await serveDocumentation(app)
  const sendPage = pageDir === null ? null : await servePage(app, pageDir)
  app.setNotFoundHandler((request, reply) => {
    if (sendPage !== null && isPageAddress(request)) {
      const id = eventOfAddress(request.url)
      const { publicUrl } = config
      return id === null
        ? sendPage(reply)
        : sendPage(reply, (page) => pageOfEvent(page, { db: store.db, id, publicUrl }))
    }
    return sendProblem(nothingHere(request), request, reply)
  })
  await app.ready()
  return app
}

/** Before anything is parsed. */
function guard(app: FastifyInstance, { publicUrl }: Config): void {
  app.addHook('onRequest', async (request) => {
    assertAddressLength(request)
    assertOwnHost(request, publicUrl)
    if (request.method !== 'GET' && request.method !== 'HEAD') assertOwnOrigin(request, publicUrl)
  })
}
