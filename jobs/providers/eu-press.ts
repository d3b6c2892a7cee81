/**
 * The European Commission's press corner: its newest ten items whatever is asked for, since filters are passed over.
 * Ten a few hours apart, so that a poll too late loses some (CC BY 4.0, named as the source).
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { defineProvider } from './define-provider.ts'
import { feedAsk } from './feed/feed-ask.ts'
import { onePerId } from './one-per-id.ts'

const brussels = timeZoneSchema.parse('Europe/Brussels')

export const euPress = defineProvider<null, PolicyDocument>({
  id: 'eu-press',
  parserVersion: 1,
  policy: { group: 'eu-press', hosts: ['ec.europa.eu'], gapMs: 1_000, denial: () => 'waf' },
  carries: () => true,
  asks: () => [
    feedAsk('press-corner', 'https://ec.europa.eu/commission/presscorner/api/rss?language=en', {
      timeZone: brussels,
      particularsOf: ({ url, summary, content }) => ({
        type: 'press-release',
        issuers: ['European Commission'],
        numbers: numbersOf(url),
        fullText: [...summary, ...content],
        hasAbstract: true,
      }),
    }),
  ],
  merge: onePerId,
})

/** `…/presscorner/detail/en/ip_26_1799` is IP/26/1799. */
function numbersOf(url: string): PolicyDocument['numbers'] {
  const [, kind, year, number] = /\/detail\/[a-z]{2}\/([a-z]+)_(\d\d)_(\d+)/i.exec(url) ?? []
  if (kind === undefined || year === undefined || number === undefined) return []
  return [{ scheme: 'eu-press', number: `${kind.toUpperCase()}/${year}/${number}` }]
}
