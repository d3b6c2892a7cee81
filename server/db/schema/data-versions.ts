import { bigint, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Counts the writing transactions per kind of data: the key of caches and ETags. Bumped in the transaction that writes. */
export const dataVersions = pgTable('data_versions', {
  scope: text({
    enum: ['prices', 'fx', 'filings', 'commodities', 'reference', 'documents', 'health'],
  }).primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
  changedAt: instant().notNull(),
})
