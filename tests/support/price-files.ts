/** Series of prices that other people have kept, read where they lie, in the order of their days. */
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import { barFieldsSchema, type BarFields } from '@oreline/shared/domain/imports/import-fields.ts'
import { readBars, type ReadBar } from '@oreline/shared/domain/imports/read-bars.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import * as z from 'zod'
import { day } from './brands.ts'
import { sharedText } from './shared-data.ts'

/** What an operator would say of a file, unless said otherwise. */
export const barFields = (more: Partial<z.input<typeof barFieldsSchema>> = {}): BarFields =>
  barFieldsSchema.parse({
    kind: 'bars',
    ticker: 'MP',
    currency: 'USD',
    basis: 'raw',
    source_note: 'a test',
    licence_note: 'none',
    ...more,
  })

/** Days as an exchange in that zone would read them. */
export const readingDays = (zone: string = 'America/New_York') => ({
  format: 'auto' as const,
  zone: timeZoneSchema.parse(zone),
  today: day('2026-11-21'),
})

/** The rows of a CSV; fails with its first problem. */
export function barsOf(path: string, zone?: string): readonly ReadBar[] {
  return barsIn(sharedText(path), zone)
}

export function barsIn(text: string, zone?: string): readonly ReadBar[] {
  const { rows, problems } = readBars(text, barFields(), readingDays(zone))
  const [first] = problems
  if (first !== undefined) throw new Error(`line ${first.line}, ${first.column}: ${first.problem}`)
  return rows
}

const jsonSchema = z.object({
  bars: z.array(
    z.object({
      date: z.string(),
      open: z.number(),
      high: z.number(),
      low: z.number(),
      close: z.number(),
      volume: z.number(),
    }),
  ),
})

/** Bars of a JSON with `bars`, days as `2020-01-02` or `20200102`. */
export function jsonBarsOf(path: string): readonly Bar[] {
  return jsonSchema.parse(JSON.parse(sharedText(path))).bars.map(({ date, ...prices }) => ({
    ...prices,
    date: day(date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')),
    adjClose: null,
    status: 'final',
    basis: 'raw',
    flags: [],
  }))
}
