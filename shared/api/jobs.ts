import * as z from 'zod'
import { jobNameSchema } from '../domain/jobs/job.ts'
import { instantSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { formatParameter, pageParameters } from './parameters.ts'

/** What one source answered for one scope (a ticker, or `all`) within a run: an outcome kind and the rows it wrote. */
export const runSourceSchema = z.object({
  source: z.string(),
  scope: z.string(),
  kind: z.enum(['ok', 'empty', 'notFound', 'unchanged', 'blocked', 'broken']),
  rows_written: z.int(),
  detail: z.string().nullable(),
})
export type RunSource = z.infer<typeof runSourceSchema>

/** `outcome` is null while a run is queued or running; `slot` is the moment the run stands for. */
export const runRowSchema = z.object({
  id: z.int(),
  job: jobNameSchema,
  title: z.string(),
  slot: instantSchema,
  trigger: z.enum(['schedule', 'start', 'catch-up', 'request']),
  queued_at: instantSchema,
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
  outcome: z.enum(['ok', 'partial', 'failed']).nullable(),
  rows_written: z.int(),
  sources: z.array(runSourceSchema),
  error: z.string().nullable(),
})
export type RunRow = z.infer<typeof runRowSchema>

export const getJobRuns = defineEndpoint({
  method: 'GET',
  path: '/api/v1/jobs/runs',
  tag: 'jobs',
  summary: 'The ledger of runs, newest first; the first page holds every job’s last run',
  example: 'limit=20',
  query: z.object({ job: jobNameSchema.optional(), ...pageParameters(100, 500), ...formatParameter }),
  response: listOf(runRowSchema),
  columns: ['job', 'slot', 'trigger', 'started_at', 'finished_at', 'outcome', 'rows_written', 'error'],
})

export const postJobRun = defineEndpoint({
  method: 'POST',
  path: '/api/v1/jobs/:name/runs',
  tag: 'jobs',
  summary: 'Run a job now; 409 says until when the provider may not be asked',
  params: z.object({ name: jobNameSchema }),
  response: oneOf(z.object({ id: z.int(), job: jobNameSchema, slot: instantSchema })),
  status: 202,
})
