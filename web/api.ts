/** The page's only way to the server: the shared contracts, called with `fetch`. */
import type { Endpoint, EndpointInput, EndpointOutput } from '@oreline/shared/kernel/endpoint.ts'
import { problemSchema, type Problem } from '@oreline/shared/kernel/errors.ts'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod'

/**
 * Why a call came to nothing. `network`: nobody answered; `problem`: Oreline refused and says why;
 * `mismatch`: it answered in a shape this page does not know, so page and server are of different versions.
 */
export type CallFailure =
  | { readonly kind: 'network' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'mismatch'; readonly detail: string }

/** Thrown by `call` and by every query made with it. */
export class CallError extends Error {
  readonly failure: CallFailure

  constructor(message: string, failure: CallFailure, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CallError'
    this.failure = failure
  }
}

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}
type Transport = { readonly signal?: AbortSignal; readonly fetch?: typeof globalThis.fetch }

/** Calls an endpoint and checks the answer against its contract. Throws `CallError`. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
  { signal, fetch = globalThis.fetch }: Transport = {},
): Promise<EndpointOutput<E>> {
  const parts: Parts = input
  const response = await fetch(addressOf(endpoint, parts), {
    method: endpoint.method,
    ...(signal === undefined ? {} : { signal }),
    ...(parts.body === undefined
      ? {}
      : { body: JSON.stringify(parts.body), headers: { 'content-type': 'application/json' } }),
  }).catch((cause: unknown) => {
    if (signal?.aborted === true) throw cause
    throw new CallError('Oreline does not answer', { kind: 'network' }, { cause })
  })
  const answer = await readJson(response)
  if (!response.ok) throw refusal(response, answer)
  const schema: E['response'] = endpoint.response
  const parsed = z.safeParse(schema, answer)
  if (!parsed.success) {
    throw new CallError(`${endpoint.path} answered in an unknown shape`, {
      kind: 'mismatch',
      detail: parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .slice(0, 3)
        .join('; '),
    })
  }
  return parsed.data
}

/** A query for `useQuery`: one endpoint, one input, cached under both. */
export const endpointQuery = <E extends Endpoint>(endpoint: E, input: EndpointInput<E>) =>
  queryOptions({
    queryKey: [endpoint.path, input] as const,
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
  })

/** Where an endpoint answers an input; members that are undefined are left out. */
export function addressOf(endpoint: Endpoint, { params = {}, query = {} }: Parts): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`)
  return search.length === 0 ? path : `${path}?${search.join('&')}`
}

/** The body as JSON; undefined where it is none, which no contract accepts. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(response: Response, answer: unknown): CallError {
  const parsed = problemSchema.safeParse(answer)
  const problem = parsed.success
    ? parsed.data
    : {
        type: 'about:blank',
        title: 'Oreline could not answer',
        status: response.status,
        detail: `It answered ${response.status} without saying why.`,
        code: 'unreadable',
      }
  return new CallError(problem.title, { kind: 'problem', problem })
}
