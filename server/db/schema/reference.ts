import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, systemTime } from './columns.ts'

/**
 * Data reviewed like code: instruments, policy events, calendars and what an operator overrides in them, the chain,
 * commodity series. One current row per (kind, key), history behind it.
 * `origin` says who wrote it, so that a newer seed never overwrites an operator or a provider.
 */
export const referenceRevisions = pgTable(
  'reference_revisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text({
      enum: ['instrument', 'policy-event', 'calendar', 'calendar-override', 'chain', 'commodity'],
    }).notNull(),
    key: text().notNull(),
    body: jsonb().notNull(),
    origin: text({ enum: ['seed', 'operator', 'provider'] }).notNull(),
    ...systemTime(),
  },
  (t) => [
    uniqueIndex('reference_current')
      .on(t.kind, t.key)
      .where(sql`superseded_at is null`),
    index('reference_history').on(t.kind, t.key, t.recordedAt),
  ],
)

/** A newer seed that met a row somebody had changed: both are kept, nothing was overwritten. */
export const seedConflicts = pgTable(
  'seed_conflicts',
  {
    kind: text().notNull(),
    key: text().notNull(),
    held: jsonb().notNull(),
    seed: jsonb().notNull(),
    notedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('seed_conflicts_key').on(t.kind, t.key)],
)
