/** The descriptions of commodity series: what their figures stand on. Written by operators, each change a revision. */
import { commoditySchema, type Commodity } from '@oreline/shared/domain/commodities/commodity.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from './client.ts'
import { writeOperatorRecord } from './operator-record.ts'
import { listReference } from './reference-rows.ts'
import type { Revision } from './revision.ts'

/** As they stood at an instant (null: now), by id. */
export async function listCommodities(db: Executor, asOf: Instant | null): Promise<readonly Commodity[]> {
  const rows = await listReference(db, 'commodity', { asOf })
  return rows.map(({ body }) => commoditySchema.parse(body))
}

export async function findCommodity(
  db: Executor,
  id: string,
  asOf: Instant | null,
): Promise<Commodity | null> {
  const [row] = await listReference(db, 'commodity', { asOf, key: id })
  return row === undefined ? null : commoditySchema.parse(row.body)
}

/** In an open transaction of the scope `commodities`, which nothing else that is read with it is written under. */
export async function writeCommodity(revision: Revision, commodity: Commodity): Promise<number> {
  return writeOperatorRecord(revision, { kind: 'commodity', key: commodity.id, body: commodity })
}
