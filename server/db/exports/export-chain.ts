import { getDisclosed, getMoney } from '@oreline/shared/api/chain-figures.ts'
import { chainPartSchemas } from '@oreline/shared/domain/chain/records.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listChainRecords } from '../chain-records.ts'
import type { Executor } from '../client.ts'
import { listInstrumentIds } from '../instrument-list.ts'
import type { ExportAsked, ExportTable } from './export-table.ts'

/** Figures that companies disclosed for periods ending within the range, in the order of the file. */
export async function exportDisclosed(db: Executor, asked: ExportAsked): Promise<ExportTable> {
  await assertTickers(db, asked.names)
  const records = await recordsOf(db, 'disclosed/', asked.asOf)
  return {
    columns: getDisclosed.columns,
    rows: records
      .map(({ key, body }) => ({ id: key, ...chainPartSchemas.disclosed.parse(body) }))
      .filter((row) => isAsked(asked, row.ticker, row.period_end)),
  }
}

/** Money announced within the range, in the order of the file; without names also that of rivals and programmes. */
export async function exportMoney(db: Executor, asked: ExportAsked): Promise<ExportTable> {
  await assertTickers(db, asked.names)
  const records = await recordsOf(db, 'money/', asked.asOf)
  return {
    columns: getMoney.columns,
    rows: records
      .map(({ key, body }) => ({ id: key, ...chainPartSchemas.money.parse(body) }))
      .map((row) => ({ ...row, counted_in: row.counted_in ?? null }))
      .filter((row) => isAsked(asked, row.ticker, row.date)),
  }
}

async function recordsOf(db: Executor, part: string, asOf: Instant | null) {
  return (await listChainRecords(db, asOf)).filter(({ key }) => key.startsWith(part))
}

const isAsked = ({ names, from, to }: ExportAsked, ticker: string | null, day: IsoDate): boolean =>
  (names.length === 0 || (ticker !== null && names.includes(ticker))) &&
  (from === undefined || day >= from) &&
  (to === undefined || day <= to)

async function assertTickers(db: Executor, names: readonly string[]): Promise<void> {
  const known = await listInstrumentIds(db)
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new AppError('unknown-ticker', `no such instrument: ${unknown}`, { parameter: 'ticker' })
}
