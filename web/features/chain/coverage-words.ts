/** The chain's codes as words. */
import type { CoverageRow, ElementRow } from '@oreline/shared/domain/chain/chain.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay, formatMonth, formatQuantity } from '../../ui/format.ts'

export type CoverageStatus = CoverageRow['status']
type SpanPrecision = NonNullable<CoverageRow['since_precision']>

/** How far a company is, the furthest first. */
export const statusWords: Readonly<Record<CoverageStatus, string>> = {
  operating: 'Operating',
  commissioning: 'Commissioning or pilot',
  planned: 'Planned',
  idle: 'Idle',
  none: 'None',
}

export const groupWords: Readonly<Record<ElementRow['group'], string>> = {
  light: 'Light',
  heavy: 'Heavy',
  neither: 'Neither light nor heavy',
}

/** A day as exactly as it is known: a quarter, a half or a year is named as such. */
export function spanWords(date: IsoDate, precision: SpanPrecision | null): string {
  const year = date.slice(0, 4)
  const month = Number(date.slice(5, 7))
  switch (precision) {
    case null:
    case 'day':
      return formatDay(date)
    case 'month':
      return formatMonth(date)
    case 'quarter':
      return `${['first', 'second', 'third', 'fourth'][Math.floor((month - 1) / 3)] ?? ''} quarter of ${year}`
    case 'half':
      return `${month <= 6 ? 'first' : 'second'} half of ${year}`
    case 'year':
      return year
    case 'on-or-before':
      return `by ${formatDay(date)}`
  }
}

/** `1,000 t NdPr a year`; what it means stands in `basis` and is to be shown beside it. */
export const capacityWords = ({ value, unit }: NonNullable<CoverageRow['capacity']>) =>
  `${formatQuantity(value)} ${unit}`
