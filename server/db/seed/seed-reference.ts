import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import type { referenceRevisions } from '../schema/reference.ts'
import { bumpVersion } from '../version-count.ts'
import type { SeedDocument } from './seed-documents.ts'
import type { Seeded } from './seeded.ts'

type Kind = (typeof referenceRevisions.$inferSelect)['kind']

/**
 * Revises the documents of a kind that nobody but the seed has written. One that an operator or a provider wrote stays,
 * and is listed as a conflict when the seed says something new; one that was removed stays removed.
 */
export async function seedReference(
  tx: Executor,
  {
    kind,
    documents,
    at,
  }: { readonly kind: Kind; readonly documents: readonly SeedDocument[]; readonly at: Instant },
): Promise<Seeded> {
  const seed = JSON.stringify(Object.fromEntries(documents.map(({ key, body }) => [key, body])))
  // In the seed's order, which is the order of the page.
  if (kind === 'instrument')
    await tx.execute(sql`
      insert into instruments (ticker)
      select ticker from jsonb_array_elements_text(${JSON.stringify(documents.map(({ key }) => key))}::jsonb)
        with ordinality seed(ticker, place)
      where ticker not in (select ticker from instruments)
      order by place`)
  await tx.execute(sql`
    update reference_revisions held set superseded_at = ${at}
    from jsonb_each(${seed}::jsonb) seed
    where held.kind = ${kind} and held.key = seed.key and held.superseded_at is null
      and held.origin = 'seed' and held.body <> seed.value`)
  const inserted = await tx.execute(sql`
    insert into reference_revisions (kind, key, body, origin, recorded_at)
    select ${kind}, seed.key, seed.value, 'seed', ${at}
    from jsonb_each(${seed}::jsonb) seed
    where not exists (
      select from reference_revisions held where held.kind = ${kind} and held.key = seed.key)
      or exists (
      select from reference_revisions held
      where held.kind = ${kind} and held.key = seed.key and held.superseded_at = ${at}::timestamptz)
    returning 1`)
  const conflicts = await tx.execute(sql`
    insert into seed_conflicts (kind, key, held, seed, noted_at)
    select ${kind}, seed.key, held.body, seed.value, ${at}
    from jsonb_each(${seed}::jsonb) seed
    join reference_revisions held on held.kind = ${kind} and held.key = seed.key and held.superseded_at is null
    where held.origin <> 'seed' and held.body <> seed.value
      and seed.value is distinct from (
        select former.body from reference_revisions former
        where former.kind = ${kind} and former.key = seed.key and former.origin = 'seed'
        order by former.recorded_at desc limit 1)
    on conflict (kind, key) do update set held = excluded.held, seed = excluded.seed, noted_at = excluded.noted_at
    returning 1`)
  if (inserted.length + conflicts.length > 0) await bumpVersion(tx, 'reference', at)
  return { rows: inserted.length, conflicts: conflicts.length }
}
