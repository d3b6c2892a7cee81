import type { CorporateAction } from '@oreline/shared/domain/prices/bar.ts'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { reviseRows } from './revise-rows.ts'
import type { Revision } from './revision.ts'
import { corporateActions } from './schema/corporate-actions.ts'

export type ActionWrite = {
  readonly instrumentId: number
  /** Each ex-date and kind at most once. */
  readonly actions: readonly CorporateAction[]
  readonly source: string
  readonly payloadId: number | null
}

/**
 * Writes dividends and splits as revisions and gives their number. One that an answer leaves out stays: answers cover a
 * window. As with bars, the first live answer replaces the starter's rows.
 */
export async function upsertCorporateActions(revision: Revision, write: ActionWrite): Promise<number> {
  const { instrumentId, actions, source, payloadId } = write
  const column = (name: string) => sql`n.${sql.identifier(name)}`
  return reviseRows(revision, {
    table: 'corporate_actions',
    key: ['instrument_id', 'ex_date', 'kind'],
    incoming: sql`
      select ${instrumentId}::smallint as instrument_id, "exDate" as ex_date, kind, amount, currency, numerator,
        denominator, flags
      from jsonb_to_recordset(${JSON.stringify(actions)}::jsonb) as incoming("exDate" date, kind text, amount float8,
        currency text, numerator float8, denominator float8, flags text[])`,
    changed: sql`(h.source, h.amount, h.currency, h.numerator, h.denominator, h.flags)
      is distinct from (${source}, n.amount, n.currency, n.numerator, n.denominator, n.flags)`,
    values: {
      amount: column('amount'),
      currency: column('currency'),
      numerator: column('numerator'),
      denominator: column('denominator'),
      flags: column('flags'),
      source: sql`${source}`,
      payload_id: sql`${payloadId}::int`,
    },
  })
}

/** On an action whose restated history is still to be had. */
export const pendingFlag = 'pending'

/** What a live source has said so far, by ex-date and kind, with the history it restates: an action beyond these is news. */
export async function listRestatedActions(
  db: Executor,
  instrumentId: number,
): Promise<readonly Pick<typeof corporateActions.$inferSelect, 'exDate' | 'kind'>[]> {
  return db
    .select({ exDate: corporateActions.exDate, kind: corporateActions.kind })
    .from(corporateActions)
    .where(
      and(
        eq(corporateActions.instrumentId, instrumentId),
        isNull(corporateActions.supersededAt),
        ne(corporateActions.source, 'starter'),
        sql`not ${pendingFlag} = any(${corporateActions.flags})`,
      ),
    )
}
