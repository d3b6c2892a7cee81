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

/**
 * Daily bars, local currency, one current row per (instrument, session day) and every former one behind it.
 * `basis`: raw (as traded), splits (split-adjusted when fetched), adjusted (splits and dividends).
 */
export const bars = pgTable(
  'bars',
  {
    instrumentId: smallint()
      .notNull()
      .references(() => instruments.id),
    sessionDate: day().notNull(),
    revision: smallint().notNull(),
    open: doublePrecision(),
    high: doublePrecision(),
    low: doublePrecision(),
    close: doublePrecision().notNull(),
    adjClose: doublePrecision(),
    volume: doublePrecision(),
    status: text({ enum: ['final', 'provisional'] }).notNull(),
    basis: text({ enum: ['raw', 'splits', 'adjusted'] }).notNull(),
    source: text().notNull(),
    flags: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    epoch: smallint().notNull().default(1),
    payloadId: integer(),
    ...systemTime(),
  },
  (t) => [
    primaryKey({ columns: [t.instrumentId, t.sessionDate, t.revision] }),
    uniqueIndex('bars_current')
      .on(t.instrumentId, t.sessionDate)
      .where(sql`superseded_at is null`),
  ],
)
