/** Changes of the chain's rows by people, each with who, why and its sources. */
import * as z from 'zod'
import { editReasonSchema } from '../domain/policy/edit-reason.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { asOfParameter } from './parameters.ts'
import { recordChangeSchema } from './policy-edits.ts'

/** What people may change: stages and controls on all elements are as shipped. */
const partSchema = z.enum(['element', 'coverage', 'share', 'disclosed', 'money'])
const oneRow = z.object({
  part: partSchema,
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(150),
})

/** `row` is checked by the part's schema, and refused naming the field. */
export const putChainRow = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/chain/rows/:part/:slug',
  tag: 'chain',
  summary: 'Add a row of the chain or change it',
  params: oneRow,
  body: z.object({
    row: z.record(z.string(), z.unknown()),
    base: z.int().positive().nullable(),
    reason: editReasonSchema,
  }),
  response: oneOf(z.object({ id: z.string(), revision: z.int() })),
})

export const deleteChainRow = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/chain/rows/:part/:slug',
  tag: 'chain',
  summary: 'End a row of the chain; it stays readable as of then',
  params: oneRow,
  body: z.object({ base: z.int().positive(), reason: editReasonSchema }),
  response: oneOf(z.object({ id: z.string() })),
})

/** As the history of an event; `fields` are those of the row. */
export const getChainRowHistory = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain/rows/:part/:slug/history',
  tag: 'chain',
  summary:
    'Every revision of a row of the chain, newest first: who, when, why, by which sources, and what changed',
  params: oneRow,
  query: z.object(asOfParameter),
  response: listOf(recordChangeSchema),
})
