/**
 * Markit Digital's ASX research API: search, the market's list, a company's five newest. Without the exchange's Origin and
 * Referer, or with a library's User-Agent, it shows a wall; a second request within 0.9 s gets a 429.
 */
import { readFileSync } from 'node:fs'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'
import { announcementsUntil, lynasXid, row, type AsxDraftRow } from './asx-announcements.ts'

/** An answer of the market's list before it is written; `count` null: the length of `rows`. */
type ListDraft = { rows: AsxDraftRow[]; count: number | null; page: number; itemsPerPage: number }
type AsxFault = (draft: ListDraft) => StandInReply | void

export function asxRoute(): StandInRoute {
  let lastMs = Number.NEGATIVE_INFINITY
  const refusal = ({ headers, atMs }: StandInRequest): StandInReply | null => {
    const tooSoon = atMs - lastMs < 900
    lastMs = atMs
    const isBrowser =
      headers['origin'] === 'https://www.asx.com.au' &&
      headers['referer'] === 'https://www.asx.com.au/' &&
      headers['user-agent']?.startsWith('Mozilla/5.0') === true
    if (!isBrowser) return wall()
    return tooSoon
      ? { status: 429, headers: { 'content-type': 'text/plain' }, body: 'Too Many Requests' }
      : null
  }

  /** A fault of the list leaves search and company as they are. */
  const scenario =
    (fault: AsxFault): StandInScenario =>
    (request, usual) => {
      const draft = draftOf(request)
      return draft === null ? usual() : (refusal(request) ?? fault(draft) ?? listReply(draft))
    }

  return {
    name: 'asx',
    hosts: ['asx.api.markitdigital.com'],
    answer: (request) => refusal(request) ?? reply(request),
    scenarios: {
      'F29-unknown-to-search': () => ({ body: { data: { items: [{ symbol: 'LYCX', xidEntity: 1 }] } } }),
      wall: () => wall(),
      ...Object.fromEntries(Object.entries(listFaults).map(([id, fault]) => [id, scenario(fault)])),
    },
  }
}

function reply(request: StandInRequest): StandInReply {
  const { path, query, at } = request
  const draft = draftOf(request)
  if (draft !== null) return listReply(draft)
  if (path.startsWith('/asx-research/1.0/search/predictive'))
    return searchReply(query.get('searchText') ?? '')
  if (path.startsWith('/asx-research/1.0/companies/lyc/announcements'))
    return companyReply(announcementsUntil(at))
  return { status: 404, body: { error: { code: 404 } } }
}

/** The search finds more than was asked for. */
const searchReply = (text: string): StandInReply => ({
  body: {
    data: {
      items: text.startsWith('LYC')
        ? [
            { symbol: 'LYCKOA', xidEntity: '55555', displayName: 'A WARRANT' },
            { symbol: 'LYC', xidEntity: lynasXid, displayName: 'LYNAS RARE EARTHS LIMITED' },
          ]
        : [],
    },
  },
})

/** The five newest, in the shape of this list: one type, no companies. */
const companyReply = (rows: readonly AsxDraftRow[]): StandInReply => ({
  body: {
    data: {
      displayName: 'LYNAS RARE EARTHS LIMITED',
      issueType: 'CS',
      symbol: 'LYC',
      xid: lynasXid,
      items: rows
        .slice(0, 5)
        .map(({ announcementTypes, date, documentKey, fileSize, headline, isPriceSensitive, url }) => ({
          announcementType: announcementTypes[0],
          date,
          documentKey,
          fileSize,
          headline,
          isPriceSensitive,
          url,
        })),
    },
  },
})

/** null: another question. A wrong entity number finds nothing, none at all the whole market. */
function draftOf({ path, query, at }: StandInRequest): ListDraft | null {
  if (!path.startsWith('/asx-research/1.0/markets/announcements')) return null
  const rows = query.get('entityXids') === lynasXid ? announcementsUntil(at) : []
  return {
    rows,
    count: null,
    page: Number(query.get('page')),
    itemsPerPage: Math.min(Number(query.get('itemsPerPage')), 100),
  }
}

const listReply = ({ rows, count, page, itemsPerPage }: ListDraft): StandInReply => ({
  body: {
    data: {
      count: count ?? rows.length,
      items: rows.slice(page * itemsPerPage, (page + 1) * itemsPerPage),
      facets: null,
      summaryCounts: { total: rows.length },
    },
  },
})

const newest = ({ rows }: ListDraft, cells: Partial<AsxDraftRow>): void =>
  void Object.assign(rows[0] ?? {}, cells)

const listFaults: Readonly<Record<string, AsxFault>> = {
  empty: (draft) => void (draft.rows = []),
  'count-without-items': (draft) => {
    draft.count = 120
    draft.rows = []
  },
  F28: (draft) => newest(draft, { documentKey: '', url: '' }),
  F30: ({ rows }) =>
    void rows.splice(2, 0, {
      ...row({ headline: 'Somebody else’s report', date: '2026-11-19T22:30:00.000Z', key: 'x-1' }),
      symbol: 'BHP',
      companyInfo: [{ symbol: 'BHP', displayName: 'BHP GROUP LIMITED', xidEntity: '60947' }],
    }),
  F32: (draft) => newest(draft, { isPriceSensitive: true }),
  F33: ({ rows }) =>
    void rows.unshift(...rows.slice(0, 1).map((first) => ({ ...first, documentKey: 'replacement-1' }))),
  'F34-offset': (draft) => newest(draft, { date: '2026-11-18T08:30:00+1100' }),
  'F34-fold': (draft) => newest(draft, { date: '2026-04-05T02:30:00' }),
  'page-ignored': (draft) => {
    draft.page = 0
    draft.count = 500
  },
  H24: ({ rows }) => void Object.assign(rows[1] ?? {}, { date: 'yesterday' }),
  'H24-many': ({ rows }) => {
    // However long the page is.
    for (const one of rows.filter((_, place) => place % 3 === 0)) one.date = 'yesterday'
  },
  H25: (draft) => void Object.assign(draft.rows[0] ?? {}, { sentiment: 1 }),
}

const wall = (): StandInReply => ({
  headers: { 'content-type': 'text/html' },
  body: readFileSync(new URL('../../fixtures/asx/incapsula.html', import.meta.url), 'utf8'),
})
