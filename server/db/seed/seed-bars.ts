import { barSchema, type Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { sql, type SQL } from 'drizzle-orm'
import * as z from 'zod'
import type { Executor } from '../client.ts'
import { bumpVersion } from '../version-count.ts'
import { csvRows } from './csv-rows.ts'
import type { Seeded } from './seeded.ts'

const seriesSchema = z.record(z.string(), z.object({ basis: barSchema.shape.basis }))

/**
 * Starter history of one ticker (`history/<ticker>.csv`: date, open, high, low, close, volume). Writes sessions that
 * have no row, and revises those whose row is still the starter's. A live row stays; when a newer seed disagrees with
 * it and with the seed before, both are listed as a conflict under `<ticker> <date>`.
 */
export async function seedBars(
  tx: Executor,
  {
    name,
    text,
    series,
    at,
  }: { readonly name: string; readonly text: string; readonly series: string; readonly at: Instant },
): Promise<Seeded> {
  const ticker = name.slice('history/'.length, -'.csv'.length)
  const basis = seriesSchema.parse(JSON.parse(series))[ticker]?.basis
  if (basis === undefined)
    throw new Error(`history/series.json does not say what the prices of ${ticker} are`)
  const seed = seedTable(starterBars(name, text, basis))
  const instrument = sql`(select id from instruments where ticker = ${ticker})`
  const differs = sql`(held.open, held.high, held.low, held.close, held.volume, held.basis)
    is distinct from (seed.open, seed.high, seed.low, seed.close, seed.volume, ${basis}::text)`

  await tx.execute(sql`
    update bars held set superseded_at = ${at} from ${seed}
    where held.instrument_id = ${instrument} and held.session_date = seed.session_date
      and held.superseded_at is null and held.source = 'starter' and ${differs}`)
  const inserted = await tx.execute(sql`
    insert into bars (instrument_id, session_date, revision, open, high, low, close, volume, status, basis, source, flags, recorded_at)
    select ${instrument}, seed.session_date, coalesce(former.revision, 0) + 1, seed.open, seed.high, seed.low,
      seed.close, seed.volume, 'final', ${basis}, 'starter',
      case when seed.untraded then array['no_trade'] else array[]::text[] end, ${at}
    from ${seed}
    left join lateral (
      select revision, superseded_at from bars
      where instrument_id = ${instrument} and session_date = seed.session_date
      order by revision desc limit 1) former on true
    where former.revision is null or former.superseded_at = ${at}::timestamptz
    returning 1`)
  const conflicts = await tx.execute(sql`
    insert into seed_conflicts (kind, key, held, seed, noted_at)
    select 'bar', ${ticker} || ' ' || seed.session_date, to_jsonb(held), to_jsonb(seed), ${at}
    from ${seed}
    join bars held on held.instrument_id = ${instrument} and held.session_date = seed.session_date
    join lateral (
      select open, high, low, close, volume, basis from bars
      where instrument_id = ${instrument} and session_date = seed.session_date and source = 'starter'
      order by revision desc limit 1) former on true
    where held.superseded_at is null and held.source <> 'starter' and abs(held.close / seed.close - 1) > 1e-6
      and (former.open, former.high, former.low, former.close, former.volume, former.basis)
        is distinct from (seed.open, seed.high, seed.low, seed.close, seed.volume, ${basis}::text)
    on conflict (kind, key) do update set held = excluded.held, seed = excluded.seed, noted_at = excluded.noted_at
    returning 1`)
  if (inserted.length > 0) await bumpVersion(tx, 'prices', at)
  return { rows: inserted.length, conflicts: conflicts.length }
}

function starterBars(name: string, text: string, basis: Bar['basis']): readonly Bar[] {
  return csvRows(name, text, ['date', 'open', 'high', 'low', 'close', 'volume']).map((cell) => {
    const volume = cell('volume') === '' ? null : Number(cell('volume'))
    const isUntraded = volume === 0 && cell('high') === cell('low')
    return barSchema.parse({
      date: cell('date'),
      open: Number(cell('open')),
      high: Number(cell('high')),
      low: Number(cell('low')),
      close: Number(cell('close')),
      adjClose: null,
      // A session without a trade has one price; a volume of 0 beside a range is a volume nobody knows.
      volume: volume === 0 && !isUntraded ? null : volume,
      status: 'final',
      basis,
      flags: isUntraded ? ['no_trade'] : [],
    })
  })
}

/** The rows as a table of the statement, named `seed`; one parameter however many rows there are. */
function seedTable(bars: readonly Bar[]): SQL {
  const rows = bars.map(({ date, open, high, low, close, volume, flags }) => ({
    session_date: date,
    open,
    high,
    low,
    close,
    volume,
    untraded: flags.includes('no_trade'),
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) seed(
    session_date date, open float8, high float8, low float8, close float8, volume float8, untraded boolean)`
}
