/**
 * One HTTP endpoint, described once: the server registers it, OpenAPI documents it, the page calls it.
 */
import type * as z from 'zod'

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: `/api/v1/${string}`
  readonly summary: string
  readonly tag: 'prices' | 'policy' | 'chain' | 'filings' | 'data' | 'health' | 'jobs'
  /** An example query string, without `?`, that must answer 200 on a seeded store. */
  readonly example?: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The largest body taken in; undefined: 64 KiB. */
  readonly bodyBytes?: number
  readonly response: z.ZodType
  /** HTTP status of success; 200 unless said otherwise. */
  readonly status?: 200 | 201 | 202
  /** The columns of `format=csv`, in order; absent where the answer is not a table. */
  readonly columns?: readonly string[]
}

type PartIn<S> = S extends z.ZodType ? z.input<S> : never
/** What a caller passes, before parsing; parts the endpoint does not have are absent. */
export type EndpointInput<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as E[K] extends z.ZodType ? K : never]: PartIn<E[K]>
}
export type EndpointOutput<E extends Endpoint> = z.output<E['response']>

export const defineEndpoint = <const E extends Endpoint>(endpoint: E): E => endpoint
