/**
 * The Shanghai exchange's bulletin queries, old and new. Without a Referer of its own page it answers 403 with a web page;
 * `jsonCallBack` makes it JSONP as text/html. Bulletins are made up, three a month, uploaded the evening before.
 */
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { readFileSync } from 'node:fs'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'
import { noticesBetween, uploadTime } from './shanghai-notices.ts'

type SseDraftRow = Record<string, string | null>
type BulletinsDraft = { rows: SseDraftRow[]; total: number | null; page: number; isNewQuery: boolean }
type SseFault = (draft: BulletinsDraft) => StandInReply | void

export function sseRoute(): StandInRoute {
  const refusal = ({ headers }: StandInRequest): StandInReply | null =>
    headers['referer']?.startsWith('https://www.sse.com.cn/') === true
      ? null
      : {
          status: 403,
          headers: { 'content-type': 'text/html' },
          body: '<html><title>403 Forbidden</title></html>',
        }

  const scenario =
    (fault: SseFault): StandInScenario =>
    (request) => {
      const draft = draftOf(request)
      return refusal(request) ?? fault(draft) ?? bulletinsReply(draft, request)
    }

  return {
    name: 'sse',
    hosts: ['query.sse.com.cn'],
    answer: (request) => refusal(request) ?? bulletinsReply(draftOf(request), request),
    scenarios: Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, scenario(fault)])),
  }
}

/** What was uploaded before now, disclosed in the window, newest first. */
function draftOf({ path, query, at }: StandInRequest): BulletinsDraft {
  const isNewQuery = path.includes('queryCompanyBulletinNew.do')
  const code = query.get(isNewQuery ? 'SECURITY_CODE' : 'productId')
  const from = isoDateSchema.parse(query.get(isNewQuery ? 'START_DATE' : 'beginDate'))
  const to = isoDateSchema.parse(query.get(isNewQuery ? 'END_DATE' : 'endDate'))
  const rows = noticesBetween(from, to, at).map(({ disclosedOn, uploadedOn, title }) => ({
    SECURITY_CODE: code,
    SECURITY_NAME: '北方稀土',
    TITLE: title,
    URL: `/disclosure/listedinfo/announcement/c/new/${disclosedOn}/600111_${disclosedOn.replaceAll('-', '')}_TEST.pdf`,
    SSEDATE: disclosedOn,
    ADDDATE: `${uploadedOn} ${uploadTime}`,
    BULLETIN_TYPE: '临时公告',
    BULLETIN_HEADING: null,
    BULLETIN_YEAR: disclosedOn.slice(0, 4),
  }))
  return { rows, total: null, page: Number(query.get('pageHelp.pageNo')), isNewQuery }
}

function bulletinsReply(
  { rows, total, page, isNewQuery }: BulletinsDraft,
  { query }: Pick<StandInRequest, 'query'>,
): StandInReply {
  const pageSize = Number(query.get('pageHelp.pageSize'))
  const shown = rows.slice((page - 1) * pageSize, page * pageSize)
  const pageHelp = {
    beginPage: page,
    cacheSize: 1,
    endPage: page + 4,
    pageNo: page,
    pageSize,
    pageCount: Math.ceil(rows.length / pageSize),
    total: total ?? rows.length,
    data: isNewQuery ? shown.map((row) => [row]) : shown,
  }
  const callback = query.get('jsonCallBack')
  if (callback === null) return { body: { pageHelp, result: [] } }
  return {
    headers: { 'content-type': 'text/html' },
    body: `${callback}(${JSON.stringify({ pageHelp, result: [] })})`,
  }
}

const fixture = (name: string): StandInReply => ({
  headers: { 'content-type': 'application/json' },
  body: readFileSync(new URL(`../../fixtures/sse/${name}`, import.meta.url), 'utf8'),
})

const newest = ({ rows }: BulletinsDraft, cells: SseDraftRow): void =>
  void Object.assign(rows[0] ?? {}, cells)

const faults: Readonly<Record<string, SseFault>> = {
  'F36-jsonp': (draft) =>
    bulletinsReply(draft, {
      query: new URLSearchParams('jsonCallBack=jsonpCallback123&pageHelp.pageSize=25'),
    }),
  'F36-refused': () => ({ status: 403, headers: { 'content-type': 'text/html' }, body: '<html></html>' }),
  F38: () => fixture('list-of-lists.json'),
  F39: (draft) => void (draft.rows = []),
  'exception-interceptor': () => fixture('exception-interceptor.json'),
  'total-without-rows': (draft) => {
    draft.rows = []
    draft.total = 12
  },
  'filter-ignored': (draft) => newest(draft, { SECURITY_CODE: '600519' }),
  'page-ignored': (draft) => {
    draft.page = 1
    draft.total = 60
  },
  F44: (draft) => newest(draft, { TITLE: '北方稀土２０２６年半年度报告\u3000摘要\u202E' }),
  'F47-no-upload': (draft) => newest(draft, { ADDDATE: null }),
  'F47-migrated': (draft) => newest(draft, { ADDDATE: '2027-03-01 03:00:00' }),
  F48: (draft) => newest(draft, { TITLE: '北方稀土关于2025年年度报告的更正公告' }),
  F49: (draft) => newest(draft, { TITLE: '北方稀土関於𠮷字樣的説明' }),
  H24: ({ rows }) => void Object.assign(rows[1] ?? {}, { SSEDATE: 'soon' }),
  'foreign-link': (draft) => newest(draft, { URL: 'https://evil.example/x.pdf' }),
}
