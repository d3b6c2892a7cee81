import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from '../client.ts'
import { listHeldCurrencies } from '../fx-rates.ts'
import { listRates } from '../rate-history.ts'
import type { ExportAsked, ExportTable } from './export-table.ts'

/** Reference rates in the bank's own shape: a row per day, a column per currency, units per 1 EUR, empty where none was published. */
export async function exportRates(
  db: Executor,
  { names, from, to, asOf }: ExportAsked,
): Promise<ExportTable> {
  const held = await listHeldCurrencies(db)
  const unknown = names.find((name) => !held.has(name))
  if (unknown !== undefined)
    throw new AppError('invalid-input', `no rates are held of ${unknown}`, { parameter: 'currency' })
  const currencies = names.length === 0 ? [...held].toSorted() : names
  const rates = await listRates(db, { currencies, from, to, asOf })
  const byDay = Map.groupBy(rates, ({ date }) => date)
  return {
    columns: ['date', ...currencies],
    rows: [...byDay].map(([date, own]) => ({
      date,
      ...Object.fromEntries(own.map(({ currency, perEur }) => [currency, perEur])),
    })),
  }
}
