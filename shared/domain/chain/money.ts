/**
 * Money announced, summed without adding what cannot be added: currencies, units, conditional and paid, prices and levels
 * to cash, or one contract twice.
 */
import * as z from 'zod'
import type { AnnouncedMoney } from './chain.ts'

/** What sums are told by. `jurisdiction`: who acted, by the row's event. */
export const moneyBySchema = z.enum(['payer', 'stage', 'kind', 'jurisdiction'])
export type MoneyBy = z.infer<typeof moneyBySchema>

/** Units of which there is a sum; any other is a price (`per kg NdPr`) or a level (`million EBITDA a year, minimum`). */
const amounts: ReadonlySet<string> = new Set(['thousand', 'million', 'billion'])

/** Whether amounts of that unit are money that can be added; floors never are, and edits refuse one that says so. */
export const isAmount = (unit: string): boolean => amounts.has(unit)

/** A row as sums need it; `id` as served, `money/<slug>`. */
export type SummedMoney = Pick<
  AnnouncedMoney,
  'payer' | 'stage' | 'kind' | 'amount' | 'currency' | 'unit' | 'conditional'
> & {
  readonly id: string
  readonly counted_in: string | null
  readonly event_jurisdiction: string | null
}

type Sum = {
  by: MoneyBy
  name: string | null
  currency: SummedMoney['currency']
  unit: string
  /** Not conditional. Null, as `conditional`, where the unit is a price or a level. */
  paid: number | null
  conditional: number | null
  rows: string[]
  counted_elsewhere: string[]
}

/**
 * One sum per name, currency and unit, in the order in which they first appear. A row is left out when another of
 * `rows`, of whatever name, holds its money: of 120 and 258 million for one contract, 258 remain; before the 258 were
 * announced, the 120 count.
 */
export function moneySums(rows: readonly SummedMoney[], by: MoneyBy): Sum[] {
  const ids = new Set(rows.map(({ id }) => id))
  const sums = new Map<string, Sum>()
  for (const row of rows) {
    const name = nameOf(row, by)
    const { currency, unit } = row
    const key = JSON.stringify([name, currency, unit])
    const sum = sums.get(key) ?? {
      by,
      name,
      currency,
      unit,
      paid: isAmount(unit) ? 0 : null,
      conditional: isAmount(unit) ? 0 : null,
      rows: [],
      counted_elsewhere: [],
    }
    sums.set(key, sum)
    if (row.counted_in !== null && ids.has(row.counted_in)) {
      sum.counted_elsewhere.push(row.id)
      continue
    }
    sum.rows.push(row.id)
    if (sum.paid === null || sum.conditional === null) continue
    if (row.conditional) sum.conditional = rounded(sum.conditional + row.amount)
    else sum.paid = rounded(sum.paid + row.amount)
  }
  return [...sums.values()]
}

function nameOf(row: SummedMoney, by: MoneyBy): string | null {
  return by === 'jurisdiction' ? row.event_jurisdiction : row[by]
}

/** Amounts have few decimals; a sum of floats shows none that nobody stated. */
const rounded = (sum: number): number => Math.round(sum * 1e6) / 1e6
