import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Symbols an operator wants followed, and how far that has come. `state` pending: no job has taken it up yet. */
export const instrumentRequests = pgTable('instrument_requests', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  symbol: text().notNull(),
  state: text({ enum: ['pending', 'looking-up', 'backfilling', 'done', 'refused'] }).notNull(),
  /** What is going on, or why it was refused; a sentence for the reader. */
  detail: text().notNull(),
  /** The ticker it became; null: not known yet. */
  ticker: text(),
  barsStored: integer().notNull().default(0),
  askedAt: instant().notNull(),
  changedAt: instant().notNull(),
})
