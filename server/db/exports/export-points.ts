import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listCommodities } from '../commodities.ts'
import { listCommodityPoints } from '../commodity-points.ts'
import type { Executor } from '../client.ts'
import { ALL, type ExportAsked, type ExportTable } from './export-table.ts'

const columns = ['series', 'date', 'value', 'low', 'high', 'flags', 'source', 'recorded_at']

/** Points of commodity series as published, in the unit that each series names. */
export async function exportPoints(
  db: Executor,
  { names, from, to, asOf }: ExportAsked,
): Promise<ExportTable> {
  const known = (await listCommodities(db, asOf)).map(({ id }) => id)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new AppError('unknown-commodity', `no such commodity series: ${unknown}`, { parameter: 'series' })
  const rows: ExportTable['rows'][number][] = []
  for (const series of names.length === 0 ? known : names) {
    const points = await listCommodityPoints(db, { series, from, to, asOf, after: null, limit: ALL })
    for (const { recordedAt, ...point } of points) rows.push({ series, ...point, recorded_at: recordedAt })
  }
  return { columns, rows }
}
