import type { Commodity } from './commodity.ts'

/** What a figure of a series stands on: where one of these differs, two figures are not of one series. */
const ground = ['form', 'currency', 'per', 'scale', 'vat_percent', 'incoterm', 'purity_percent'] as const

/** In which of them two descriptions differ, the elements included; empty: figures of one belong to the other. */
export function differingGround(a: Commodity, b: Commodity): readonly (keyof Commodity)[] {
  const elementsOf = ({ elements }: Commodity) => elements.toSorted().join(' ')
  const fields: readonly (keyof Commodity)[] = ground.filter((field) => a[field] !== b[field])
  return elementsOf(a) === elementsOf(b) ? fields : ['elements', ...fields]
}
