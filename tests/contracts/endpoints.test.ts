/** Every endpoint of the list, before its author writes a test. */
import SwaggerParser from '@apidevtools/swagger-parser'
import { endpoints } from '@oreline/shared/api/endpoints.ts'
import { metaSchema } from '@oreline/shared/api/envelope.ts'
import type { Endpoint } from '@oreline/shared/kernel/endpoint.ts'
import { describe, expect } from 'vitest'
import * as z from 'zod'
import { ask, test } from '../support/app.ts'
import { aCommodity } from '../support/commodity.ts'
import { policyEvent } from '../support/policy-event.ts'
import { csvRecords } from '../support/csv-records.ts'
import { seedJson } from '../support/seed-files.ts'

/** Something that exists for each name in a path. */
const inPath: Readonly<Record<string, string>> = {
  id: 'cn-2025-11-07-mofcom-70-suspension',
  event: 'us-2025-07-10-dod-mp-price-floor',
  name: 'store-prune',
  source: 'ecb',
  calendar: 'XNYS',
  date: '2026-01-09',
  ticker: 'MP',
  import: '1',
  series: aCommodity.id,
  claim: 'in-force-7-november',
  kind: 'results',
  period: 'year-to-2026-12-31',
  part: 'coverage',
  slug: 'mp-mining-mountain-pass-california',
}
const aFile = {
  file_name: 'mp.csv',
  text: 'Date,Close\n2025-07-09,30.03',
  fields: {
    kind: 'bars',
    ticker: 'MP',
    currency: 'USD',
    basis: 'raw',
    source_note: 'a test',
    licence_note: 'none',
  },
}
const { id: _, ...aDescription } = aCommodity
const aReason = {
  by: 'A tester',
  why: 'to see it refused',
  sources: [{ name: 'A page', url: 'https://example.org/', date: '2026-11-20' }],
  one_source_because: 'a test',
}
const aClaim = {
  field: 'effective_date',
  value: '2025-11-10',
  says: 'Ten.',
  source: { name: 'A page', url: null, date: null },
  standing: 'open',
  note: null,
}
/** A body that the contract takes, where the one of a switch will not do. */
const bodies: Readonly<Record<string, object>> = {
  '/api/v1/calendars/:calendar/overrides/:date': { kind: 'closed', note: 'a day of mourning' },
  '/api/v1/instruments': { symbol: 'USAR' },
  '/api/v1/instruments/:ticker/paused': { paused: false },
  '/api/v1/quarantine/:id/decision': { decision: 'discard' },
  '/api/v1/series/:ticker/source': { source: null },
  '/api/v1/imports': aFile,
  '/api/v1/imports/preview': aFile,
  '/api/v1/commodities/:series': aDescription,
  '/api/v1/policy-events/:id/outcomes': {
    kind: 'end',
    what: 'extended',
    date: '2026-11-20',
    until: '2027-11-10',
    note: 'Extended.',
    base: 1,
    reason: aReason,
  },
  '/api/v1/company-dates/:ticker/:kind/:period': {
    date: '2027-02-25',
    precision: 'day',
    note: null,
    base: 1,
    reason: aReason,
  },
  '/api/v1/policy-events/:id': { event: policyEvent({}), base: 1, reason: aReason },
  '/api/v1/policy-events/:id/claims/:claim': { claim: aClaim, base: 1, reason: aReason },
  '/api/v1/chain/file/preview': { chain: seedJson('chain') },
  '/api/v1/chain/file': { chain: seedJson('chain'), reason: aReason },
  '/api/v1/chain/rows/:part/:slug': { row: {}, base: 1, reason: aReason },
  '/api/v1/inbox/:id/decisions': { decision: 'reopen', by: 'A tester' },
  '/api/v1/policy-catalogue/preview': { events: [] },
  '/api/v1/policy-catalogue': { events: [], reason: aReason },
  '/api/v1/commodities/:series/points': { points: [{ date: '2025-07-09', value: 62.3 }] },
}
const addressOf = ({ path }: Endpoint) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) =>
    // Only policy events have names for numbers.
    name === 'id' && !path.includes('policy-events') ? '1' : (inPath[name] ?? name),
  )
const exampleOf = (endpoint: Endpoint) => `${addressOf(endpoint)}?${endpoint.example ?? ''}`

const all: readonly Endpoint[] = endpoints
const reads = all.filter(({ method }) => method === 'GET')
const tables = reads.filter(({ columns }) => columns !== undefined)
const withMeta = reads.filter(({ response }) => response instanceof z.ZodObject && 'meta' in response.shape)
const pinned = withMeta.filter(({ query }) => query !== undefined && 'as_of' in query.shape)
const named = (list: readonly Endpoint[]) =>
  list.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)

