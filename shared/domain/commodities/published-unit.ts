import type { Commodity } from './commodity.ts'

/** `10,000 CNY` where figures are printed in 万元, else the currency. */
export const publishedCurrency = ({ scale, currency }: Pick<Commodity, 'scale' | 'currency'>): string =>
  scale === 1 ? currency : `${scale.toLocaleString('en-US')} ${currency}`

/** The unit in which a series is published: `CNY/t`, `10,000 CNY/t`. */
export const publishedUnit = (commodity: Pick<Commodity, 'scale' | 'currency' | 'per'>): string =>
  `${publishedCurrency(commodity)}/${commodity.per}`
