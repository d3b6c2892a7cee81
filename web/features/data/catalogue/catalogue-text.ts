/** A chosen file as the events it holds, or why it holds none. */
import { NO_JSON, parsedJson } from '../json/json-text.ts'

export type CatalogueText =
  | { readonly kind: 'events'; readonly events: readonly unknown[] }
  | { readonly kind: 'refused'; readonly why: string }

/** The file is a bare list, as it is given out. */
export function readCatalogueText(text: string): CatalogueText {
  const value = parsedJson(text)
  if (value === undefined) return { kind: 'refused', why: NO_JSON }
  if (!Array.isArray(value))
    return { kind: 'refused', why: 'This is JSON, but no list of events: the file begins with [.' }
  const events: readonly unknown[] = value
  if (events.length === 0) return { kind: 'refused', why: 'The list is empty.' }
  return { kind: 'events', events }
}
