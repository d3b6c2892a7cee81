import { corporateActionSchema } from '@oreline/shared/domain/prices/bar.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { bumpVersion } from '../version-count.ts'
import { csvRows } from './csv-rows.ts'
import type { Seeded } from './seeded.ts'

/**
 * Dividends of the starter history (`history/actions.csv`: ticker, ex_date, kind, amount, currency; amount per share).
 * As with bars, an ex-date on which a provider has written stays as it is.
 */
export async function seedActions(
  tx: Executor,
  { text, at }: { readonly text: string; readonly at: Instant },
): Promise<Seeded> {
  const rows = csvRows('history/actions.csv', text, ['ticker', 'ex_date', 'kind', 'amount', 'currency']).map(
    (cell) => ({
      ticker: cell('ticker'),
      ...corporateActionSchema.parse({
        kind: cell('kind'),
        exDate: cell('ex_date'),
        amount: Number(cell('amount')),
        currency: cell('currency'),
        flags: [],
      }),
    }),
  )
  const seed = sql`(
    select instruments.id instrument_id, seed.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      seed(ticker text, "exDate" date, kind text, amount float8, currency text)
    join instruments using (ticker)) seed`
  const same = sql`held.instrument_id = seed.instrument_id and held.ex_date = seed."exDate" and held.kind = seed.kind`

  await tx.execute(sql`
    update corporate_actions held set superseded_at = ${at} from ${seed}
    where ${same} and held.superseded_at is null and held.source = 'starter'
      and (held.amount, held.currency) is distinct from (seed.amount, seed.currency)`)
  const inserted = await tx.execute(sql`
    insert into corporate_actions (instrument_id, ex_date, kind, revision, amount, currency, source, recorded_at)
    select seed.instrument_id, seed."exDate", seed.kind, coalesce(former.revision, 0) + 1, seed.amount, seed.currency,
      'starter', ${at}
    from ${seed}
    left join lateral (
      select revision, superseded_at from corporate_actions held where ${same} order by revision desc limit 1) former on true
    where former.revision is null or former.superseded_at = ${at}::timestamptz
    returning 1`)
  if (inserted.length > 0) await bumpVersion(tx, 'prices', at)
  return { rows: inserted.length, conflicts: 0 }
}
