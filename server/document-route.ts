/**
 * A document outside the API, for programs that subscribe to it (a calendar, a feed): one state of the store, a strong
 * tag, and the bytes kept for as long as the data behind them and the day do not change.
 */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Executor } from './db/client.ts'
import { inSnapshot } from './db/snapshot.ts'
import { readVersions, type DataScope } from './db/versions.ts'
import { answerOf, sendAnswer } from './http/answer.ts'
import type { Route } from './route.ts'

type Description<Q extends z.ZodType> = {
  /** `/calendar.ics`. */
  readonly path: `/${string}.${string}`
  /** Strict: a misspelt parameter would silently ask for something else. */
  readonly query: Q
  readonly contentType: string
  readonly reads: readonly [DataScope, ...DataScope[]]
}

export type DocumentContext = {
  readonly snapshot: Executor
  readonly asOf: null
  readonly now: Instant
  /** The UTC day. */
  readonly today: IsoDate
  /** When the data behind the document last changed; null: there are none. */
  readonly changedAt: Instant | null
  readonly publicUrl: string
  /** The path with the query as asked, for a link to itself. */
  readonly url: string
}

export function documentRoute<Q extends z.ZodType>(
  { path, query: schema, contentType, reads }: Description<Q>,
  write: (query: z.output<Q>, context: DocumentContext) => Promise<string>,
): Route {
  return (app, { db, clock, cache, config }) => {
    app.get(path, {
      schema: { hide: true, querystring: schema },
      compress: false,
      handler: async (request: FastifyRequest, reply) => {
        const now = clock()
        const today = isoDateSchema.parse(now.slice(0, 10))
        const question = JSON.stringify([request.url, today])
        const known = cache.get(question, (await readVersions(db, reads)).label)
        if (known !== undefined) return sendAnswer(request, reply, known)
        const query = schema.parse(givenBy(request.url))
        const { label, answer } = await inSnapshot(db, async (snapshot) => {
          const { label, changedAt } = await readVersions(snapshot, reads)
          const { publicUrl } = config
          const context = { snapshot, asOf: null, now, today, changedAt, publicUrl, url: request.url }
          return { label, answer: answerOf(await write(query, context), contentType) }
        })
        cache.set(question, label, answer)
        return sendAnswer(request, reply, answer)
      },
    })
  }
}

/** Fastify has held the query against the schema already; what its types do not show is read once more. */
const givenBy = (url: string): unknown => Object.fromEntries(new URLSearchParams(url.split('?', 2)[1]))
