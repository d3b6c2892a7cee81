/** Money announced, ready to be shown. What may be added to what is decided in shared/domain/chain/money. */
import type { MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import { lastDayOfMonth } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isAmount, moneySums } from '@oreline/shared/domain/chain/money.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Temporal } from 'temporal-polyfill'
import { formatDay, formatQuantity } from '../../ui/format.ts'
import { stateWords } from '../../ui/policy-words.ts'
import type { MoneyGrouping } from './chain-view.ts'

/** Sums of one currency and unit, side by side on one scale. */
export type MoneyScale = {
  readonly key: string
  readonly currency: string
  readonly unit: string
  /** The longest bar. */
  readonly max: number
  readonly bars: readonly MoneyBar[]
}
type MoneyBar = {
  readonly name: string
  readonly paid: number
  readonly conditional: number
  /** Was conditional, and nobody promises it any more. */
  readonly ended: number
  readonly rows: number
}

/** The name of money of which no event says whose act it was. */
export const NOT_TOLD = ''

/** Bars by payer, stage, kind or jurisdiction, the longest first; scales by the number of their rows, since currencies do not compare. */
export function moneyScales(rows: readonly MoneyRow[], by: MoneyGrouping): readonly MoneyScale[] {
  const sums = moneySums(rows, by).flatMap(({ paid, conditional, ended, ...sum }) =>
    paid === null || conditional === null || ended === null || sum.rows.length === 0
      ? []
      : [{ ...sum, paid, conditional, ended, name: sum.name ?? NOT_TOLD }],
  )
  return [...Map.groupBy(sums, ({ currency, unit }) => `${currency} ${unit}`)]
    .flatMap(([key, own]) => {
      const first = own[0]
      if (first === undefined) return []
      const bars = own
        .map(({ name, paid, conditional, ended, rows: ids }) => ({
          name,
          paid,
          conditional,
          ended,
          rows: ids.length,
        }))
        .toSorted((one, other) => lengthOf(other) - lengthOf(one))
      return [{ key, currency: first.currency, unit: first.unit, max: Math.max(...bars.map(lengthOf)), bars }]
    })
    .toSorted((one, other) => countOf(other) - countOf(one))
}

/** Prices and levels: they stand for themselves and are in no sum. */
export const levelsOf = (rows: readonly MoneyRow[]) => rows.filter(({ unit }) => !isAmount(unit))

/** What was paid or promised at the end of a month, of all that was announced since the month the total runs from. */
export type RunningTotal = {
  readonly month: IsoDate
  readonly paid: number
  readonly conditional: number
}

/** The month in which tariffs and controls met; the total of money announced runs from here. */
const RUNNING_FROM = isoDateSchema.parse('2025-04-01')

/**
 * By month to the month of `at`, in one currency and unit. A contract that grew counts as it stood: the smaller sum until
 * the larger one was announced; what has ended since counts in the months before its end.
 */
export function runningTotals(
  rows: readonly MoneyRow[],
  { currency, unit }: Pick<MoneyScale, 'currency' | 'unit'>,
  at: IsoDate,
): readonly RunningTotal[] {
  const own = rows.filter(
    (row) => row.currency === currency && row.unit === unit && row.date >= RUNNING_FROM && row.date <= at,
  )
  return monthsUntil(at).map((month) => {
    const end = lastDayOfMonth(month)
    const sums = moneySums(
      own
        .filter(({ date }) => date <= end)
        .map((row) => ({ ...row, ended: row.ended && (row.event_state?.since ?? end) <= end })),
      'kind',
    )
    const total = (pick: (sum: (typeof sums)[number]) => number | null) =>
      sums.reduce((sofar, sum) => sofar + (pick(sum) ?? 0), 0)
    return { month, paid: total(({ paid }) => paid), conditional: total(({ conditional }) => conditional) }
  })
}

/** `US$400 million`, `110 USD per kg NdPr`. */
export function moneyWords({
  amount,
  currency,
  unit,
}: Pick<MoneyRow, 'amount' | 'currency' | 'unit'>): string {
  return `${formatQuantity(amount)} ${currency} ${unit}`
}

/** `paid or firm`, `conditional`, `no longer promised: superseded since 1 Mar 2026`. */
export function promiseWords({
  conditional,
  ended,
  event_state: state,
}: Pick<MoneyRow, 'conditional' | 'ended' | 'event_state'>): string {
  if (!ended) return conditional ? 'conditional' : 'paid or firm'
  if (state === null) return 'no longer promised'
  return `no longer promised: ${stateWords[state.value].toLowerCase()} since ${formatDay(state.since)}`
}

/** A contract that holds the money of a row already; null: the row counts by itself. */
export function holderOf(row: MoneyRow, rows: readonly MoneyRow[]): MoneyRow | null {
  if (row.counted_in === null) return null
  return rows.find(({ id }) => id === row.counted_in) ?? null
}

const lengthOf = ({ paid, conditional, ended }: Pick<MoneyBar, 'paid' | 'conditional' | 'ended'>) =>
  paid + conditional + ended

const countOf = ({ bars }: MoneyScale) => bars.reduce((sum, { rows }) => sum + rows, 0)

function monthsUntil(at: IsoDate): readonly IsoDate[] {
  const months: IsoDate[] = []
  let month = Temporal.PlainDate.from(RUNNING_FROM)
  while (month.toString() <= at) {
    months.push(isoDateSchema.parse(month.toString()))
    month = month.add({ months: 1 })
  }
  return months
}
