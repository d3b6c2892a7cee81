/** RSS 2.0 and Atom as one list of entries, in the feed's order. What a text means is left to the reader of the entries. */
import type { BrokenReading } from '../read-json.ts'
import { schemaBroken } from '../read-json.ts'
import { readXml, type XmlElement } from './xml-tree.ts'

/** Titles, summaries and contents are HTML. null: the entry has none. */
export type FeedEntry = {
  /** guid of RSS, id of Atom. */
  readonly id: string | null
  readonly title: string | null
  readonly link: string | null
  readonly published: string | null
  readonly summary: string | null
  readonly content: string | null
  readonly categories: readonly string[]
}

/** No entries is a feed all the same; a document that is neither is broken. */
export function readFeed(text: string): { readonly entries: readonly FeedEntry[] } | BrokenReading {
  const root = readXml(text)
  if ('kind' in root) return root
  switch (root.name) {
    case 'rss': {
      const channel = childrenNamed(root, 'channel')[0]
      if (channel === undefined) return schemaBroken('no channel in the RSS')
      return { entries: childrenNamed(channel, 'item').map(rssEntry) }
    }
    case 'feed':
      return { entries: childrenNamed(root, 'entry').map(atomEntry) }
    default:
      return schemaBroken(`neither RSS nor Atom, but <${root.name.slice(0, 40)}>`)
  }
}

function rssEntry(item: XmlElement): FeedEntry {
  const guid = childrenNamed(item, 'guid')[0]
  const id = guid === undefined ? null : textOf(guid)
  const isLink = guid !== undefined && guid.attributes['isPermaLink']?.toLowerCase() !== 'false'
  const permanent = isLink && id !== null && /^https?:/i.test(id) ? id : null
  return {
    id,
    title: first(item, 'title'),
    link: first(item, 'link') ?? permanent,
    published: first(item, 'pubDate') ?? first(item, 'dc:date'),
    summary: first(item, 'description'),
    content: first(item, 'content:encoded'),
    categories: childrenNamed(item, 'category').flatMap((category) => textOf(category) ?? []),
  }
}

function atomEntry(entry: XmlElement): FeedEntry {
  const links = childrenNamed(entry, 'link')
  const alternate = links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate')
  return {
    id: first(entry, 'id'),
    title: first(entry, 'title'),
    link: alternate?.attributes['href'] ?? null,
    published: first(entry, 'published') ?? first(entry, 'updated'),
    summary: first(entry, 'summary'),
    content: first(entry, 'content'),
    categories: childrenNamed(entry, 'category').flatMap(({ attributes }) => attributes['term'] ?? []),
  }
}

const childrenNamed = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.flatMap((child) => (typeof child !== 'string' && child.name === name ? [child] : []))

/** The first child of that name with a text in it. */
function first(element: XmlElement, name: string): string | null {
  for (const child of childrenNamed(element, name)) {
    const text = textOf(child)
    if (text !== null) return text
  }
  return null
}

/** The text inside; of elements inside (XHTML in Atom) their HTML. null: nothing but blank space. */
function textOf({ children }: XmlElement): string | null {
  const text = children.map((child) => (typeof child === 'string' ? child : htmlOf(child))).join('')
  return text.trim() === '' ? null : text.trim()
}

function htmlOf({ name, children }: XmlElement): string {
  const inner = children
    .map((child) =>
      typeof child === 'string' ? child.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : htmlOf(child),
    )
    .join('')
  return `<${name}>${inner}</${name}>`
}
