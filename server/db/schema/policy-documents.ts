import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
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
import { inboxItems } from './inbox.ts'
import { day, instant, systemTime } from './columns.ts'

/**
 * What government feeds published, each document as its source said it, every change a revision. `itemId`: what it is a
 * copy of, the same for all its revisions; null only within the transaction that takes it in.
 */
export const policyDocuments = pgTable(
  'policy_documents',
  {
    source: text().notNull(),
    sourceId: text().notNull(),
    revision: smallint().notNull(),
    body: jsonb().$type<PolicyDocument>().notNull(),
    /** From `body`, for ordering. */
    publishedOn: day(),
    itemId: integer().references(() => inboxItems.id),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** The source's list was asked for the first time with it: it was there before Oreline looked. */
    wasThereBefore: boolean().notNull().default(false),
    payloadId: integer(),
    ...systemTime(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.sourceId, t.revision] }),
    uniqueIndex('policy_documents_current')
      .on(t.source, t.sourceId)
      .where(sql`superseded_at is null`),
    index('policy_documents_item').on(t.itemId),
    index('policy_documents_day').on(t.publishedOn),
  ],
)
