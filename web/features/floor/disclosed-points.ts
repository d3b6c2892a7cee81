/** What MP Materials disclosed about its NdPr, as the panel draws it: prices, output and payments, period by period. */
import type { DisclosedRow } from '@oreline/shared/api/chain-figures.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

/** A figure over the days of its period, both inclusive. `kind` tells a quarter from a longer period. */
export type Disclosed = {
  readonly id: string
  readonly metric: string
  readonly period: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly value: number
  readonly unit: string
  readonly basis: string
  readonly isQuarter: boolean
  readonly source: DisclosedRow['source']
  readonly confidence: DisclosedRow['confidence']
}

const drawnMetrics = {
  price: 'NdPr realised price',
  output: 'NdPr production',
  payments: 'Price Protection Agreement income',
} as const
type DrawnMetric = keyof typeof drawnMetrics

const TICKER = 'MP'

/** The single figures of a metric in order of their periods; ranges (guidance) are no figures and are left out. */
export function disclosedOf(rows: readonly DisclosedRow[], metric: DrawnMetric): readonly Disclosed[] {
  return rows
    .filter((row) => row.ticker === TICKER && row.metric === drawnMetrics[metric])
    .flatMap(
      ({
        id,
        metric: name,
        period,
        period_start: from,
        period_end: to,
        value,
        unit,
        basis,
        source,
        confidence,
      }) =>
        value === null
          ? []
          : [
              {
                id,
                metric: name,
                period,
                from,
                to,
                value,
                unit,
                basis,
                isQuarter: /^\d{4}Q[1-4]$/.test(period),
                source,
                confidence,
              },
            ],
    )
    .toSorted((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1))
}

/** `2025 Q4`, `2024`. */
export const periodWords = (period: string) => period.replace(/^(\d{4})(Q[1-4]|H[12])$/, '$1 $2')
