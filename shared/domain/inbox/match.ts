/** What a document says: the terms that occur in it and where, and how much it matters. */
import { citationsIn, type Citation } from './citations.ts'
import type { PolicyDocument } from './document.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { scan, type Hit } from './scan.ts'
import { documentPartSchema, relevanceSchema, type DocumentPart, type Relevance } from './relevance.ts'
import { isMineralTerm } from './terms.ts'
import { namesOtherWare } from './other-wares.ts'
import type { WatchTerm } from './term.ts'

/** Where a term occurs first, in the weightiest part, with some words around it. */
export type TermMatch = {
  readonly term: WatchTerm
  readonly part: DocumentPart
  readonly passage: { readonly before: string; readonly found: string; readonly after: string }
}

/**
 * `relevance` null: it is not watched for, whatever occurs in it. `matches`: each term once, those of the title first.
 * `citations`: the acts it names, those of the title first.
 */
export type Reading = {
  readonly matches: readonly TermMatch[]
  readonly citations: readonly Citation[]
  readonly relevance: Relevance | null
}

/** Reads a document; a pure function of its text, the list of terms and the catalogue. */
export function readDocument(document: PolicyDocument, catalogue: CatalogueIndex): Reading {
  const matches: TermMatch[] = []
  const met = new Set<WatchTerm>()
  for (const part of documentPartSchema.options) {
    const text = document[part]
    if (text === null) continue
    for (const hit of scan(text)) {
      if (met.has(hit.term)) continue
      met.add(hit.term)
      matches.push({ term: hit.term, part, passage: passageOf(text, hit) })
    }
  }
  const inTitle = citationsIn(document.title)
  const inText = [document.abstract, document.excerpt].flatMap((text) =>
    text === null ? [] : citationsIn(text),
  )
  const reasons = [relevanceOf(matches, document), relevanceOfCitations(inTitle, inText, catalogue)]
  const relevance = relevanceSchema.options.find((option) => reasons.includes(option)) ?? null
  return { matches, citations: [...inTitle, ...inText], relevance }
}

/** Whether it becomes a candidate. */
export const isWatchedFor = (document: PolicyDocument, catalogue: CatalogueIndex): boolean =>
  readDocument(document, catalogue).relevance !== null

/** The awards of a day stand under a title that says nothing: there a passage is what an abstract is elsewhere. */
function relevanceOf(matches: readonly TermMatch[], { type, title }: PolicyDocument): Relevance | null {
  const strong = matches.filter(({ term }) => term.weight === 'strong')
  const weak = matches.filter(({ term }) => term.weight === 'weak')
  if (strong.some(({ part }) => part === 'title')) return 'high'
  if (strong.some(({ part }) => part === 'abstract' || type === 'contract')) return 'medium'
  if (strong.length > 0) return 'low'
  if (weak.some(({ part }) => part === 'title') && !namesOtherWare(title))
    return weak.length > 1 ? 'medium' : 'low'
  return weak.length > 1 && weak.some(({ term }) => isMineralTerm(term)) ? 'low' : null
}

/**
 * An act that changes another often names it by number, and none of the terms. In texts only the numbers of
 * China's announcements count, for American notices name orders and laws by the dozen.
 */
function relevanceOfCitations(
  inTitle: readonly Citation[],
  inText: readonly Citation[],
  { byNumber }: CatalogueIndex,
): Relevance | null {
  if (inTitle.some(({ key }) => byNumber.has(key))) return 'high'
  return inText.some(({ key }) => key.startsWith('mofcom:') && byNumber.has(key)) ? 'low' : null
}

/** So many characters on each side, cut at a blank where there is one. */
const AROUND = 80

function passageOf(text: string, { start, end }: Hit): TermMatch['passage'] {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  const before = text.slice(from, start).toWellFormed()
  const after = text.slice(end, to).toWellFormed()
  return {
    before: from === 0 ? before : `…${before.replace(/^\S{0,20}\s/u, '')}`,
    found: text.slice(start, end),
    after: to === text.length ? after : `${after.replace(/\s\S{0,20}$/u, '')}…`,
  }
}
