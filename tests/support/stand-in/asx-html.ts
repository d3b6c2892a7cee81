/**
 * The ASX's own page of a company's announcements in a year: a table in Sydney's wall clock. A library's User-Agent gets
 * the wall, a second request within 0.9 s a 429.
 */
import { readFileSync } from 'node:fs'
import { announcementsUntil } from './asx-announcements.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'

type HtmlRow = { when: Date | string; headline: string; id: string; isSensitive: boolean }
type AsxPage = { rows: HtmlRow[]; isWholeMarket: boolean }
type PageFault = (page: AsxPage) => StandInReply | void

export function asxHtmlRoute(): StandInRoute {
  let lastMs = Number.NEGATIVE_INFINITY
  const refusal = ({ headers, atMs }: StandInRequest): StandInReply | null => {
    const tooSoon = atMs - lastMs < 900
    lastMs = atMs
    if (headers['user-agent']?.startsWith('Mozilla/5.0') !== true) return wall()
    return tooSoon ? { status: 429, headers: { 'content-type': 'text/plain' }, body: 'Too Many' } : null
  }
  const scenario =
    (fault: PageFault): StandInScenario =>
    (request) => {
      const page = pageOf(request)
      return refusal(request) ?? fault(page) ?? pageReply(page)
    }
  return {
    name: 'asx-html',
    hosts: ['www.asx.com.au'],
    answer: (request) => refusal(request) ?? pageReply(pageOf(request)),
    scenarios: {
      wall: () => wall(),
      ...Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, scenario(fault)])),
    },
  }
}

function pageOf({ query, at }: StandInRequest): AsxPage {
  const isOurs = query.get('by') === 'asxCode' && query.get('asxCode') === 'LYC'
  const rows = announcementsUntil(at).map(({ date, headline, documentKey, isPriceSensitive }) => ({
    when: new Date(date),
    headline,
    // Not the middle of the API's key: the two are matched by minute and headline.
    id: `0${documentKey.slice(5, 13)}`,
    isSensitive: isPriceSensitive,
  }))
  return {
    rows: isOurs ? rows.filter(({ when }) => wallTimeOf(when).slice(6, 10) === query.get('year')) : [],
    isWholeMarket: false,
  }
}

const wallTimeOf = (when: Date): string =>
  when
    .toLocaleString('en-AU', {
      timeZone: 'Australia/Sydney',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
    })
    .replace(', ', ' ')

function pageReply({ rows, isWholeMarket }: AsxPage): StandInReply {
  const heading = isWholeMarket ? '<th>ASX Code</th>' : ''
  const body = rows.map(({ when, headline, id, isSensitive }) => {
    const [, day = '', time = ''] =
      /^(\S+)\s+(.*)$/.exec(typeof when === 'string' ? when : wallTimeOf(when)) ?? []
    const mark = isSensitive
      ? '<img src="/images/icon-price-sensitive.svg" alt="asterix" title="price sensitive">'
      : ''
    return `<tr>
      <td>${day}<br><span class="dates-time">${time}</span></td>
      <td class="pricesens">${mark}</td>
      <td><a href="/asx/v2/statistics/displayAnnouncement.do?display=pdf&amp;idsId=${id}" target="_blank">
        ${headline.replace("'", '&#8217;')}
        <br><img src="/images/icon-pdf.svg" alt=""><span class="page">3 pages</span> <span class="filesize">189KB</span>
      </a></td>
    </tr>`
  })
  const table =
    rows.length === 0
      ? '<p>No announcements were found for the given criteria.</p>'
      : `<table summary="Company announcements"><thead><tr>${heading}<th>Date</th><th class="pricesens">Price sens.</th><th>Headline</th></tr></thead>
<tbody>${body.join('\n')}</tbody></table>`
  return {
    headers: { 'content-type': 'text/html;charset=UTF-8' },
    body: `<!DOCTYPE html>\n<html><head><title>Announcements</title></head><body><h2>LYC</h2>${table}</body></html>`,
  }
}

const newest = ({ rows }: AsxPage, cells: Partial<HtmlRow>): void => void Object.assign(rows[0] ?? {}, cells)

const faults: Readonly<Record<string, PageFault>> = {
  empty: (page) => void (page.rows = []),
  redesigned: () => ({
    headers: { 'content-type': 'text/html' },
    body: '<!DOCTYPE html>\n<html><head><title>New look</title></head><body><div id="app"></div></body></html>',
  }),
  F30: (page) => void (page.isWholeMarket = true),
  F33: ({ rows }) => void rows.unshift(...rows.slice(0, 1).map((first) => ({ ...first, id: '0999' }))),
  'F34-fold': (page) => newest(page, { when: '05/04/2026 2:30 am' }),
  noon: (page) => newest(page, { when: '18/11/2026 12:05 pm' }),
  midnight: (page) => newest(page, { when: '18/11/2026 12:05 am' }),
  H24: ({ rows }) => void Object.assign(rows[1] ?? {}, { when: 'yesterday' }),
}

const wall = (): StandInReply => ({
  headers: { 'content-type': 'text/html' },
  body: readFileSync(new URL('../../fixtures/asx/incapsula.html', import.meta.url), 'utf8'),
})
