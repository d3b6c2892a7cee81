/** The list of terms, and its version: items that were read with another are read again when Oreline starts. */
import { mineralTerms } from './mineral-terms.ts'
import { policyTerms } from './policy-terms.ts'
import type { WatchTerm } from './term.ts'

export const watchTerms: readonly WatchTerm[] = [...mineralTerms, ...policyTerms]

/** Of minerals, as against acts of policy. */
export const isMineralTerm: (term: WatchTerm) => boolean = (
  (minerals: ReadonlySet<WatchTerm>) => (term) =>
    minerals.has(term)
)(new Set(mineralTerms))

/** Counts changes of how texts are read, which no term shows. */
const READER = 3

/** Changes with every term, every weight and `READER`; FNV-1a. */
export const termsVersion: string = versionOf(JSON.stringify([READER, watchTerms]))

function versionOf(text: string): string {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
