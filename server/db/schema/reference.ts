import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { EditSource } from '@oreline/shared/domain/policy/edit-reason.ts'
import { instant, systemTime } from './columns.ts'

/**
 * Data reviewed like code: instruments, policy events, calendars and what an operator overrides in them, the chain,
 * commodity series, dates of companies, and what sources say against each other about an event (`policy-claim`). One current
 * row per (kind, key), history behind it.
 * `origin` says who wrote it, so that a newer seed never overwrites an operator or a provider.
 */
export const referenceRevisions = pgTable(
  'reference_revisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text({
      enum: [
        'instrument',
        'policy-event',
        'policy-claim',
        'company-date',
        'calendar',
        'calendar-override',
        'chain',
        'commodity',
      ],
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

/**
 * Who changed a reviewed record, when, why and by which sources; beside the revision that came of it, whose `recordedAt`
 * it shares. A revision without one was shipped.
 */
export const referenceChanges = pgTable(
  'reference_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    key: text().notNull(),
    recordedAt: instant().notNull(),
    action: text({ enum: ['create', 'edit', 'remove', 'import', 'outcome', 'from-inbox'] }).notNull(),
    /** As the person called themselves; nobody has checked it. */
    by: text().notNull(),
    why: text().notNull(),
    sources: jsonb().$type<readonly EditSource[]>().notNull(),
    /** Why one source was enough; null: there are two or more. */
    oneSourceBecause: text(),
  },
  (t) => [index('reference_changes_key').on(t.kind, t.key, t.recordedAt)],
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
