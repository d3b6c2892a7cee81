import { asxCategory } from '@oreline/shared/domain/filings/asx-category.ts'
import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { sydneyInstant } from '@oreline/shared/domain/filings/sydney-time.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { DomUtils, ElementType } from 'htmlparser2'

type Cells = ReturnType<typeof DomUtils.getElementsByTagName>
type Cell = Cells[number]

/**
 * One filing from a row's cells: date and time, the mark, the headline with its link. The link leads to the exchange's
 * page of terms, and from there to the document. null: one of them is missing.
 */
export function filingFromCells(cells: Cells): Filing | null {
  const [when, , headline] = cells
  const link = DomUtils.getElementsByTagName('a', headline ?? [])[0]
  if (when === undefined || link === undefined) return null
  const wall = wallTime(DomUtils.textContent(when))
  const publishedAt = wall === null ? null : sydneyInstant(wall)
  const id = idOf(link.attribs['href'] ?? '')
  const title = cleanTitle(ownText(link).replaceAll(/\s+/gu, ' '))
  if (wall === null || publishedAt === null || id === null || title === '') return null
  const fileSize = textOfClass(link, 'filesize')
  return {
    sourceId: id,
    form: 'ANNOUNCEMENT',
    category: asxCategory(title, []),
    title,
    titleEn: null,
    publishedOn: isoDateSchema.parse(wall.slice(0, 10)),
    publishedAt,
    precision: 'minute',
    url: `https://www.asx.com.au/asx/v2/statistics/displayAnnouncement.do?display=pdf&idsId=${id}`,
    priceSensitive: cells.some(isMarked),
    details: fileSize === '' ? {} : { fileSize },
  }
}

/** `18/11/2026 8:30 am` as `2026-11-18T08:30`; noon is 12 pm, midnight 12 am. */
function wallTime(text: string): string | null {
  const [, day, month, year, hour, minute, half] =
    /(\d{1,2})\/(\d{1,2})\/(\d{4})\s*(\d{1,2}):(\d\d)\s*([ap])\.?m/i.exec(text) ?? []
  if (day === undefined || month === undefined || hour === undefined || half === undefined) return null
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const date = isoDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (!date.success || Number(hour) > 12 || Number(minute) > 59) return null
  return `${date.data}T${String(hours).padStart(2, '0')}:${minute}`
}

/** The number by which the exchange shows the document. */
const idOf = (href: string): string | null => /[?&]idsId=(\w+)/.exec(href)?.[1] ?? null

/** The text of the link itself, without that of the elements in it (pages, file size). */
const ownText = (link: Cell): string =>
  link.children.map((child) => (child.type === ElementType.Text ? DomUtils.textContent(child) : ' ')).join('')

const textOfClass = (within: Cell, name: string): string =>
  DomUtils.getElementsByClassName(name, within.children).map(DomUtils.textContent).join(' ').trim()

/** The mark is an image in the column of its own. */
const isMarked = (cell: Cell): boolean =>
  /\bpricesens\b/.test(cell.attribs['class'] ?? '') &&
  DomUtils.getElementsByTagName('img', cell.children).length > 0
