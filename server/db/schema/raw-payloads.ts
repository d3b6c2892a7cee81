import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

/** Answers as they came, zstd-compressed: bodies for 30 days (for ever when they failed to parse), hashes for ever. */
export const rawPayloads = pgTable(
  'raw_payloads',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    source: text().notNull(),
    requestKey: text().notNull(),
    url: text().notNull(),
    fetchedAt: instant().notNull(),
    status: integer().notNull(),
    contentType: text(),
    sha256: text().notNull(),
    byteLength: integer().notNull(),
    body: bytes(),
    parserVersion: integer().notNull(),
    outcome: text().notNull(),
    parseFailed: boolean().notNull().default(false),
    /** When the rows it gave were stored; null: they were not, so an equal answer is read again. */
    rowsStoredAt: instant(),
  },
  (t) => [
    index('raw_payloads_last').on(t.source, t.requestKey, t.fetchedAt),
    // Whether a body is kept already is asked for each answer.
    index('raw_payloads_body')
      .on(t.source, t.sha256)
      .where(sql`body is not null`),
    index('raw_payloads_age')
      .on(t.fetchedAt)
      .where(sql`body is not null`),
  ],
)

/** Rows of an accepted answer that failed their schema, kept with the reason. */
export const rejects = pgTable(
  'rejects',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    source: text().notNull(),
    scope: text().notNull(),
    payloadId: integer(),
    position: integer().notNull(),
    reason: text().notNull(),
    body: jsonb(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('rejects_by_source').on(t.source, t.scope, t.recordedAt)],
)
