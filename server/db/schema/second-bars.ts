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
 * What other sources say about a series: the same days and currency as `bars`, kept beside it so that each can be held
 * against the other. One current row per (instrument, source, session day); never shown in the place of a bar.
 */
export const secondBars = pgTable(
  'second_bars',
  {
    instrumentId: smallint()
      .notNull()
      .references(() => instruments.id),
    source: text().notNull(),
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
    flags: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    payloadId: integer(),
    ...systemTime(),
  },
  (t) => [
    primaryKey({ columns: [t.instrumentId, t.source, t.sessionDate, t.revision] }),
    uniqueIndex('second_bars_current')
      .on(t.instrumentId, t.source, t.sessionDate)
      .where(sql`superseded_at is null`),
  ],
)
