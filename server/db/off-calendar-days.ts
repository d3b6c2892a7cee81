import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { sql } from 'drizzle-orm'
import { arrayLiteral } from './array-literal.ts'
import type { Executor } from './client.ts'

/** The days since `from` that have no session, and on which two or more of the instruments have a bar all the same. */
export async function listOffCalendarDays(
  db: Executor,
  { instrumentIds, from }: { readonly instrumentIds: readonly number[]; readonly from: IsoDate },
): Promise<readonly { readonly date: IsoDate; readonly instruments: number }[]> {
  return db.execute<{ date: IsoDate; instruments: number }>(sql`
    select session_date as date, count(*)::int as instruments
    from unnest(${arrayLiteral(instrumentIds)}::smallint[]) asked (id)
    join bars on bars.instrument_id = asked.id
    where superseded_at is null and session_date >= ${from} and 'off_calendar' = any(flags)
    group by session_date having count(*) >= 2
    order by session_date`)
}
