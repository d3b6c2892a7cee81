/**
 * Presidential actions from the White House's own feed, days before they stand in the Federal Register: the newest ten,
 * with their full text. It is a WordPress feed; nothing is licensed, works of the government are public domain.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { defineProvider } from './define-provider.ts'
import { feedAsk } from './feed/feed-ask.ts'
import type { PlainEntry } from './feed/parse-feed.ts'
import { readLongDay } from './feed/long-day.ts'
import { onePerId } from './one-per-id.ts'

const washington = timeZoneSchema.parse('America/New_York')

export const whiteHouse = defineProvider<null, PolicyDocument>({
  id: 'white-house',
  parserVersion: 1,
  policy: { group: 'white-house', hosts: ['www.whitehouse.gov'], gapMs: 1_000, denial: () => 'waf' },
  carries: () => true,
  asks: () => [
    feedAsk('presidential-actions', 'https://www.whitehouse.gov/presidential-actions/feed/', {
      timeZone: washington,
      particularsOf: (entry) => ({
        type: 'presidential-document',
        issuers: ['The White House'],
        numbers: numbersOf(entry),
        signedOn: signedOn(entry),
        fullText: entry.content,
        hasAbstract: true,
      }),
    }),
  ],
  merge: onePerId,
})

const inTitle = /^(executive order|proclamation)\s+(?:no\.?\s*)?(\d{4,5})\b/i
const inHeading = /^(executive order|proclamation)\s+(?:no\.?\s*)?(\d{4,5})$/i

/**
 * Its own number, from the title or a line of its own above the text. Most have none when they are published; the
 * orders that a text mentions are others.
 */
function numbersOf({ title, content }: PlainEntry): PolicyDocument['numbers'] {
  const heading = content.slice(0, 5).find((line) => inHeading.test(line))
  const [, kind = '', number] = inTitle.exec(title) ?? inHeading.exec(heading ?? '') ?? []
  if (number === undefined) return []
  return [{ scheme: kind.toLowerCase() === 'proclamation' ? 'proclamation' : 'executive-order', number }]
}

/** From the line below the text: `THE WHITE HOUSE, November 20, 2026.` */
function signedOn({ content }: PlainEntry): PolicyDocument['signedOn'] {
  const at = content.findLastIndex((line) => /^the white house\b/i.test(line))
  if (at === -1) return null
  const closing = content.slice(at, at + 2).join(' ')
  return readLongDay(/^the white house,?\s+(.*)$/i.exec(closing)?.[1] ?? '')
}
