/** Announcements in a list of MOFCOM's pages, Chinese or English: a link to an article, and its day beside it. */
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { DomUtils, parseDocument } from 'htmlparser2'
import { readLongDay } from '../feed/long-day.ts'
import { clipped, plainLine } from '../feed/plain-text.ts'

/** `id`: the hash that names the article, the same on every page that links to it. `publishedOn` null: no day beside it. */
export type AnnouncementRow = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly publishedOn: IsoDate | null
}

/** `rows`: in the order of the page. `pages`: how many there are, and which this is; null: the page does not say. */
type ListPage = {
  readonly rows: readonly AnnouncementRow[]
  readonly pages: { readonly last: number; readonly own: number } | null
}

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** Links elsewhere, and such as are none (`javascript:`), are passed over; an article linked twice is one row. */
export function announcementRows(html: string, base: string): ListPage {
  const document = parseDocument(html)
  const rows = new Map<string, AnnouncementRow>()
  for (const link of DomUtils.getElementsByTagName('a', document)) {
    const row = rowOf(link, base)
    if (row !== null && !rows.has(row.id)) rows.set(row.id, row)
  }
  return { rows: [...rows.values()], pages: pagesOf(DomUtils.getElementsByTagName('*', document)) }
}

function rowOf(link: Element, base: string): AnnouncementRow | null {
  const url = URL.parse(link.attribs['href'] ?? '', base)
  const id = /\/(art_[0-9a-f]{32})\.html$/.exec(url?.pathname ?? '')?.[1]
  if (url === null || id === undefined || !/^https?:$/.test(url.protocol)) return null
  if (!/(^|\.)mofcom\.gov\.cn$/.test(url.hostname) || url.username !== '') return null
  // The text is cut short where the title is whole.
  const whole = plainLine(link.attribs['title'] ?? '')
  const title = clipped(whole === '' ? plainLine(DomUtils.textContent(link)) : whole, 1_000)
  return title === '' ? null : { id, title, url: url.href, publishedOn: dayBeside(link) }
}

/** In the smallest element around the link that says a day, as long as it holds no other link; titles name other days. */
function dayBeside(link: Element): IsoDate | null {
  for (let around = link.parent; around !== null && 'attribs' in around; around = around.parent) {
    if (DomUtils.getElementsByTagName('a', around).some((other) => other !== link)) return null
    const day = dayIn(textAround(around, link))
    if (day !== null) return day
  }
  return null
}

function textAround(node: Element['children'][number], link: Element): string {
  if (node === link) return ' '
  return 'children' in node
    ? node.children.map((child) => textAround(child, link)).join('')
    : DomUtils.textContent(node)
}

/** `[2026-07-24]`, `2026/7/24`, 2026年7月24日, `July 24, 2026`. */
function dayIn(text: string): IsoDate | null {
  const [, year, month, day] = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return readLongDay(text.trim())
  const date = isoDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date.success ? date.data : null
}

/** `<div class="pagination" rows="15" count="2310" pageNo="1" …>`. */
function pagesOf(elements: readonly Element[]): ListPage['pages'] {
  for (const { attribs } of elements) {
    const [rows, count, own] = ['rows', 'count', 'pageno'].map((name) => Number(attribs[name] ?? Number.NaN))
    if (rows === undefined || count === undefined || own === undefined) continue
    if (rows > 0 && count >= 0 && own > 0) return { last: Math.ceil(count / rows), own }
  }
  return null
}
