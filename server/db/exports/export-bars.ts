import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from '../client.ts'
import { listInstrumentIds } from '../instrument-list.ts'
import { listBars } from '../price-history.ts'
import { listReference } from '../reference-rows.ts'
import { ALL, type ExportAsked, type ExportTable } from './export-table.ts'

const columns = [
  'ticker',
  'date',
  'open',
  'high',
  'low',
  'close',
  'adj_close',
  'volume',
  'currency',
  'basis',
  'status',
  'flags',
  'source',
  'recorded_at',
]

/** Daily bars as stored, nothing adjusted or converted, so that they can be taken in again as they are. */
export async function exportBars(db: Executor, { names, from, to, asOf }: ExportAsked): Promise<ExportTable> {
  const ids = await listInstrumentIds(db)
  const known = (await listReference(db, 'instrument', { asOf: null })).map(({ body }) =>
    instrumentSchema.parse(body),
  )
  const unknown = names.find((name) => !known.some(({ ticker }) => ticker === name))
  if (unknown !== undefined)
    throw new AppError('unknown-ticker', `no such instrument: ${unknown}`, { parameter: 'ticker' })
  const wanted = known.filter(({ ticker }) => names.length === 0 || names.includes(ticker))
  const rows: ExportTable['rows'][number][] = []
  for (const { ticker, currency } of wanted) {
    const id = ids.get(ticker)
    if (id === undefined) continue
    const bars = await listBars(db, { instrumentIds: [id], from, to, asOf, after: null, limit: ALL })
    for (const { date, open, high, low, close, adjClose, volume, basis, status, ...bar } of bars)
      rows.push({
        ticker,
        date,
        open,
        high,
        low,
        close,
        adj_close: adjClose,
        volume,
        currency,
        basis,
        status,
        flags: bar.flags,
        source: bar.source,
        recorded_at: bar.recordedAt,
      })
  }
  return { columns, rows }
}
