import { sql } from 'drizzle-orm'
import { doublePrecision, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { day, systemTime } from './columns.ts'

/**
 * Prices of a commodity, in the unit, currency and on the basis its series names (`reference_revisions`, kind
 * `commodity`): stored as they were published, converted only when read. `date` is the day the price stands for.
 */
export const commodityPoints = pgTable(
  'commodity_points',
  {
    series: text().notNull(),
    date: day().notNull(),
    revision: integer().notNull(),
    value: doublePrecision().notNull(),
    low: doublePrecision(),
    high: doublePrecision(),
    flags: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    source: text().notNull(),
    payloadId: integer(),
    ...systemTime(),
  },
  (t) => [
    primaryKey({ columns: [t.series, t.date, t.revision] }),
    uniqueIndex('commodity_points_current')
      .on(t.series, t.date)
      .where(sql`superseded_at is null`),
  ],
)
