/** The whole catalogue taken in from a file; it is given out at `/policy-events.json`, in the same format. */
import * as z from 'zod'
import { editReasonSchema } from '../domain/policy/edit-reason.ts'
import { eventIdSchema } from '../domain/policy/event.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { oneOf } from './envelope.ts'
import { fieldChangeSchema } from './policy-edits.ts'

const BODY_BYTES = 20 * 1_048_576

/**
 * `events`: the file, read here, so that each fault can be named by its place. `remove`: held events that are not in
 * the file and are to go; whatever else the file leaves out stays.
 */
const fileSchema = z.object({
  events: z.array(z.unknown()).max(20_000),
  remove: z.array(eventIdSchema).max(20_000).default([]),
})

const namedSchema = z.object({ id: eventIdSchema, title: z.string() })

/**
 * What taking the file in would do. With a fault there is no taking in; `faults`: the first 100 of `fault_count`,
 * `field` such as `[12].end_date`. `missing`: held, not in the file, and not to be removed. `also_changed`: events that
 * are not in the file and get the counterpart of a supersession. `base` is handed back with the file.
 */
export const cataloguePreviewSchema = z.object({
  events: z.int(),
  added: z.array(namedSchema),
  changed: z.array(namedSchema.extend({ fields: z.array(fieldChangeSchema) })),
  unchanged: z.int(),
  missing: z.array(namedSchema),
  removed: z.array(namedSchema),
  also_changed: z.array(namedSchema),
  fault_count: z.int(),
  faults: z.array(z.object({ field: z.string(), why: z.string() })),
  base: z.string(),
})
export type CataloguePreview = z.infer<typeof cataloguePreviewSchema>

export const postCataloguePreview = defineEndpoint({
  method: 'POST',
  path: '/api/v1/policy-catalogue/preview',
  tag: 'policy',
  summary: 'Read a file of the catalogue and say what taking it in would do; changes nothing',
  body: fileSchema,
  bodyBytes: BODY_BYTES,
  response: oneOf(cataloguePreviewSchema),
})

/** `base` of the preview: 409 `edit-conflict` where the catalogue has changed since; null: whatever is held. */
export const postCatalogue = defineEndpoint({
  method: 'POST',
  path: '/api/v1/policy-catalogue',
  tag: 'policy',
  summary: 'Take a file of the catalogue in, all of it or, naming every fault, none',
  body: fileSchema.extend({ base: z.string().nullable().default(null), reason: editReasonSchema }),
  bodyBytes: BODY_BYTES,
  response: oneOf(
    z.object({ added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int(), kept: z.int() }),
  ),
})
