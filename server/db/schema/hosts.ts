import type { BlockedWhy } from '@oreline/shared/kernel/outcome.ts'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Manners towards each group of hosts, shared by all processes: when the next request may leave, and why not before. */
export const hosts = pgTable('hosts', {
  hostGroup: text().primaryKey(),
  /** The start of the next request, for the gap's sake. */
  nextFreeAt: instant(),
  /** A request is under way; past this moment its process counts as dead. */
  busyUntil: instant(),
  blockedUntil: instant(),
  blockedWhy: text().$type<BlockedWhy>(),
  /** Blocks in a row: the exponent of the next silence. */
  backoffLevel: integer().notNull().default(0),
  consecutiveFailures: integer().notNull().default(0),
  /** Set while the breaker is open, and past it until one probe has succeeded. */
  breakerOpenUntil: instant(),
  updatedAt: instant().notNull(),
})
