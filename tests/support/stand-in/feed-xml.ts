/** RSS as it goes over the wire, and the rows of the ugly list that any feed may meet. */
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'
import { maintenancePage } from './pages.ts'

/** Texts as they stand in the XML: escaped, or as CDATA. */
export type FeedItem = {
  title: string
  link: string
  guid: string | null
  pubDate: string | null
  description: string
  /** What a publisher adds. */
  more?: string
}

/** A feed before it is written; scenarios change it in place. */
export type FeedDraft = { head: string; items: FeedItem[] }
type FeedFault = (draft: FeedDraft, request: StandInRequest) => StandInReply | void

export type FeedRoute = {
  readonly name: string
  readonly hosts: readonly string[]
  /** null: the host has nothing at that path. */
  readonly draft: (request: StandInRequest) => FeedDraft | null
  readonly contentType: string
  readonly faults?: Readonly<Record<string, FeedFault>>
}

/** A host with feeds and the faults of all feeds. */
export function feedRoute({ name, hosts, draft, contentType, faults = {} }: FeedRoute): StandInRoute {
  const replyOf = (written: FeedDraft): StandInReply => ({
    headers: { 'content-type': contentType },
    body: rss(written),
  })
  const scenario =
    (fault: FeedFault): StandInScenario =>
    (request) => {
      const written = draft(request)
      return written === null ? notThere : (fault(written, request) ?? replyOf(written))
    }
  return {
    name,
    hosts,
    answer: (request) => {
      const written = draft(request)
      return written === null ? notThere : replyOf(written)
    },
    scenarios: Object.fromEntries(
      Object.entries({ ...feedFaults, ...faults }).map(([id, fault]) => [id, scenario(fault)]),
    ),
  }
}

const notThere: StandInReply = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Page not found</title></head><body></body></html>',
}

const rss = ({ head, items }: FeedDraft): string => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${head}
${items.map(rssItem).join('\n')}
</channel>
</rss>
`

const rssItem = ({ title, link, guid, pubDate, description, more = '' }: FeedItem): string => `<item>
<title>${title}</title>
<link>${link}</link>
${guid === null ? '' : `<guid isPermaLink="false">${guid}</guid>`}
${pubDate === null ? '' : `<pubDate>${pubDate}</pubDate>`}
<description>${description}</description>
${more}
</item>`

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const cdata = (html: string): string => `<![CDATA[${html}]]>`

const each =
  (change: (item: FeedItem, place: number) => void): FeedFault =>
  ({ items }) => {
    items.forEach(change)
  }

const at =
  (place: number, change: (item: FeedItem) => void): FeedFault =>
  ({ items }) => {
    const item = items[place]
    if (item !== undefined) change(item)
  }

const feedFaults: Readonly<Record<string, FeedFault>> = {
  'P16-moved': each((item) => {
    item.guid = item.guid?.replace('https:', 'http:') ?? null
    item.link += `${item.link.includes('?') ? '&amp;' : '?'}utm_source=rss&amp;utm_medium=feed`
  }),
  'P16-no-guid': each((item) => void (item.guid = null)),
  'P17-missing': at(0, (item) => void (item.pubDate = null)),
  'P17-invalid': at(0, (item) => void (item.pubDate = 'yesterday, about noon')),
  'P17-summer': at(0, (item) => void (item.pubDate = 'Wed, 15 Jul 2026 09:00:00 EST')),
  'P17-future': at(0, (item) => void (item.pubDate = 'Fri, 20 Nov 2099 09:00:00 GMT')),
  'P17-1970': at(0, (item) => void (item.pubDate = 'Thu, 01 Jan 1970 00:00:00 GMT')),
  P18: at(0, (item) => void (item.title += ' (Updated)')),
  P19: each((item, place) => {
    item.guid = `${item.guid ?? ''}-stranger`
    item.title = `An item that nobody has seen, number ${place}`
  }),
  'P20-html': () => maintenancePage(200),
  'P20-gone': () => notThere,
  P21: (draft) => ({
    headers: { 'content-type': 'application/rss+xml' },
    // Cut inside an item, with an end tag inside a text: what a look for `</rss>` alone would take for whole.
    body: `${rss(draft).slice(0, -80)}<![CDATA[</rss>]]>`,
  }),
  P22: (draft) => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: rss(draft).replace('<rss', '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<rss'),
  }),
  'other-schemes': at(1, (item) => void (item.link = 'javascript:alert(document.domain)')),
  markup: at(1, (item) => void (item.title = cdata('<b>Bold</b> &amp; <script>alert(1)</script>plain'))),
  H24: at(1, (item) => void (item.title = '')),
  'H24-many': each((item, place) => {
    if (place % 3 === 0) item.link = 'ftp://files.example.gov/release.txt'
  }),
  H25: each((item) => void (item.more = `${item.more ?? ''}<dc:sentiment>good</dc:sentiment>`)),
  empty: ({ items }) => void items.splice(0),
}
