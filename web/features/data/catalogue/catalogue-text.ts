/** A chosen file as the events it holds, or why it holds none: refused here, before anything is sent. */
import { postCatalogue } from '@oreline/shared/api/policy-catalogue.ts'
import { formatBytes } from '../files/file-text.ts'

export type CatalogueText =
  | { readonly kind: 'events'; readonly events: readonly unknown[] }
  | { readonly kind: 'refused'; readonly why: string }

/** The reason and the names of what goes need room beside the events. */
const MOST_BYTES = Math.floor(postCatalogue.bodyBytes * 0.9)

/** null: it is small enough to be read. */
export function tooLarge(bytes: number): string | null {
  return bytes <= MOST_BYTES
    ? null
    : `The file has ${formatBytes(bytes)}; at most ${formatBytes(MOST_BYTES)} are taken in.`
}

/** The file is a bare list, as it is given out. */
export function readCatalogueText(text: string): CatalogueText {
  const value = parsed(text)
  if (value === undefined)
    return { kind: 'refused', why: 'This is no JSON. Choose a file that was downloaded here, or the seed’s.' }
  if (!Array.isArray(value))
    return { kind: 'refused', why: 'This is JSON, but no list of events: the file begins with [.' }
  const events: readonly unknown[] = value
  if (events.length === 0) return { kind: 'refused', why: 'The list is empty.' }
  return { kind: 'events', events }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
