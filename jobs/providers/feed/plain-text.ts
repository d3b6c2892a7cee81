/** Words out of HTML: markup is never kept, whatever a feed sends. */
import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import { Parser } from 'htmlparser2'

/** Elements that begin and end a paragraph. */
const blocks = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
/** Elements whose text is not for readers. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'iframe', 'object', 'svg'])

/** No text is nested so deep; the parser slows down with every level, so that one made for it would never be read. */
const deepest = 500

/** The paragraphs, none of them empty: entities decoded, white space folded, control and direction marks removed. */
export function paragraphsOf(html: string): readonly string[] {
  const parts: string[] = []
  let silentDepth = 0
  let depth = 0
  const breakAt = (name: string): void => {
    if (blocks.has(name)) parts.push('\n')
  }
  const parser = new Parser(
    {
      onopentag: (name) => {
        depth += 1
        // What was read until here stands.
        if (depth > deepest) parser.pause()
        if (silent.has(name)) silentDepth += 1
        breakAt(name)
      },
      ontext: (text) => {
        if (silentDepth === 0) parts.push(text.replace(/\s+/g, ' '))
      },
      onclosetag: (name) => {
        depth -= 1
        if (silent.has(name)) silentDepth -= 1
        breakAt(name)
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return parts
    .join('')
    .split('\n')
    .map((line) => plainLine(line))
    .filter((line) => line !== '')
}

/** The words on one line. */
export const lineOf = (html: string): string => paragraphsOf(html).join(' ')

/** A text that holds no markup, on one line; halves of characters, which no store takes, become U+FFFD. */
export const plainLine = (text: string): string =>
  cleanTitle(text.toWellFormed())
    .replace(/[\s\u200B\uFEFF]+/g, ' ')
    .trim()

/** At most so many characters, cut between words where there are any, and marked as cut. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : cut.length).replace(/[\uD800-\uDBFF]$/, '')}…`
}
