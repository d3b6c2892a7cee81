import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { day, instant, systemTime } from './columns.ts'
import { instruments } from './instruments.ts'

/**
 * Announcements and filings: metadata and a link, never the text. `publishedOn` is the day in the market's zone;
 * `publishedAt` is null where only the day is known (`precision: day`). `details` keeps what one source alone says.
 */
export const filings = pgTable(
  'filings',
  {
    source: text().notNull(),
    sourceId: text().notNull(),
    instrumentId: smallint()
      .notNull()
      .references(() => instruments.id),
    revision: smallint().notNull(),
    form: text().notNull(),
    category: text().notNull(),
    title: text().notNull(),
    titleEn: text(),
    publishedOn: day().notNull(),
    publishedAt: instant(),
    precision: text({ enum: ['instant', 'minute', 'day'] }).notNull(),
    url: text(),
    priceSensitive: boolean(),
    details: jsonb().notNull().default({}),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** Since when the source's lists lack it though they cover its day; null: they have it, or do not reach so far. */
    absentSince: instant(),
    /** They have lacked it for three days: the regulator has taken it back. */
    removedUpstream: boolean().notNull().default(false),
    payloadId: integer(),
    ...systemTime(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.sourceId, t.instrumentId, t.revision] }),
    uniqueIndex('filings_current')
      .on(t.source, t.sourceId, t.instrumentId)
      .where(sql`superseded_at is null`),
    index('filings_by_day').on(t.instrumentId, t.publishedOn),
  ],
)
