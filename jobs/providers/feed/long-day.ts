import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** A day as Americans write it out at the beginning of a text, `November 20, 2026`; null: the text begins otherwise. */
export function readLongDay(text: string): IsoDate | null {
  const [, month = '', day = '', year = ''] = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(text) ?? []
  const number = months.indexOf(month.toLowerCase()) + 1
  const read = isoDateSchema.safeParse(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.success ? read.data : null
}
