/**
 * An endpoint that reads the store: one state of it for the whole answer, `meta` filled from it, JSON or CSV, a strong
 * tag, and the bytes kept for as long as the data behind them do not change.
 */
import type { Meta } from '@oreline/shared/api/envelope.ts'
import { asOfParameter, formatParameter } from '@oreline/shared/api/parameters.ts'
import { instantSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import type { Endpoint, EndpointOutput } from '@oreline/shared/kernel/endpoint.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Executor } from './db/client.ts'
import { inSnapshot } from './db/snapshot.ts'
import { readVersions, type DataScope, type Versions } from './db/versions.ts'
import { sendAnswer, type Answer } from './http/answer.ts'
import { csvAnswer, jsonAnswer } from './http/envelope.ts'
import { pastOf } from './rows/world-day.ts'
import { register, type Context, type Parsed, type Route } from './route.ts'

/** As for every handler, and one state of the store. */
export type ReadContext = Context & {
  readonly snapshot: Executor
  /** The system time asked for, when it lies in the past; null: what is stored now. */
  readonly asOf: Instant | null
}

/** What a handler says about its rows; the rest of `meta` follows from the store. */
type Provenance = Pick<Meta, 'sources'> &
  Partial<Pick<Meta, 'units' | 'currency' | 'adjusted' | 'next'>> & {
    /** Left out of the answer where it is empty. */
    readonly unanswered?: string[]
  }

type Data<E extends Endpoint> = EndpointOutput<E> extends { data: infer D } ? D : never
type Result<E extends Endpoint> = { readonly data: Data<E>; readonly meta: Provenance }

type Options = {
  /** The kinds of stored data behind the answer. */
  readonly reads: readonly [DataScope, ...DataScope[]]
  /**
   * `data`: the answer changes with those alone; `day`: with the UTC day too; `moment`: with every moment, so that it
   * is made anew each time.
   */
  readonly changesWith: 'data' | 'day' | 'moment'
}

export function readRoute<E extends Endpoint>(
  endpoint: E,
  { reads, changesWith }: Options,
  handler: (input: Parsed<E>, context: ReadContext) => Promise<Result<E>>,
): Route {
  return (app, services) => {
    const { db, clock, cache } = services

    const make = (input: Parsed<E>, asked: Asked) =>
      inSnapshot(db, async (snapshot) => {
        const { now, asOf } = asked
        const versions = await readVersions(snapshot, reads)
        const { data, meta } = await handler(input, { ...services, now, snapshot, asOf })
        return {
          versions,
          answer: answerTo(endpoint, asked, data, metaOf(asked, versions, meta, changesWith)),
        }
      })

    const held = async (input: Parsed<E>, asked: Asked) => {
      const day = changesWith === 'day' ? asked.now.slice(0, 10) : null
      const question = JSON.stringify([endpoint.path, input.params, input.query, asked.asOf, day])
      const known = cache.get(question, (await readVersions(db, reads)).label)
      if (known !== undefined) return known
      const { versions, answer } = await make(input, asked)
      cache.set(question, versions.label, answer)
      return answer
    }

    register(app, endpoint, async (input, request, reply) => {
      const asked = askedBy(request, clock())
      const answer = changesWith === 'moment' ? (await make(input, asked)).answer : await held(input, asked)
      return sendAnswer(request, reply, answer)
    })
  }
}

type Asked = {
  readonly url: string
  readonly now: Instant
  readonly asOf: Instant | null
  readonly format: 'json' | 'csv'
}

/** What many endpoints have in their query, and the others leave out. */
const commonSchema = z.object({ ...asOfParameter, ...formatParameter })

function askedBy({ query, url }: FastifyRequest, now: Instant): Asked {
  const { as_of: asOf, format } = commonSchema.parse(query)
  return { url, now, format, asOf: pastOf(asOf, now) }
}

/**
 * Without `as_of`, the newest change: what was written before is all in the answer, and nothing written since. Where the
 * day plays a part too, the beginning of today when that is later: asked as of an earlier day, it would speak of that one.
 */
function metaOf(
  { asOf, now }: Asked,
  { label, changedAt }: Versions,
  { unanswered = [], ...rest }: Provenance,
  changesWith: Options['changesWith'],
): Meta {
  const today = instantSchema.parse(`${now.slice(0, 10)}T00:00:00.000Z`)
  const settled = changesWith === 'day' && !isAfter(changedAt, today) ? today : (changedAt ?? now)
  return {
    as_of: asOf ?? settled,
    data_version: label,
    units: {},
    currency: null,
    adjusted: null,
    next: null,
    ...rest,
    ...(unanswered.length === 0 ? {} : { unanswered }),
  }
}

function answerTo({ columns }: Endpoint, { format, url }: Asked, data: unknown, meta: Meta): Answer {
  if (format === 'json' || columns === undefined) return jsonAnswer({ data, meta })
  invariant(Array.isArray(data), 'an endpoint with columns answers with rows')
  return csvAnswer({ rows: data, meta }, { columns, url })
}
