/** Which events of the catalogue a document is, names or may change. Suggestions: a person decides. */
import type { EventId, PolicyEvent } from '../policy/event.ts'
import { titleLength, wordsOf, type CatalogueIndex } from './catalogue-index.ts'
import type { PolicyDocument } from './document.ts'
import { effectOf, type AmendReason, type Effect } from './effect.ts'
import { jurisdictionOf } from './jurisdiction.ts'
import type { Reading } from './match.ts'
import { numberKey } from './merge-keys.ts'

/** `text`: the words that name it, or the event's title. `effect`: what the document does to it, by its words; null: it does not say. */
export type MayAmend = {
  readonly eventId: EventId
  readonly why: AmendReason
  readonly text: string
  readonly effect: Effect | null
}

const MOST = 5
/** Of the angle between two titles, 1 for the same words: below it they share little but the subject. */
const LEAST_SIMILAR = 0.42

/** At most five, those by number first. */
export function mayAmend(
  document: PolicyDocument,
  { citations }: Reading,
  index: CatalogueIndex,
): readonly MayAmend[] {
  const effect = effectOf(document)
  const found = new Map<EventId, MayAmend>()
  const note = (event: PolicyEvent, why: MayAmend['why'], text: string) => {
    if (!found.has(event.id))
      found.set(event.id, { eventId: event.id, why, text, effect: why === 'own-number' ? null : effect })
  }
  const own = new Set(document.numbers.map(numberKey))
  for (const { scheme, number } of document.numbers)
    for (const event of index.byNumber.get(numberKey({ scheme, number })) ?? [])
      note(event, 'own-number', `${schemeWords[scheme]} ${number}`)
  const { correctionOf } = document
  if (correctionOf !== null)
    for (const event of index.byNumber.get(numberKey({ scheme: 'federal-register', number: correctionOf })) ??
      [])
      note(event, 'cited', `${schemeWords['federal-register']} ${correctionOf}`)
  for (const citation of citations)
    for (const event of index.byNumber.get(citation.key) ?? [])
      note(event, own.has(citation.key) ? 'own-number' : 'cited', citation.text)
  for (const event of similarTitles(document, index)) note(event, 'similar-title', event.title)
  return [...found.values()].slice(0, MOST)
}

const schemeWords = {
  mofcom: 'MOFCOM announcement',
  'executive-order': 'Executive Order',
  proclamation: 'Proclamation',
  'federal-register': 'Federal Register document',
  'eu-press': 'EU press release',
} as const

function similarTitles(document: PolicyDocument, index: CatalogueIndex): readonly PolicyEvent[] {
  const { byWord, titles, weightOf } = index
  const words = wordsOf(document.title)
  const shared = new Map<number, number>()
  for (const word of words)
    for (const place of byWord.get(word) ?? [])
      shared.set(place, (shared.get(place) ?? 0) + weightOf(word) ** 2)
  const own = titleLength(words, weightOf)
  const jurisdiction = jurisdictionOf(document)
  return [...shared]
    .flatMap(([place, product]) => {
      const title = titles[place]
      if (title === undefined) return []
      const score = product / (own * title.length)
      const isForeign = jurisdiction !== null && title.event.jurisdiction !== jurisdiction
      return score < LEAST_SIMILAR || isForeign ? [] : [{ event: title.event, score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ event }) => event)
}
