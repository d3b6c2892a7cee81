import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** The seed files this store has taken in, by content: a start with the same files reads none of them again. */
export const seedFiles = pgTable('seed_files', {
  file: text().primaryKey(),
  sha256: text().notNull(),
  takenAt: instant().notNull(),
})
