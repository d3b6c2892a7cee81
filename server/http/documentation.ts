/** OpenAPI 3.1 of everything under /api/v1, from the contracts alone, and pages to read it that need no other host. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { Endpoint } from '@oreline/shared/kernel/endpoint.ts'
import { problemSchema } from '@oreline/shared/kernel/errors.ts'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerOf, sendAnswer, type Answer } from './answer.ts'
import { documentationPolicy } from './security-headers.ts'

const description = `Prices, filings and policy events on one time axis.

Every list is \`{ data, meta }\`. \`meta.as_of\` is the moment of the newest change behind the answer, or the beginning of
today (UTC) where the day plays a part: the same request with
\`as_of=\` set to it gives the same rows for ever. \`meta.next\` is handed back as \`next=\` until it is null. Days are
\`YYYY-MM-DD\` in the exchange's zone, instants are UTC, absent is \`null\`. Errors are \`application/problem+json\` and name
the parameter.

World time is \`at=\`, a day: the state that was publicly known then. System time is \`as_of=\`, an instant: what Oreline had
stored then. Both default to now; with \`as_of=\` alone the day is that of the instant.

With \`format=csv\` the same rows come as RFC 4180 with the columns named first; \`meta\` moves into the headers
\`oreline-as-of\`, \`oreline-data-version\` and, as a \`Link\` with \`rel="next"\`, the next page. A text that begins with
\`=\`, \`+\`, \`-\` or \`@\` gets an apostrophe in front, so that no spreadsheet runs it.`

/** Registered before the routes, which it watches. */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Oreline', version, description, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: '/' }],
      tags: [
        { name: 'prices', description: 'Instruments, daily bars, exchange rates, sessions' },
        {
          name: 'policy',
          description:
            'Policy events and what holds on a day, dates ahead, floors, moves around events, the inbox of documents, edits',
        },
        {
          name: 'chain',
          description: 'The supply chain: who covers what, what touches it, what was disclosed',
        },
        { name: 'filings', description: 'Filings and exchange announcements' },
        {
          name: 'data',
          description: 'What operators bring in: instruments, files, commodity series, dates of companies',
        },
        { name: 'jobs', description: 'Runs of the jobs that ask the providers' },
        { name: 'health', description: 'Oreline itself and its sources' },
      ],
    },
    transform: jsonSchemaTransform,
  })
}

/** What Fastify validates by and what the document says of an endpoint. */
export function schemaOf(endpoint: Endpoint): FastifySchema {
  const { params, query, body, response, example, columns } = endpoint
  const table = columns === undefined ? {} : { 'text/csv': { schema: z.string() } }
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    ...(example === undefined ? {} : { description: `For example \`${endpoint.path}?${example}\`` }),
    // A misspelt parameter would silently ask for something else.
    querystring: query === undefined ? z.strictObject({}) : query.strict(),
    ...(params === undefined ? {} : { params }),
    ...(body === undefined ? {} : { body }),
    response: {
      [endpoint.status ?? 200]: {
        description: 'As asked',
        content: { 'application/json': { schema: response }, ...table },
      },
      default: {
        description: 'Refused or failed, and why',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  }
}

/** `getPolicyEventsById` of `GET /api/v1/policy-events/:id`. */
function operationId({ method, path }: Endpoint): string {
  const words = path.replace('/api/v1/', '').replaceAll(/\/:/g, '/by-').split(/[/-]/)
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** The document and its pages; after the routes. */
export async function serveDocumentation(app: FastifyInstance): Promise<void> {
  let document: Answer | undefined
  app.get('/api/v1/openapi.json', { schema: hidden, compress: false }, (request, reply) => {
    // The routes do not change once the app is ready.
    document ??= answerOf(JSON.stringify(app.swagger()), 'application/json; charset=utf-8')
    return sendAnswer(request, reply, document)
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: documentationPolicy,
    theme: { title: 'Oreline API', css: [{ filename: 'oreline.css', content: '.topbar { display: none }' }] },
  })
}

const hidden = { hide: true }
