/** EDGAR's Atom feeds, of one company and of all current filings: the elements Oreline reads. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as z from 'zod'
import type { BrokenReading } from '../read-json.ts'
import { schemaBroken } from '../read-json.ts'

/**
 * One entry. `id` ends in the accession number, `updated` is the moment of acceptance with its offset, `summary` HTML
 * (`<b>Filed:</b> 2025-12-11 …<br>Item 2.02: …`), missing now and then. `category` names the form: a feed asked for
 * form 4 holds 424B2 too, for it matches prefixes.
 */
export const entrySchema = z.object({
  id: z.string().regex(/accession-number=\d{10}-\d{2}-\d{6}$/, 'no accession number'),
  updated: z.string(),
  category: z.object({ term: z.string().min(1) }),
  link: z.object({ href: z.url() }),
  summary: z.union([z.string(), z.object({ '#text': z.string().optional() })]).optional(),
  content: z.object({ 'filing-date': z.string().optional() }).loose().optional().catch(undefined),
})
export type Entry = z.infer<typeof entrySchema>

const feedSchema = z.object({ feed: z.object({ entry: z.array(z.unknown()).optional() }) })

/** The entries in the feed's order. */
export function readFeed(text: string): { readonly entries: readonly unknown[] } | BrokenReading {
  if (XMLValidator.validate(text) !== true) return schemaBroken('not well-formed XML')
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
    // Summaries are HTML written as text; what is wanted of them stands between the entities.
    processEntities: false,
    isArray: (name) => name === 'entry',
  })
  const parsed = feedSchema.safeParse(parsedOrNull(parser, text))
  return parsed.success ? { entries: parsed.data.feed.entry ?? [] } : schemaBroken('no feed in the answer')
}

/** The validator lets a few malformed texts pass that the parser then throws at. */
function parsedOrNull(parser: XMLParser, text: string): unknown {
  try {
    return parser.parse(text)
  } catch {
    return null
  }
}
