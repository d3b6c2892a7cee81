import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { day, systemTime } from './columns.ts'
import { instruments } from './instruments.ts'

/** Dividends (`amount` per share in `currency`) and splits (`numerator` new shares for `denominator` old), by ex-date. */
export const corporateActions = pgTable(
  'corporate_actions',
  {
    instrumentId: smallint()
      .notNull()
      .references(() => instruments.id),
    exDate: day().notNull(),
    kind: text({ enum: ['dividend', 'split'] }).notNull(),
    revision: smallint().notNull(),
    amount: doublePrecision(),
    currency: text(),
    numerator: doublePrecision(),
    denominator: doublePrecision(),
    source: text().notNull(),
    flags: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    payloadId: integer(),
    ...systemTime(),
  },
  (t) => [
    primaryKey({ columns: [t.instrumentId, t.exDate, t.kind, t.revision] }),
    uniqueIndex('corporate_actions_current')
      .on(t.instrumentId, t.exDate, t.kind)
      .where(sql`superseded_at is null`),
  ],
)
