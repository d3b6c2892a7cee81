import { pgTable, smallint, text } from 'drizzle-orm/pg-core'

/** The short number a ticker has inside this store. What an instrument is stands in `reference_revisions`. */
export const instruments = pgTable('instruments', {
  id: smallint().primaryKey().generatedAlwaysAsIdentity(),
  ticker: text().notNull().unique(),
})
