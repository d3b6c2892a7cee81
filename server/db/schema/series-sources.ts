import { pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { instruments } from './instruments.ts'

/** The source an operator has chosen for a series; without a row the usual order of sources holds. */
export const seriesSources = pgTable('series_sources', {
  instrumentId: smallint()
    .primaryKey()
    .references(() => instruments.id),
  source: text().notNull(),
  chosenAt: instant().notNull(),
})
