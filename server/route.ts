/** Binds a contract to its handler. Fastify parses the input with the contract's schemas before the handler sees it. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Endpoint, EndpointOutput } from '@oreline/shared/kernel/endpoint.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { schemaOf } from './http/documentation.ts'
import type { Services } from './services.ts'

/** Adds an endpoint to the app. */
export type Route = (app: FastifyInstance, services: Services) => void

type Out<S> = S extends z.ZodType ? z.output<S> : undefined

/** The parts of a request after parsing; a part the endpoint does not have is undefined. */
export type Parsed<E extends Endpoint> = {
  readonly params: Out<E['params']>
  readonly query: Out<E['query']>
  readonly body: Out<E['body']>
}

/** What a handler works with, beside its input. */
export type Context = Services & { readonly now: Instant }

/** An endpoint whose answer is made anew each time and kept by nobody. */
export function route<E extends Endpoint>(
  endpoint: E,
  handler: (input: Parsed<E>, context: Context) => Promise<EndpointOutput<E>>,
): Route {
  return (app, services) => {
    register(app, endpoint, async (input, _, reply) => {
      const result = await handler(input, { ...services, now: services.clock() })
      return reply
        .code(endpoint.status ?? 200)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(result))
    })
  }
}

/** Registers the endpoint under its contract. Bodies are sent as they are, so no response is serialised twice. */
export function register<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: (input: Parsed<E>, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    ...(endpoint.bodyBytes === undefined ? {} : { bodyLimit: endpoint.bodyBytes }),
    // Answers come compressed where that pays (see http/answer.ts).
    compress: false,
    handler: async (request, reply) => {
      const input = {
        params: endpoint.params === undefined ? undefined : request.params,
        query: endpoint.query === undefined ? undefined : request.query,
        body: endpoint.body === undefined ? undefined : request.body,
      }
      invariant(isParsed(endpoint, input), 'Fastify validates every part by its schema')
      return handler(input, request, reply)
    },
  })
}

/** Fastify's validators were the endpoint's own schemas, which its types do not show: each part there is has passed. */
function isParsed<E extends Endpoint>(
  endpoint: E,
  input: Readonly<Record<keyof Parsed<E>, unknown>>,
): input is Parsed<E> {
  const parts = ['params', 'query', 'body'] as const
  return parts.every((part) => (endpoint[part] === undefined) === (input[part] === undefined))
}
