import * as z from 'zod'
import { instantSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'

export const getHealth = defineEndpoint({
  method: 'GET',
  path: '/api/v1/health',
  tag: 'health',
  summary: 'Alive; answers in constant time without touching the store',
  response: z.object({
    data: z.object({ status: z.literal('ok'), now: instantSchema, version: z.string() }),
  }),
})

/** 503 as problem+json when the store or the queue does not answer. */
export const getReady = defineEndpoint({
  method: 'GET',
  path: '/api/v1/ready',
  tag: 'health',
  summary: 'Ready to serve: the store answers and the queue is there',
  response: z.object({
    data: z.object({
      status: z.literal('ready'),
      store: z.object({ engine: z.string(), private: z.boolean(), schema_version: z.string() }),
      queue: z.enum(['ready', 'not used']),
      role: z.enum(['all', 'api', 'jobs']),
      offline: z.boolean(),
      mail: z.boolean(),
      public_url: z.string(),
    }),
  }),
})
