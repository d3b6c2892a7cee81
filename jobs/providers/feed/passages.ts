import { scan } from '@oreline/shared/domain/inbox/scan.ts'
import { clipped } from './plain-text.ts'

/** A paragraph longer than that is not one thought: of it the words around each term are kept. */
const longParagraph = 1_500
const before = 300
const after = 600
const mostKept = 4_000

/**
 * Of a whole text the paragraphs in which a term stands by which a document may become a candidate, one a line; empty:
 * there is none. Words that only tell what a candidate is about (`mining`, `award`) count for nothing here.
 */
export const passagesOf = (paragraphs: readonly string[]): string =>
  clipped(paragraphs.flatMap((paragraph) => passageOf(paragraph) ?? []).join('\n'), mostKept)

function passageOf(paragraph: string): string | null {
  const hits = scan(paragraph).filter(({ term }) => term.weight !== 'cue')
  if (hits.length === 0) return null
  if (paragraph.length <= longParagraph) return paragraph
  const kept: { from: number; to: number }[] = []
  for (const { start, end } of hits) {
    const [from, to] = [Math.max(0, start - before), Math.min(paragraph.length, end + after)]
    const last = kept.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else kept.push({ from, to })
  }
  return kept.map(({ from, to }) => wordsBetween(paragraph, from, to)).join(' ')
}

/** Whole words, with a mark where some are left out. */
function wordsBetween(text: string, from: number, to: number): string {
  const cut = text.slice(from, to).toWellFormed()
  const head = from === 0 ? cut : `…${cut.replace(/^\S{0,40}\s/, '')}`
  return to === text.length ? head : `${head.replace(/\s\S{0,40}$/, '')}…`
}
