/**
 * News that the GDELT project has found, two days at a time: a hint that something happened, never the word of an
 * authority. It answers when it likes and is switched off unless the operator wants it.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { defineProvider, type Ask } from './define-provider.ts'
import { mostArticles, parseArticles } from './gdelt/parse-articles.ts'
import { onePerId } from './one-per-id.ts'

const utc = timeZoneSchema.parse('UTC')

/** At most some 250 characters; OR stands inside parentheses only, and phrases in quotation marks. */
const query =
  '("rare earth" OR "rare earths" OR "critical minerals" OR neodymium OR dysprosium OR terbium OR "permanent magnets") sourcelang:english'

export const gdelt = defineProvider<null, PolicyDocument>({
  id: 'gdelt',
  parserVersion: 1,
  policy: { group: 'gdelt', hosts: ['api.gdeltproject.org'], gapMs: 6_000, denial: () => 'waf' },
  carries: () => true,
  // Whole days, so that a story found again and again is the same story with more places.
  asks: (_, { now }) => {
    const today = dateIn(utc, now)
    return [askDay('today', today), askDay('yesterday', addDays(today, -1))]
  },
  merge: onePerId,
})

function askDay(key: string, day: IsoDate): Ask<PolicyDocument> {
  const date = day.replaceAll('-', '')
  const parameters = new URLSearchParams({
    query,
    mode: 'artlist',
    maxrecords: String(mostArticles),
    startdatetime: `${date}000000`,
    enddatetime: `${date}235959`,
    sort: 'datedesc',
    format: 'json',
  })
  return {
    key,
    request: {
      url: `https://api.gdeltproject.org/api/v2/doc/doc?${parameters.toString()}`,
      expect: { format: 'json', mend: 'escapes' },
    },
    read: parseArticles,
  }
}
