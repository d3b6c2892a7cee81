/** What a document says: the terms that occur in it and where, how much it matters, and what it is likely to be about. */
import type { PolicyDocument } from './document.ts'
import { scan, type Hit } from './scan.ts'
import { isMineralTerm } from './terms.ts'
import type { WatchTerm } from './term.ts'

/** Parts of a document, the weightiest first. */
export const documentParts = ['title', 'abstract', 'excerpt'] as const
export type DocumentPart = (typeof documentParts)[number]

/** `high`: a strong term in the title; `medium`: in the abstract; `low`: in a passage only, or weak terms. */
export const relevances = ['high', 'medium', 'low'] as const
export type Relevance = (typeof relevances)[number]

/** Where a term occurs first, in the weightiest part, with some words around it. */
export type TermMatch = {
  readonly term: WatchTerm
  readonly part: DocumentPart
  readonly passage: { readonly before: string; readonly found: string; readonly after: string }
}

/** `relevance` null: it is not watched for, whatever occurs in it. `matches`: each term once, those of the title first. */
export type Reading = { readonly matches: readonly TermMatch[]; readonly relevance: Relevance | null }

/** Reads a document; a pure function of its text and the list of terms. */
export function readDocument(document: PolicyDocument): Reading {
  const matches: TermMatch[] = []
  const met = new Set<WatchTerm>()
  for (const part of documentParts) {
    const text = document[part]
    if (text === null) continue
    for (const hit of scan(text)) {
      if (met.has(hit.term)) continue
      met.add(hit.term)
      matches.push({ term: hit.term, part, passage: passageOf(text, hit) })
    }
  }
  return { matches, relevance: relevanceOf(matches) }
}

/** Whether it becomes a candidate. */
export const isWatchedFor = (document: PolicyDocument): boolean => readDocument(document).relevance !== null

function relevanceOf(matches: readonly TermMatch[]): Relevance | null {
  const strong = matches.filter(({ term }) => term.weight === 'strong')
  const weak = matches.filter(({ term }) => term.weight === 'weak')
  if (strong.some(({ part }) => part === 'title')) return 'high'
  if (strong.some(({ part }) => part === 'abstract')) return 'medium'
  if (strong.length > 0) return 'low'
  if (weak.some(({ part }) => part === 'title')) return weak.length > 1 ? 'medium' : 'low'
  return weak.length > 1 && weak.some(({ term }) => isMineralTerm(term)) ? 'low' : null
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
