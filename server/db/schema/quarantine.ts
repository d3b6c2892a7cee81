import type { QuarantineSample } from '@oreline/shared/api/quarantine.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { contradictionKinds } from '@oreline/shared/domain/prices/contradiction.ts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'
import { instruments } from './instruments.ts'

/**
 * Answers about a series that contradict what is stored, kept out until a person or a later answer decides. At most one
 * is open per (instrument, source): the next contradicting answer takes its place. `history` is what would be stored.
 */
export const quarantine = pgTable(
  'quarantine',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    instrumentId: smallint()
      .notNull()
      .references(() => instruments.id),
    source: text().notNull(),
    kind: text({ enum: contradictionKinds }).notNull(),
    why: text().notNull(),
    /** See `Contradiction`; after a split of 4 for 1, 0.25. */
    k: doublePrecision(),
    agreesFrom: day(),
    compared: integer().notNull(),
    differing: integer().notNull(),
    sample: jsonb().$type<readonly QuarantineSample[]>().notNull(),
    /** null: the answer gave no rows that could be stored, so that it can only be discarded. */
    history: jsonb().$type<QuoteHistory>(),
    /** Whether the answer covers all that is held, so that accepting it replaces the series. */
    whole: boolean().notNull(),
    payloadId: integer(),
    /** Since when answers contradict in this way: one that replaces another of its kind keeps it. */
    openedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    timesSeen: integer().notNull().default(1),
    decidedAt: instant(),
    /** `resolved`: a later answer agreed with what is held. */
    decision: text({ enum: ['accepted', 'rescaled', 'discarded', 'replaced', 'resolved'] }),
  },
  (t) => [
    uniqueIndex('quarantine_open')
      .on(t.instrumentId, t.source)
      .where(sql`decided_at is null`),
  ],
)
