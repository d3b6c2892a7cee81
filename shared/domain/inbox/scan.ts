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
  const hits: Hit[] = []
  const pattern = /([a-z0-9]+)|[\u3400-\u4DBF\u4E00-\u9FFF]+/g
  let before = ''
  for (let found = pattern.exec(lower); found !== null; found = pattern.exec(lower)) {
    const [run, word] = found
    const start = found.index
    if (word === undefined) findSigns(lower, start, start + run.length, hits)
    else
      for (const written of byWord.get(word) ?? []) {
        const end = endOf(written, start, written.asWritten ? original : lower)
        if (end !== null && isMeant(written.term, before, end, lower))
          hits.push({ term: written.term, start, end })
      }
    before = run
  }
  return hits
}

function findSigns(lower: string, start: number, end: number, hits: Hit[]): void {
  for (let place = start; place < end; place += 1)
    for (const { term, sign } of bySign.get(lower.charAt(place)) ?? [])
      if (lower.startsWith(sign, place)) hits.push({ term, start: place, end: place + sign.length })
}

/** Where the words end, beginning at `start`; null: they do not stand there. */
function endOf({ words }: Written, start: number, text: string): number | null {
  let place = start
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      const joint = jointAt(text, place)
      if (joint === 0) return null
      place += joint
    }
    if (!text.startsWith(word, place)) return null
    place += word.length
    if (isLetter(text.charCodeAt(place))) return null
  }
  return place
}

/** Blanks and hyphens join the words of a term, a full stop or a comma does not; how many there are, at most four. */
function jointAt(text: string, place: number): number {
  let length = 0
  while (length < 4 && /[\s\p{Pd}]/u.test(text.charAt(place + length))) length += 1
  return length
}

/** Of the letters and digits that make up the words of terms. */
const isLetter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** Not where the words beside make something else of it, nor of an isotope: `yttrium-90` is medicine. */
function isMeant(
  { notAfter = [], notBefore = [] }: WatchTerm,
  before: string,
  end: number,
  lower: string,
): boolean {
  if (notAfter.includes(before)) return false
  const rest = lower.slice(end, end + 40)
  if (/^-\d{2,3}m?(?![a-z0-9])/.test(rest)) return false
  const after = `${rest.replace(/^[^a-z0-9]{0,4}(?=[a-z0-9])/, '').replaceAll(/[^a-z0-9]+/g, ' ')} `
  return !notBefore.some((words) => after.startsWith(`${words} `))
}
