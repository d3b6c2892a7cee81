/** By what documents are known to be the same act or news: a number, or a title within a few days. */
import { dayNumber } from '../../kernel/day-number.ts'
import type { IsoDate } from '../../kernel/brand.ts'
import type { DocumentNumber, PolicyDocument } from './document.ts'
import { sources } from '../sources/source.ts'
import { normalTitle } from './normal-title.ts'

/**
 * `held`: the document's own. `sought`: those by which it belongs to another document that holds one of them; all of
 * `held`, and the title in other sources on neighbouring days.
 */
export type MergeKeys = { readonly held: readonly string[]; readonly sought: readonly string[] }

/** Copies of one act in several sources lie so far apart at most: a signature and its print in the Federal Register. */
const MOST_DAYS_APART = 10

/** Every source whose documents may be copies of each other's. */
const documentSources = sources.flatMap(({ id, provides }) =>
  provides.some((what) => what === 'policy') ? [id] : [],
)

/** Where a document came from; `seenOn` stands for its day where the source names none. */
export type Origin = { readonly source: string; readonly seenOn: IsoDate }

/**
 * Documents of the Federal Register are known by their number, for its notices repeat their titles; presidential ones
 * also by title, since the White House has no number of it. Within one source a title is the same act on the same day
 * only: what it publishes every week under one title is new each time. A correction is a document of its own, never a copy.
 */
export function mergeKeys(document: PolicyDocument, { source, seenOn }: Origin): MergeKeys {
  const isCorrection = document.type === 'correction' || document.correctionOf !== null
  const numbers = document.numbers
    .filter(({ scheme }) => !isCorrection || scheme === 'federal-register')
    .map(numberKey)
  const title = isCorrection || isRegisterNotice(document) ? null : normalTitle(document)
  if (title === null) return { held: numbers, sought: numbers }
  const day = dayNumber(document.signedOn ?? document.publishedOn ?? seenOn)
  const keyOn = (source: string, on: number) => `title:${on}:${source}:${title}`
  const others = documentSources.filter((other) => other !== source)
  const near = Array.from({ length: 2 * MOST_DAYS_APART + 1 }, (_, index) => day - MOST_DAYS_APART + index)
  const own = keyOn(source, day)
  return {
    held: [...numbers, own],
    sought: [...numbers, own, ...others.flatMap((other) => near.map((on) => keyOn(other, on)))],
  }
}

/** `mofcom:2025-61`, `federal-register:2026-7333`: as in every source, however it pads the number. */
export const numberKey = ({ scheme, number }: DocumentNumber): string =>
  `${scheme}:${number
    .trim()
    .toUpperCase()
    .replaceAll(/-0+(?=\d)/g, '-')}`

const isRegisterNotice = ({ numbers, type }: PolicyDocument): boolean =>
  type !== 'presidential-document' && numbers.some(({ scheme }) => scheme === 'federal-register')
