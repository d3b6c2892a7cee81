import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'

/** The day that was probably meant by year, month and day written some other way (`2020-1-5`, `20200105`); null: none. */
export function nearestDate(text: string): IsoDate | null {
  const [, year, month, day] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const guess = isoDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return guess.success ? guess.data : null
}
