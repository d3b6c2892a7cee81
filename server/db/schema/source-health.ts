import type { Warning } from '@oreline/shared/kernel/outcome.ts'
import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

/** How a source does, per scope (a ticker, or `all`): its last attempt, last good answer, state and since when. */
export const sourceHealth = pgTable(
  'source_health',
  {
    source: text().notNull(),
    scope: text().notNull(),
    state: text({ enum: ['fresh', 'blocked', 'broken'] }).notNull(),
    since: instant().notNull(),
    lastAttemptAt: instant().notNull(),
    lastOkAt: instant(),
    /** The first good answer that covered all it was asked for: what was seen until then was there before Oreline looked. */
    firstCompleteAt: instant(),
    /** The last such answer: from there the next one is asked to go on. */
    lastCompleteAt: instant(),
    newestItem: day(),
    nextAttemptAt: instant(),
    why: text(),
    detail: text(),
    /** Days in a row on which it said "does not exist". */
    missingRuns: integer().notNull().default(0),
    /** Runs in a row in which a list that used to have rows came back empty. */
    vanishedRuns: integer().notNull().default(0),
    /** The fingerprint of the setting (a contact, a key) that it refused last; null: it refused none. Never the value. */
    refusedSetup: text(),
    complete: boolean().notNull().default(true),
    warnings: jsonb()
      .$type<readonly Warning[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
  },
  (t) => [primaryKey({ columns: [t.source, t.scope] })],
)

/** The operator's switch per source; a source without a row is on. */
export const sourceSwitches = pgTable('source_switches', {
  source: text().primaryKey(),
  enabled: boolean().notNull(),
  changedAt: instant().notNull(),
})
