/** The whole chain taken in from a file; it is given out at `/chain.json`, in the same format. */
import * as z from 'zod'
import { chainFileSchema } from '../domain/chain/chain-import.ts'
import { editReasonSchema } from '../domain/policy/edit-reason.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { oneOf } from './envelope.ts'
import { fieldChangeSchema } from './policy-edits.ts'

const BODY_BYTES = 20 * 1_048_576

/**
 * What taking the file in would do, by the ids of rows. With a fault there is no taking in; `faults`: the first 100 of
 * `fault_count`, `field` such as `coverage.12.expected`. `missing`: held and not in the file; they stay. `base` is handed
 * back with the file.
 */
export const chainPreviewSchema = z.object({
  added: z.array(z.string()),
  changed: z.array(z.object({ id: z.string(), fields: z.array(fieldChangeSchema) })),
  unchanged: z.int(),
  missing: z.array(z.string()),
  fault_count: z.int(),
  faults: z.array(z.object({ field: z.string(), why: z.string() })),
  base: z.string(),
})
export type ChainPreview = z.infer<typeof chainPreviewSchema>

export const postChainPreview = defineEndpoint({
  method: 'POST',
  path: '/api/v1/chain/file/preview',
  tag: 'chain',
  summary: 'Read a file of the chain and say what taking it in would do; changes nothing',
  body: z.object({ chain: chainFileSchema }),
  bodyBytes: BODY_BYTES,
  response: oneOf(chainPreviewSchema),
})

/** `base` of the preview: 409 `edit-conflict` where the chain has changed since; null: whatever is held. */
export const postChainFile = defineEndpoint({
  method: 'POST',
  path: '/api/v1/chain/file',
  tag: 'chain',
  summary: 'Take a file of the chain in, all of it or, naming every fault, none',
  body: z.object({
    chain: chainFileSchema,
    base: z.string().nullable().default(null),
    reason: editReasonSchema,
  }),
  bodyBytes: BODY_BYTES,
  response: oneOf(z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), kept: z.int() })),
})
