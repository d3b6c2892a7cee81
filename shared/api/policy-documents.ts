/** All that government feeds gave, whether or not anybody is asked about it. */
import * as z from 'zod'
import { eventIdSchema } from '../domain/policy/event.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf } from './envelope.ts'
import { documentFilters, inboxDocumentSchema } from './inbox.ts'
import {
  flagParameter,
  formatParameter,
  groupedAsOfParameter,
  pageParameters,
  rangeRunsForward,
} from './parameters.ts'

/** `candidate`: the candidate it belongs to; null: no term occurs in it, or in any copy of it. */
export const policyDocumentRowSchema = inboxDocumentSchema.extend({ candidate: z.int().nullable() })
export type PolicyDocumentRow = z.infer<typeof policyDocumentRowSchema>

export const getPolicyDocuments = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-documents',
  tag: 'policy',
  summary: 'Every document that government feeds gave, with and without terms, newest first',
  example: 'limit=20',
  query: z
    .object({
      ...documentFilters,
      matched: flagParameter
        .optional()
        .meta({ description: 'true: only those of candidates; false: only the others' }),
      ...groupedAsOfParameter,
      ...pageParameters(100, 1_000),
      ...formatParameter,
    })
    .refine(...rangeRunsForward),
  response: listOf(policyDocumentRowSchema),
  columns: Object.keys(policyDocumentRowSchema.shape).filter(
    (name) => !['issuers', 'numbers'].includes(name),
  ),
})

export const getEventDocuments = defineEndpoint({
  method: 'GET',
  path: '/api/v1/policy-events/:id/documents',
  tag: 'policy',
  summary: 'The documents that people linked to an event or made it from, newest first',
  params: z.object({ id: eventIdSchema }),
  query: z.object(groupedAsOfParameter),
  response: listOf(inboxDocumentSchema.extend({ candidate: z.int() })),
})
