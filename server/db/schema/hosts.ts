import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Manners towards each group of hosts, shared by all processes: when the next request may leave, and why not before. */
export const hosts = pgTable('hosts', {
  hostGroup: text().primaryKey(),
  nextFreeAt: instant(),
  blockedUntil: instant(),
  blockedWhy: text(),
  backoffLevel: integer().notNull().default(0),
  consecutiveFailures: integer().notNull().default(0),
  breakerOpenUntil: instant(),
  updatedAt: instant().notNull(),
})
