/** The catalogue as documents are held against it. */
import type { PolicyEvent } from '../policy/event.ts'
import { numbersOfEvent } from './citations.ts'

/** Made once for many documents. */
export type CatalogueIndex = {
  readonly byNumber: ReadonlyMap<string, readonly PolicyEvent[]>
  readonly titles: readonly IndexedTitle[]
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** The rarer a word among the titles, the more it weighs. */
  readonly weightOf: (word: string) => number
}
type IndexedTitle = { readonly event: PolicyEvent; readonly length: number }

export function catalogueIndex(events: readonly PolicyEvent[]): CatalogueIndex {
  const byNumber = new Map<string, PolicyEvent[]>()
  for (const event of events)
    for (const number of numbersOfEvent(event)) byNumber.set(number, [...(byNumber.get(number) ?? []), event])
  const words = events.map((event) => wordsOf(`${event.title} ${event.official_source ?? ''}`))
  const byWord = new Map<string, number[]>()
  for (const [place, own] of words.entries())
    for (const word of own) byWord.set(word, [...(byWord.get(word) ?? []), place])
  const weightOf = (word: string): number => Math.log(1 + events.length / (byWord.get(word)?.length ?? 0.5))
  const titles = events.map((event, place) => ({ event, length: titleLength(words[place] ?? [], weightOf) }))
  return { byNumber, titles, byWord, weightOf }
}

/** Of a title as a vector of weights. */
export function titleLength(words: Iterable<string>, weightOf: (word: string) => number): number {
  let squares = 0
  for (const word of words) squares += weightOf(word) ** 2
  return Math.sqrt(squares)
}

/** Words of three letters or more, one form for singular and plural; the smallest words say nothing. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[a-z0-9]{3,}/g))
    if (!smallWords.has(word)) words.add(word.replace(/(?<=..)s$/, ''))
  return words
}

const smallWords: ReadonlySet<string> = new Set(
  'the and for from with its their that this under into over after before until new says act acts all are was has'.split(
    ' ',
  ),
)
