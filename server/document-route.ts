/**
 * A document outside the API, for programs that subscribe to it (a calendar, a feed) and files to keep: one state of the
 * store, a strong tag, and the bytes kept for as long as the data behind them and the day do not change.
 */
import { asOfParameter, atParameter } from '@oreline/shared/api/parameters.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Executor } from './db/client.ts'
import { inSnapshot } from './db/snapshot.ts'
import { readVersions, type DataScope } from './db/versions.ts'
import { answerOf, sendAnswer } from './http/answer.ts'
import type { Route } from './route.ts'
import { pastOf, worldDay } from './rows/world-day.ts'

type Description<Q extends z.ZodType> = {
  /** `/calendar.ics`. */
  readonly path: `/${string}.${string}`
  /** Strict: a misspelt parameter would silently ask for something else. `at` and `as_of` of it are read here. */
  readonly query: Q
  readonly contentType: string
  /** Saved under the name of the path rather than shown. */
  readonly isFile?: boolean
  readonly reads: readonly [DataScope, ...DataScope[]]
}

export type DocumentContext = {
  readonly snapshot: Executor
  /** The system time asked for, when it lies in the past; null: what is stored now. */
  readonly asOf: Instant | null
  readonly now: Instant
  /** The day asked for: that of `asOf`, or the UTC day. */
  readonly at: IsoDate
  /** When the data behind the document last changed; null: there are none. */
  readonly changedAt: Instant | null
  readonly publicUrl: string
  /** The path with the query as asked, for a link to itself. */
  readonly url: string
}

export function documentRoute<Q extends z.ZodType>(
  { path, query: schema, contentType, isFile = false, reads }: Description<Q>,
  write: (query: z.output<Q>, context: DocumentContext) => Promise<string>,
): Route {
  const headers: Readonly<Record<string, string>> = isFile
    ? { 'content-disposition': `attachment; filename="${path.slice(1)}"` }
    : {}
  return (app, { db, clock, cache, config: { publicUrl } }) => {
    app.get(path, {
      schema: { hide: true, querystring: schema },
      compress: false,
      handler: async (request: FastifyRequest, reply) => {
        const now = clock()
        const question = JSON.stringify([request.url, now.slice(0, 10)])
        const known = cache.get(question, (await readVersions(db, reads)).label)
        if (known !== undefined) return sendAnswer(request, reply, known)
        const given = givenBy(request.url)
        const query = schema.parse(given)
        const { as_of, at } = timeSchema.parse(given)
        const asOf = pastOf(as_of, now)
        const { label, answer } = await inSnapshot(db, async (snapshot) => {
          const { label, changedAt } = await readVersions(snapshot, reads)
          const times = { asOf, now, at: worldDay(at, { asOf, now }), changedAt }
          const context = { snapshot, ...times, publicUrl, url: request.url }
          return { label, answer: answerOf(await write(query, context), contentType, headers) }
        })
        cache.set(question, label, answer)
        return sendAnswer(request, reply, answer)
      },
    })
  }
}

const timeSchema = z.object({ ...atParameter('the day of states'), ...asOfParameter })

/** Fastify has held the query against the schema already; what its types do not show is read once more. */
const givenBy = (url: string): unknown => Object.fromEntries(new URLSearchParams(url.split('?', 2)[1]))
