/** Finds the terms in a text, in one pass over its words. */
import type { WatchTerm } from './term.ts'
import { watchTerms } from './terms.ts'

/** A place at which a term stands: UTF-16 offsets, `end` exclusive. */
export type Hit = { readonly term: WatchTerm; readonly start: number; readonly end: number }

type Written = { readonly term: WatchTerm; readonly words: readonly string[]; readonly asWritten: boolean }
type Sign = { readonly term: WatchTerm; readonly sign: string }

/** By first word, lower case; by first sign. */
const byWord = new Map<string, Written[]>()
const bySign = new Map<string, Sign[]>()
for (const term of watchTerms)
  for (const written of term.written)
    if (/\p{Script=Han}/u.test(written)) add(bySign, written.charAt(0), { term, sign: written })
    else
      for (const form of formsOf(written)) {
        const words = form.split(' ')
        add(byWord, words[0]?.toLowerCase() ?? '', { term, words, asWritten: /[A-Z]/.test(form) })
      }

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

function formsOf(written: string): readonly string[] {
  return written.includes('(s)') ? [written.replace('(s)', ''), written.replace('(s)', 's')] : [written]
}

/** Every term that stands in the text, each time it does, in the order of the text. */
export function scan(text: string): readonly Hit[] {
  // The one letter that grows when it is made small would shift all places after it.
  const original = text.replaceAll('İ', 'I')
  const lower = original.toLowerCase()
  const tokens = tokensOf(lower)
  const hits: Hit[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.isHan) findSigns(lower, token, hits)
    else
      for (const written of byWord.get(token.word) ?? [])
        if (standsAt(written, index, tokens, original, lower)) {
          const last = tokens[index + written.words.length - 1] ?? token
          hits.push({ term: written.term, start: token.start, end: last.end })
        }
  }
  return hits
}

type Token = {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly isHan: boolean
}

function tokensOf(lower: string): readonly Token[] {
  const tokens: Token[] = []
  for (const found of lower.matchAll(/([a-z0-9]+)|[\u3400-\u4DBF\u4E00-\u9FFF]+/g)) {
    const [word] = found
    const start = found.index
    tokens.push({ word, start, end: start + word.length, isHan: found[1] === undefined })
  }
  return tokens
}

function findSigns(lower: string, { start, end }: Token, hits: Hit[]): void {
  for (let place = start; place < end; place += 1)
    for (const { term, sign } of bySign.get(lower.charAt(place)) ?? [])
      if (lower.startsWith(sign, place)) hits.push({ term, start: place, end: place + sign.length })
}

function standsAt(
  { term, words, asWritten }: Written,
  index: number,
  tokens: readonly Token[],
  original: string,
  lower: string,
): boolean {
  for (const [offset, word] of words.entries()) {
    const token = tokens[index + offset]
    if (token === undefined) return false
    if ((asWritten ? original : lower).slice(token.start, token.end) !== word) return false
    const before = tokens[index + offset - 1]
    if (offset > 0 && before !== undefined && !isJoint(lower, before.end, token.start)) return false
  }
  const before = tokens[index - 1]?.word
  const last = tokens[index + words.length - 1]
  const after = tokens[index + words.length]
  if (before !== undefined && term.notAfter?.includes(before) === true) return false
  if (after === undefined || last === undefined) return true
  return term.notBefore?.includes(after.word) !== true && !isIsotope(lower, last, after)
}

/** Blanks and hyphens join the words of a term; a full stop or a comma does not. */
function isJoint(text: string, from: number, to: number): boolean {
  return /^[\s\p{Pd}]{1,4}$/u.test(text.slice(from, to))
}

/** `yttrium-90` is medicine. */
const isIsotope = (text: string, { end }: Token, after: Token): boolean =>
  after.start === end + 1 && text.charAt(end) === '-' && /^\d{2,3}m?$/.test(after.word)
