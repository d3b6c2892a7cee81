import * as z from 'zod'

/** How exact a scheduled date is: that day, some day of that month or year, or about that day. */
export const scheduledPrecisionSchema = z.enum(['day', 'month', 'year', 'approximate'])
export type ScheduledPrecision = z.infer<typeof scheduledPrecisionSchema>

/**
 * Reads the precision of an expected date from its note, the only place where the catalogue keeps it: `(year only)`,
 * `(month)`, and the words for a quarter, a late or an estimated point. A note without such words means the day.
 */
export function expectedPrecision(note: string | null): ScheduledPrecision {
  if (note === null) return 'day'
  if (note.includes('(year only)')) return 'year'
  if (note.includes('(month)')) return 'month'
  return /\babout\b|\blate\b|\bQ[1-4]\b|by the end of/.test(note) ? 'approximate' : 'day'
}
