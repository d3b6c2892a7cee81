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

/** Reference rates: units of `currency` per 1 EUR on the day the bank published them; no row on days without one. */
export const fxRates = pgTable(
  'fx_rates',
  {
    currency: text().notNull(),
    rateDate: day().notNull(),
    revision: smallint().notNull(),
    perEur: doublePrecision().notNull(),
    source: text().notNull(),
    payloadId: integer(),
    ...systemTime(),
  },
  (t) => [
    primaryKey({ columns: [t.currency, t.rateDate, t.revision] }),
    uniqueIndex('fx_rates_current')
      .on(t.currency, t.rateDate)
      .where(sql`superseded_at is null`),
  ],
)
