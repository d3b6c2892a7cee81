/** Rows of commodity series as tests of the page need them; each is checked by its contract. */
import {
  commodityPointRowSchema,
  commodityRowSchema,
  type CommodityPointRow,
  type CommodityRow,
} from '@oreline/shared/api/commodities.ts'
import type * as z from 'zod'

/** Nd metal in USD a kilogram, but for what is given. */
export const commodityRow = (given: Partial<z.input<typeof commodityRowSchema>>): CommodityRow =>
  commodityRowSchema.parse({
    id: 'nd-metal',
    name: 'Nd metal, KOMIS',
    elements: ['Nd'],
    form: 'metal',
    currency: 'USD',
    per: 'kg',
    scale: 1,
    vat_percent: 0,
    incoterm: 'FOB China',
    purity_percent: 99.5,
    frequency: 'daily',
    source: 'KOMIS',
    licence_note: 'for my own use',
    points: 1,
    first_day: '2026-01-02',
    newest_day: '2026-01-02',
    newest_value: 60,
    ...given,
  })

export const pointRow = (
  date: string,
  value: number | null,
  flags: readonly string[] = [],
): CommodityPointRow =>
  commodityPointRowSchema.parse({
    series: 'nd-metal',
    date,
    value,
    low: null,
    high: null,
    unit: 'USD/kg',
    fx_date: null,
    flags: [...flags],
    source: 'import',
    recorded_at: '2026-11-21T10:00:00.000Z',
  })
