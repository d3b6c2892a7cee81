import type { ImportFields } from '@oreline/shared/domain/imports/import-fields.ts'
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

/** Files an operator has taken in. Their rows carry `payloadId`, under which the file itself is kept for ever. */
export const imports = pgTable('imports', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  kind: text({ enum: ['bars', 'fx', 'commodity'] }).notNull(),
  /** A ticker, `fx`, or the id of a commodity series. */
  target: text().notNull(),
  fileName: text().notNull(),
  payloadId: integer().notNull(),
  /** What the file itself does not say: units, currency, licence and so on. */
  fields: jsonb().$type<ImportFields>().notNull(),
  rowsRead: integer().notNull(),
  rowsWritten: integer().notNull(),
  firstDay: day(),
  lastDay: day(),
  importedAt: instant().notNull(),
  undoneAt: instant(),
  rowsUndone: integer(),
})
