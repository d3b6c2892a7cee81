import type { RunSource } from '@oreline/shared/api/jobs.ts'
import { integer, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** The ledger of runs. One row per (job, slot) however many processes there are; `sources` is the outcome per source and scope. */
export const jobRuns = pgTable(
  'job_runs',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    job: text().notNull(),
    slot: instant().notNull(),
    trigger: text({ enum: ['schedule', 'start', 'catch-up', 'request'] }).notNull(),
    queuedAt: instant().notNull(),
    startedAt: instant(),
    finishedAt: instant(),
    /** ok: every source answered; partial: some did; failed: none did or the run broke; null: not finished. */
    outcome: text({ enum: ['ok', 'partial', 'failed'] }),
    rowsWritten: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    sources: jsonb().$type<readonly RunSource[]>().notNull().default([]),
    error: text(),
  },
  (t) => [uniqueIndex('job_runs_slot').on(t.job, t.slot), index('job_runs_latest').on(t.job, t.finishedAt)],
)
