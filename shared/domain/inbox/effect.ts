/** What an act does to an earlier one, as its words tell. */
import * as z from 'zod'
import type { PolicyDocument } from './document.ts'

export const effectSchema = z.enum(['corrects', 'suspends', 'extends', 'amends', 'revokes'])
export type Effect = z.infer<typeof effectSchema>

/** Why an act is thought to be, or to change, an event; the surest first: it bears its number, names it, or has a title much like its own. */
export const amendReasonSchema = z.enum(['own-number', 'cited', 'similar-title'])
export type AmendReason = z.infer<typeof amendReasonSchema>

const words: readonly [Effect, RegExp][] = [
  [
    'suspends',
    /\bsuspend(s|ed|ing)?\b|\bsuspension\b|\bpaus(e|es|ed|ing)\b|\bstay of\b|\bdelay(s|ed|ing)?\b|暂停|中止|推迟/i,
  ],
  ['extends', /\bexten(d|ds|ded|ding|sion)\b|\bcontinuation\b|\bprolong|\brenew(s|ed|al)?\b|延长|延期|继续/i],
  [
    'revokes',
    /\brevo(ke|kes|ked|king|cation)\b|\brescind|\brescission\b|\brepeal|\bterminat(e|es|ed|ing|ion)\b|\bwithdraw(al|s|n)?\b|\blift(s|ed|ing)?\b|废止|取消|停止执行|撤销|失效/i,
  ],
  [
    'amends',
    /\bamend(s|ed|ing|ment|ments)?\b|\bmodif(y|ies|ied|ying|ication)\b|\brevis(e|es|ed|ing|ion)\b|\badjustments? to\b|\bupdat(e|es|ed|ing)\b|修订|修改|调整|补充/i,
  ],
]

/** By the first such word of the title; where that has none, of the abstract. null: neither says that it changes anything. */
export function effectOf({ type, correctionOf, title, abstract }: PolicyDocument): Effect | null {
  if (type === 'correction' || correctionOf !== null) return 'corrects'
  for (const text of [title, abstract ?? '']) {
    const [first] = words
      .map(([effect, pattern]) => ({ effect, place: text.search(pattern) }))
      .filter(({ place }) => place >= 0)
      .toSorted((a, b) => a.place - b.place)
    if (first !== undefined) return first.effect
  }
  return null
}
