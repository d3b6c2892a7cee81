/**
 * cninfo's search and list of notices. It reads the form's body alone: parameters in the address, a wrong `orgId` or
 * column find nothing, without a word; no more than 30 rows a page; without the headers of its own page it answers 403.
 */
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'
import { noticesBetween } from './shanghai-notices.ts'

type NoticeRow = Record<string, string | number | null>
/** An answer before it is written; `total` null: the number of rows. */
type NoticesDraft = { rows: NoticeRow[]; total: number | null; page: number; hasMore: boolean | null }
type NoticesFault = (draft: NoticesDraft) => StandInReply | void

const orgId = 'gssh0600111'
const mostRows = 30

export function cninfoRoute(): StandInRoute {
  const refusal = ({ method, headers }: StandInRequest): StandInReply | null =>
    method === 'POST' &&
    headers['x-requested-with'] === 'XMLHttpRequest' &&
    headers['origin'] === 'https://www.cninfo.com.cn' &&
    headers['referer']?.startsWith('https://www.cninfo.com.cn/') === true
      ? null
      : { status: 403, headers: { 'content-type': 'text/html' }, body: '<html><title>403</title></html>' }

  /** A fault of the list leaves the search as it is. */
  const scenario =
    (fault: NoticesFault): StandInScenario =>
    (request, usual) => {
      const draft = draftOf(request)
      return draft === null ? usual() : (refusal(request) ?? fault(draft) ?? noticesReply(draft))
    }

  return {
    name: 'cninfo',
    hosts: ['www.cninfo.com.cn'],
    answer: (request) => refusal(request) ?? reply(request),
    scenarios: {
      'unknown-code': () => ({ body: [] }),
      'wrong-org': (request, usual) =>
        draftOf(request) === null ? { body: [security({ orgId: '9900002221' })] } : usual(),
      ...Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, scenario(fault)])),
    },
  }
}

const security = (cells: object) => ({
  code: '600111',
  orgId,
  category: 'A股',
  zwjc: '北方稀土',
  pinyin: 'bfxt',
  ...cells,
})

function reply(request: StandInRequest): StandInReply {
  const draft = draftOf(request)
  if (draft !== null) return noticesReply(draft)
  const word = new URLSearchParams(request.body).get('keyWord') ?? ''
  if (!request.path.startsWith('/new/information/topSearch/query'))
    return { status: 404, body: 'no such page' }
  // The search finds more than was asked for.
  return {
    body: word.startsWith('600111') ? [security({ code: '6001110', orgId: 'bond' }), security({})] : [],
  }
}

/** null: another question. */
function draftOf({ path, body, at }: StandInRequest): NoticesDraft | null {
  if (!path.startsWith('/new/hisAnnouncement/query')) return null
  const form = new URLSearchParams(body)
  const [from, to] = (form.get('seDate') ?? '').split('~')
  const isOurs = form.get('stock') === `600111,${orgId}` && form.get('column') === 'sse'
  const rows = isOurs
    ? noticesBetween(isoDateSchema.parse(from), isoDateSchema.parse(to), at).map(({ disclosedOn, title }) => {
        const id = `12${disclosedOn.replaceAll('-', '')}`
        return {
          secCode: '600111',
          secName: '北方稀土',
          orgId,
          announcementId: id,
          announcementTitle: title.replace('北方稀土', '<em>北方稀土</em>：'),
          // Midnight in Beijing is 16:00 UTC of the day before.
          announcementTime: Date.parse(`${addDays(disclosedOn, -1)}T16:00:00Z`),
          adjunctUrl: `finalpage/${disclosedOn}/${id}.PDF`,
          adjunctSize: 186,
          adjunctType: 'PDF',
          columnId: '09020202||250101||251302',
          announcementType: '01010503||010112',
          announcementTypeName: null,
        }
      })
    : []
  return { rows, total: null, page: Number(form.get('pageNum')), hasMore: null }
}

function noticesReply({ rows, total, page, hasMore }: NoticesDraft): StandInReply {
  const shown = rows.slice((page - 1) * mostRows, page * mostRows)
  return {
    body: {
      classifiedAnnouncements: null,
      totalSecurities: 0,
      totalAnnouncement: total ?? rows.length,
      totalRecordNum: total ?? rows.length,
      announcements: shown.length === 0 ? null : shown,
      categoryList: null,
      hasMore: hasMore ?? page * mostRows < rows.length,
      totalpages: Math.floor(rows.length / mostRows),
    },
  }
}

const newest = ({ rows }: NoticesDraft, cells: NoticeRow): void => void Object.assign(rows[0] ?? {}, cells)

const faults: Readonly<Record<string, NoticesFault>> = {
  F40: (draft) => void (draft.rows = []),
  F41: (draft) => {
    draft.rows = []
    draft.total = 12
  },
  // The last page comes again and again, and says that there is more.
  F42: (draft) => {
    draft.page = 1
    draft.hasMore = true
  },
  F44: (draft) =>
    newest(draft, { announcementTitle: '<em>北方稀土</em>：２０２６年半年度报告\u3000摘要(600111)' }),
  'F45-html': (draft) =>
    newest(draft, { adjunctUrl: 'finalpage/2026-11-16/1220261116.html', adjunctType: 'HTML' }),
  'F45-none': (draft) => newest(draft, { adjunctUrl: null }),
  'filter-ignored': (draft) => newest(draft, { secCode: '000001' }),
  H24: ({ rows }) => void Object.assign(rows[1] ?? {}, { announcementTime: null }),
}
