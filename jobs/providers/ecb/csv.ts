/** `eurofxref-hist.csv` and `eurofxref.csv`: currencies by the name in the header, never by place; they come and go. */
import { currencyCodeSchema, isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { CurrencyCode } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import type { BrokenReading } from '../read-json.ts'
import { schemaBroken } from '../read-json.ts'
import type { Quote } from './rates.ts'

type Quotes = { readonly quotes: readonly Quote[]; readonly rejects: readonly Reject[] }

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `N/A` and empty cells are no quotes. Both forms end each line in a comma and may pad cells with spaces. */
export function readCsv(text: string): Quotes | BrokenReading {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const header = head.split(',').map((cell) => cell.trim())
  if (header[0] !== 'Date') return schemaBroken('the CSV does not begin with Date')
  if (lines.length === 0) return schemaBroken('the CSV has no rows')
  // The empty last column, and any that is no currency, is passed over.
  const currencies = header.slice(1).map((name) => currencyCodeSchema.safeParse(name).data ?? null)
  const quotes: Quote[] = []
  const rejects: Reject[] = []
  for (const [index, line] of lines.entries()) {
    const [day = '', ...cells] = line.split(',').map((cell) => cell.trim())
    const date = isoDateSchema.safeParse(isoDayOf(day))
    if (cells.length !== currencies.length) {
      const detail = `row ${index} has ${cells.length + 1} cells of ${header.length}`
      if (index === lines.length - 1) return { kind: 'broken', why: 'truncated', detail }
      rejects.push({ index, reason: detail, row: line })
    } else if (!date.success) rejects.push({ index, reason: `"${day}" is no day`, row: line })
    else quotes.push(...quotesOf({ index, date: date.data }, cells, currencies))
  }
  return { quotes, rejects }
}

const quotesOf = (
  at: Pick<Quote, 'index' | 'date'>,
  cells: readonly string[],
  currencies: readonly (CurrencyCode | null)[],
): readonly Quote[] =>
  currencies.flatMap((currency, column) => {
    const cell = cells[column] ?? ''
    return currency === null || cell === '' || cell === 'N/A' ? [] : [{ ...at, currency, rate: Number(cell) }]
  })

/** `2026-04-13` as it is, `13 April 2026` turned round; anything else stays and fails later. */
function isoDayOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? []
  const number = months.indexOf(month) + 1
  return number === 0 ? text : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}
