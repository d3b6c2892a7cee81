import * as z from 'zod'
import { importFieldsSchema } from '../domain/imports/import-fields.ts'
import { importProblemSchema, importWarningSchema } from '../domain/imports/import-problem.ts'
import { instantSchema, isoDateSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { formatParameter } from './parameters.ts'

const MiB = 1_048_576

/** A file as text (UTF-8, read by whoever sends it), with what it does not say of itself. */
export const importBodySchema = z.object({
  file_name: z.string().trim().min(1).max(200),
  text: z
    .string()
    .min(1, 'the file is empty')
    .max(20 * MiB),
  fields: importFieldsSchema,
})
export type ImportBody = z.output<typeof importBodySchema>

export type { ImportProblem, ImportWarning } from '../domain/imports/import-problem.ts'

/**
 * What taking the file in would do. `problems`: the first 20 of `problem_count`; with one there is no import. Of the
 * `rows` read, some are new, some change what is held, some say the same as it, and some leave it as it is (`kept`: by
 * `fill`, or because a doubtful or unfinished row corrects nothing). `columns`: every header of the file, and how it is
 * read; null: not at all. `sample`: the first 10 rows, as read.
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
  warnings: z.array(importWarningSchema),
  sample: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** `target`: a ticker, `fx`, or the id of a commodity series. `rows_undone`: ended or given back by the undo. */
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
  bodyBytes: 20 * MiB,
  response: oneOf(importPreviewSchema),
})

export const postImport = defineEndpoint({
  method: 'POST',
  path: '/api/v1/imports',
  tag: 'data',
  summary: 'Take a CSV file in, all of it or none; 422 with the problems where it has any',
  body: importBodySchema,
  bodyBytes: 20 * MiB,
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
  path: '/api/v1/imports/:import/undo',
  tag: 'data',
  summary: 'Take an import back: what it replaced holds again, as a new revision; 409 the second time',
  params: z.object({ import: z.coerce.number().int().positive() }),
  response: oneOf(importRowSchema),
})
