/**
 * Money announced, summed without adding what cannot be added: currencies, units, conditional and paid, what nobody
 * promises any more to what somebody does, prices and levels to cash, or one contract twice.
 */
import * as z from 'zod'
import { isOver } from '../policy/life.ts'
import type { PolicyState } from '../policy/state.ts'
import type { AnnouncedMoney } from './chain.ts'

/** What sums are told by. `jurisdiction`: who acted, by the row's event. */
export const moneyBySchema = z.enum(['payer', 'stage', 'kind', 'jurisdiction'])
export type MoneyBy = z.infer<typeof moneyBySchema>

/** Units of which there is a sum; any other is a price (`per kg NdPr`) or a level (`million EBITDA a year, minimum`). */
const amounts: ReadonlySet<string> = new Set(['thousand', 'million', 'billion'])

/** Whether amounts of that unit are money that can be added; floors never are, and edits refuse one that says so. */
export const isAmount = (unit: string): boolean => amounts.has(unit)

/**
 * Whether what the row announced is promised by nobody any more, its act, in that state, being superseded, revoked or
 * expired. Paid money stays paid; a price or a level is a promise however it is marked. Whether the promise lapsed, was
 * kept (a purchase that closed) or went on in another act, the row does not say: it is never guessed.
 */
export const isEnded = (
  { conditional, unit }: Pick<AnnouncedMoney, 'conditional' | 'unit'>,
  state: PolicyState | null,
): boolean => (conditional || !isAmount(unit)) && state !== null && isOver(state.value)

/** A row as sums need it; `id` as served, `money/<slug>`; `ended`: as `isEnded` says on the day asked for. */
export type SummedMoney = Pick<
  AnnouncedMoney,
  'payer' | 'stage' | 'kind' | 'amount' | 'currency' | 'unit' | 'conditional'
> & {
  readonly id: string
  readonly ended: boolean
  readonly counted_in: string | null
  readonly event_jurisdiction: string | null
}

type Sum = {
  by: MoneyBy
  name: string | null
  currency: SummedMoney['currency']
  unit: string
  /** Not conditional. Null, as the other two, where the unit is a price or a level. */
  paid: number | null
  /** Promised still. */
  conditional: number | null
  /** Conditional, and promised no more. */
  ended: number | null
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
      ended: isAmount(unit) ? 0 : null,
      rows: [],
      counted_elsewhere: [],
    }
    sums.set(key, sum)
    if (row.counted_in !== null && ids.has(row.counted_in)) {
      sum.counted_elsewhere.push(row.id)
      continue
    }
    sum.rows.push(row.id)
    if (!isAmount(unit)) continue
    const kind = kindOf(row)
    sum[kind] = rounded((sum[kind] ?? 0) + row.amount)
  }
  return [...sums.values()]
}

/** Which of the three sums a row belongs to. */
const kindOf = ({ conditional, ended }: SummedMoney): 'paid' | 'conditional' | 'ended' =>
  ended ? 'ended' : conditional ? 'conditional' : 'paid'

function nameOf(row: SummedMoney, by: MoneyBy): string | null {
  return by === 'jurisdiction' ? row.event_jurisdiction : row[by]
}

/** Amounts have few decimals; a sum of floats shows none that nobody stated. */
const rounded = (sum: number): number => Math.round(sum * 1e6) / 1e6
