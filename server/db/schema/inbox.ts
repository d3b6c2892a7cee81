import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** A candidate for the timeline: one or more documents that are the same act or news. */
export const inboxItems = pgTable('inbox_items', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  firstSeenAt: instant().notNull(),
  /** A later document showed that it is the same as an earlier candidate; null: it stands by itself. */
  mergedInto: integer(),
})

/** What a document and its copies have in common: a number, a normalised title with its day. */
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
