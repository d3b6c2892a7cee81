import { ABSENT, formatPrice, formatQuantity } from '../ui/format.ts'
import type { ChartSeries } from './timeline.ts'

/** A value of a line: with its currency, or where it counts a unit of its own the figure alone, for the axis names the unit. */
export function valueTextOf({ currency, unit }: ChartSeries, value: number | null): string {
  if (unit === undefined) return formatPrice(value, currency)
  return value === null ? ABSENT : formatQuantity(value)
}
