/** Acts that a text names by number, as keys that are the same in every language. */
import type { PolicyEvent } from '../policy/event.ts'
import { numberKey } from './merge-keys.ts'

/** `key`: as of `numberKey`, or of a scheme of its own (`fr-page:90-16437`); `text`: the words that name it. */
export type Citation = { readonly key: string; readonly text: string }

type Rule = { readonly pattern: RegExp; readonly keys: (groups: readonly (string | undefined)[]) => string[] }

const rules: readonly Rule[] = [
  {
    pattern: /\b(?:executive orders?|e\. ?o\.|EO)(?: no\.?| number)?\s+(\d{5})\b/gi,
    keys: ([number]) => [key('executive-order', number)],
  },
  { pattern: /\bproclamation(?: no\.?)?\s+(\d{4,5})\b/gi, keys: ([number]) => [key('proclamation', number)] },
  {
    pattern:
      /\b(?:FR Doc\.?|document(?: number| no\.?)?|notice|rule)\s+(?:[CRXZ]\d-)?((?:19|20)\d\d-\d{4,5})\b/gi,
    keys: ([number]) => [key('federal-register', number)],
  },
  {
    pattern: /\b(\d{2,3}) (?:FR|Fed\. ?Reg\.) (\d{3,6})\b/g,
    keys: ([volume, page]) => [`fr-page:${volume}-${page}`],
  },
  {
    pattern:
      /\bannouncements?\s+nos?\.?\s*([\d\s,&]+(?:(?:and|to|no\.)[\d\s,&]*)*)(?:of|\(|\[)\s*(20\d\d)\b/gi,
    keys: ([places, year]) => mofcomKeys(year, places),
  },
  {
    pattern: /\bannouncements?\s*[([]?(20\d\d)[)\]]?\s*,?\s*nos?\.?\s*([\d,\s]+(?:and\s+\d+)?)/gi,
    keys: ([year, places]) => mofcomKeys(year, places),
  },
  {
    pattern:
      /公告\s*[[(〔]?(20\d\d)\s*[\])〕]?\s*年?\s*第?\s*(\d+(?:\s*号?\s*(?:[、,和及至]|第)+\s*\d+)*)\s*号/gu,
    keys: ([year, places]) => mofcomKeys(year, places),
  },
  { pattern: /国务院令第?\s*(\d{3})\s*号/gu, keys: ([number]) => [`decree:${number}`] },
  {
    pattern: /\b(?:State Council )?(?:Decree|Order)(?: of the State Council)? No\.? ?(\d{3})\b/gi,
    keys: ([number]) => [`decree:${number}`],
  },
  {
    pattern: /\bRegulation \(EU\)(?: No)? (\d{4}\/\d+)\b/gi,
    keys: ([number]) => [`eu-regulation:${number}`],
  },
  { pattern: /\bCOM\((\d{4})\) ?(\d+)\b/g, keys: ([year, number]) => [`eu-com:${year}-${number}`] },
  {
    pattern: /\bPub(?:\.|lic) ?L(?:\.|aw)(?: No\.)? ?(\d{3}-\d+)\b/gi,
    keys: ([number]) => [`law:${number}`],
  },
]

type Scheme = Parameters<typeof numberKey>[0]['scheme']

const key = (scheme: Scheme, number: string | undefined): string =>
  numberKey({ scheme, number: number ?? '' })

/** `55、56、57、58` and `55, 56 and 58`; of `55 to 58` and 55至58 all between. */
function mofcomKeys(year: string | undefined, places: string | undefined): string[] {
  const numbers: number[] = []
  for (const [, joint, digits] of (places ?? '').matchAll(/(至|to\s)?\D*?(\d{1,3})/g)) {
    const number = Number(digits)
    const last = numbers.at(-1)
    if (joint !== undefined && last !== undefined && number - last < 50)
      for (let between = last + 1; between < number; between += 1) numbers.push(between)
    numbers.push(number)
  }
  return numbers.map((number) => key('mofcom', `${year}-${number}`))
}

/** A sign without which no rule can find anything; most texts have none. */
const mayCite = /\d{3}/

/** Every act a text names, once each, in the order of the rules. */
export function citationsIn(text: string): readonly Citation[] {
  if (!mayCite.test(text)) return []
  const plain = text.normalize('NFKC')
  const found = new Map<string, Citation>()
  for (const { pattern, keys } of rules)
    for (const [words, ...groups] of plain.matchAll(pattern))
      for (const each of keys(groups))
        if (!found.has(each)) found.set(each, { key: each, text: words.trim() })
  return [...found.values()]
}

/** The numbers under which an event of the catalogue was published. */
export function numbersOfEvent({
  official_source,
  official_ref,
  jurisdiction,
}: PolicyEvent): readonly string[] {
  const text = [official_source, official_ref].filter((part) => part !== null).join('; ')
  const keys = citationsIn(text).map((citation) => citation.key)
  return [...new Set([...keys, ...(jurisdiction === 'CN' ? announcementsIn(official_ref ?? '') : [])])]
}

/** `No. 61 of 2025` and `No. 55 and No. 58 of 2025`, as the catalogue writes them of China. */
function announcementsIn(reference: string): readonly string[] {
  const [, places, year] = /^((?:no\. ?\d+(?:,| and)? ?)+)of (20\d\d)$/i.exec(reference) ?? []
  return mofcomKeys(year, places)
}