const answerSchema = z.object({ data: z.unknown(), meta: metaSchema })
const pageSchema = z.object({ data: z.array(z.unknown()), meta: metaSchema })

describe('every endpoint', () => {
  test.for(named(all))('%s says what it gives', ([, { summary }]) => {
    expect(summary).toMatch(/^[A-Z].{15,}[^.]$/)
  })

  test.for(named(all))('%s takes no other method', async ([, endpoint], { shipped }) => {
    const here = all.filter(({ path }) => path === endpoint.path).map(({ method }) => method)
    const others = (['GET', 'POST', 'PUT', 'DELETE'] as const).filter((method) => !here.includes(method))
    for (const method of others) {
      const { status, headers } = await ask(shipped, addressOf(endpoint), { method })
      expect([status, headers['allow']]).toEqual([405, here.join(', ')])
    }
  })

  test.for(named(all))(
    '%s refuses a parameter nobody knows, naming it',
    async ([, endpoint], { shipped }) => {
      const { method } = endpoint
      const body = endpoint.body === undefined ? {} : { body: bodies[endpoint.path] ?? { enabled: true } }
      const { status, json } = await ask(shipped, `${exampleOf(endpoint)}&nonsense=1`, { method, ...body })
      expect(status).toBe(400)
      expect(json).toMatchObject({ parameter: 'nonsense' })
    },
  )
})

describe('every endpoint that reads', () => {
  test.for(named(reads))(
    '%s answers its example, exactly as the contract says',
    async ([, endpoint], { shipped }) => {
      const { status, json, headers } = await ask(shipped, exampleOf(endpoint))
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('application/json; charset=utf-8')
      // Equal to what the schema keeps: nothing is missing, nothing more is told.
      expect(endpoint.response.parse(json)).toEqual(json)
    },
  )

  test.for(named(withMeta))(
    '%s answers the second time with 304 and no body',
    async ([, endpoint], { shipped }) => {
      const { headers } = await ask(shipped, exampleOf(endpoint))
      const tag = String(headers['etag'])
      expect(tag).toMatch(/^"[\w-]+"$/)
      const again = await ask(shipped, exampleOf(endpoint), { headers: { 'if-none-match': tag } })
      expect(again).toMatchObject({
        status: 304,
        text: '',
        headers: { etag: tag, 'cache-control': 'no-cache' },
      })
    },
  )

  test.for(named(pinned))(
    '%s gives the same again as of the moment it named',
    async ([, endpoint], { shipped }) => {
      // Days after the data were stored, and without naming the day on which a state is read.
      const question = `${addressOf(endpoint)}?${(endpoint.example ?? '').replace(/\bat=[\d-]+&?/, '')}`
      const now = answerSchema.parse((await ask(shipped, question)).json)
      const then = answerSchema.parse((await ask(shipped, `${question}&as_of=${now.meta.as_of}`)).json)
      expect(then).toEqual(now)
    },
  )

  test.for(named(tables))(
    '%s gives the same rows as CSV, under its columns',
    async ([, endpoint], { shipped }) => {
      const page = pageSchema.parse((await ask(shipped, exampleOf(endpoint))).json)
      const { status, text, headers } = await ask(shipped, `${exampleOf(endpoint)}&format=csv`)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('text/csv; charset=utf-8')
      expect(headers['oreline-data-version']).toBe(page.meta.data_version)
      const [header, ...records] = csvRecords(text)
      expect(header).toEqual(endpoint.columns)
      expect(records).toHaveLength(page.data.length)
      for (const record of records) expect(record).toHaveLength(header?.length ?? 0)
    },
  )
})

const documentSchema = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ operationId: z.string(), summary: z.string() })),
  ),
})

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async ({ shipped }) => {
    const { text } = await ask(shipped, '/api/v1/openapi.json')
    const document = await SwaggerParser.validate(JSON.parse(text))
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Oreline' } })
  })

  test('has every endpoint and nothing else, each under a name of its own', async ({ shipped }) => {
    const { paths } = documentSchema.parse((await ask(shipped, '/api/v1/openapi.json')).json)
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        address: `${method.toUpperCase()} ${path}`,
        ...operation,
      })),
    )
    const expected = all.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(documented.map(({ address }) => address).toSorted()).toEqual(expected.toSorted())
    expect(new Set(documented.map(({ operationId }) => operationId)).size).toBe(all.length)
  })

  test('can be read in a browser, with nothing from another host', async ({ shipped }) => {
    const { status, text } = await ask(shipped, '/api/docs/')
    expect(status).toBe(200)
    const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
    expect(sources.length).toBeGreaterThan(3)
    for (const source of sources) {
      expect(source).toMatch(/^\.?\//)
      expect((await ask(shipped, new URL(source, 'http://x/api/docs/').pathname)).status).toBe(200)
    }
  })
})
