import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** One or more documents that are the same act or news; a candidate for the timeline where a term watched for occurs. */
export const inboxItems = pgTable(
  'inbox_items',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    firstSeenAt: instant().notNull(),
    /** A later document showed that it is the same as an earlier one; null: it stands by itself. */
    mergedInto: integer(),
    /** A term occurs in one of its documents; false: it is kept and put before nobody. */
    matched: boolean().notNull().default(false),
    /** The list of terms (`termsVersion`) that its documents were last read with. */
    readWith: text().notNull().default(''),
  },
  (t) => [
    index('inbox_items_candidates')
      .on(t.id)
      .where(sql`matched and merged_into is null`),
    index('inbox_items_read_with').on(t.readWith),
  ],
)

/** What a document and its copies have in common: a number, a normalised title with its day (`mergeKeys`). */
export const inboxKeys = pgTable(
  'inbox_keys',
  {
    key: text().primaryKey(),
    itemId: integer()
      .notNull()
      .references(() => inboxItems.id),
  },
  (t) => [index('inbox_keys_item').on(t.itemId)],
)

/** What a person decided about a candidate; the last one holds. Nothing is ever taken off the list. */
export const inboxDecisions = pgTable(
  'inbox_decisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    itemId: integer()
      .notNull()
      .references(() => inboxItems.id),
    decision: text({ enum: ['linked', 'created', 'dismissed', 'reopened'] }).notNull(),
    /** The event it was linked to or made into; null: neither. */
    eventId: text(),
    /** As the person called themselves. */
    by: text().notNull(),
    reason: text(),
    decidedAt: instant().notNull(),
  },
  (t) => [index('inbox_decisions_item').on(t.itemId, t.decidedAt)],
)
