import { integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'
import { instruments } from './instruments.ts'

/** Sessions on which a source gave no usable price, with its reason; a hole is absence, never a filled row. */
export const gaps = pgTable(
  'gaps',
  {
    instrumentId: smallint()
      .notNull()
      .references(() => instruments.id),
    sessionDate: day().notNull(),
    source: text().notNull(),
    reason: text().notNull(),
    firstSeenAt: instant().notNull(),
    lastTriedAt: instant().notNull(),
    tries: integer().notNull().default(1),
    filledAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.instrumentId, t.sessionDate, t.source] })],
)
