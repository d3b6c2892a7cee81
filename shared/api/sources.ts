import * as z from 'zod'
import { sourceStateSchema } from '../domain/health/state.ts'
import { instantSchema, isoDateSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

/** Something odd in the last good answer; `code` is its kind, `count` how often, null where it is no number of things. */
const sourceWarningSchema = z.object({
  code: z.string(),
  detail: z.string(),
  count: z.int().nullable(),
})

/** Health of one source for one scope (a ticker, or `all`). `since` is when the state began. */
export const scopeHealthSchema = z.object({
  scope: z.string(),
  state: sourceStateSchema,
  since: instantSchema.nullable(),
  last_attempt_at: instantSchema.nullable(),
  last_ok_at: instantSchema.nullable(),
  newest_item: isoDateSchema.nullable(),
  next_attempt_at: instantSchema.nullable(),
  why: z.string().nullable(),
  detail: z.string().nullable(),
  warnings: z.array(sourceWarningSchema),
})
export type ScopeHealth = z.infer<typeof scopeHealthSchema>

/** One source: what it is, on which terms, and how it does. The state is the worst of its scopes. */
export const sourceRowSchema = scopeHealthSchema.omit({ scope: true, warnings: true }).extend({
  source: z.string(),
  name: z.string(),
  provides: z.array(z.string()),
  homepage: z.string(),
  terms: z.string(),
  limits: z.string(),
  enabled: z.boolean(),
  jobs: z.array(z.string()),
  scopes: z.array(scopeHealthSchema),
})
export type SourceRow = z.infer<typeof sourceRowSchema>

export const getSources = defineEndpoint({
  method: 'GET',
  path: '/api/v1/sources',
  tag: 'health',
  summary: 'Every source with its terms, state, since when, and next attempt',
  query: z.object({ ...formatParameter }),
  response: listOf(sourceRowSchema),
  columns: [
    'source',
    'state',
    'since',
    'last_attempt_at',
    'last_ok_at',
    'newest_item',
    'next_attempt_at',
    'why',
    'detail',
    'enabled',
  ],
})

export const putSource = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/sources/:source',
  tag: 'health',
  summary: 'Switch a source on or off; what is stored stays',
  params: z.object({ source: z.string() }),
  body: z.object({ enabled: z.boolean() }),
  response: z.object({ data: z.object({ source: z.string(), enabled: z.boolean() }) }),
})
