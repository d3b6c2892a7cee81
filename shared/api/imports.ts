import * as z from 'zod'
import { importFieldsSchema } from '../domain/imports/import-fields.ts'
import { instantSchema, isoDateSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

/** A file as text, with what it does not say of itself. */
const importBodySchema = z.object({
  file_name: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(20_000_000),
  fields: importFieldsSchema,
})

/** `line` counts from 1 with the header; `column` null: the whole line, or the file where `line` is null. */
export const importProblemSchema = z.object({
  line: z.int().nullable(),
  column: z.string().nullable(),
  problem: z.string(),
})
export type ImportProblem = z.infer<typeof importProblemSchema>

/**
 * What taking the file in would do. `problems`: the first 20; with one there is no import. Rows are new, a change of what
 * is held, the same as it, or `kept` (held from a live source, which `fill` leaves alone). `sample`: the first rows, read.
 */
export const importPreviewSchema = z.object({
  columns: z.array(z.object({ header: z.string(), means: z.string().nullable() })),
  rows: z.int(),
  first_day: isoDateSchema.nullable(),
  last_day: isoDateSchema.nullable(),
  new_rows: z.int(),
  changed_rows: z.int(),
  same_rows: z.int(),
  kept_rows: z.int(),
  problem_count: z.int(),
  problems: z.array(importProblemSchema),
  warnings: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const importRowSchema = z.object({
  id: z.int(),
  kind: z.enum(['bars', 'fx', 'commodity']),
  target: z.string(),
  file_name: z.string(),
  source_note: z.string(),
  licence_note: z.string(),
  rows_read: z.int(),
  rows_written: z.int(),
  first_day: isoDateSchema.nullable(),
  last_day: isoDateSchema.nullable(),
  imported_at: instantSchema,
  undone_at: instantSchema.nullable(),
  rows_undone: z.int().nullable(),
})
export type ImportRow = z.infer<typeof importRowSchema>

export const postImportPreview = defineEndpoint({
  method: 'POST',
  path: '/api/v1/imports/preview',
  tag: 'data',
  summary: 'Read a CSV file and say what taking it in would do; changes nothing',
  body: importBodySchema,
  response: oneOf(importPreviewSchema),
})

export const postImport = defineEndpoint({
  method: 'POST',
  path: '/api/v1/imports',
  tag: 'data',
  summary: 'Take a CSV file in, all of it or none',
  body: importBodySchema,
  response: oneOf(importRowSchema),
  status: 201,
})

export const getImports = defineEndpoint({
  method: 'GET',
  path: '/api/v1/imports',
  tag: 'data',
  summary: 'The files that were taken in, newest first',
  query: z.object({ ...formatParameter }),
  response: listOf(importRowSchema),
  columns: Object.keys(importRowSchema.shape),
})

export const postImportUndo = defineEndpoint({
  method: 'POST',
  path: '/api/v1/imports/:id/undo',
  tag: 'data',
  summary: 'Take an import back: what it replaced holds again, as a new revision',
  params: z.object({ id: z.coerce.number().int().positive() }),
  response: oneOf(importRowSchema),
})
