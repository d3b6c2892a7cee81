/** Eastmoney's list of notices, newest first. A library's User-Agent, or two requests within four seconds, get a 403. */
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'
import { noticesBetween, uploadTime } from './shanghai-notices.ts'

type AnnRow = Record<string, unknown>
type AnnDraft = { rows: AnnRow[]; total: number | null; page: number; pageSize: number }
type AnnFault = (draft: AnnDraft) => StandInReply | void

const shanghai = timeZoneSchema.parse('Asia/Shanghai')

export function eastmoneyNoticesRoute(): StandInRoute {
  let lastMs = Number.NEGATIVE_INFINITY
  const refusal = ({ headers, atMs }: StandInRequest): StandInReply | null => {
    const tooSoon = atMs - lastMs < 4_000
    lastMs = atMs
    return !tooSoon && headers['user-agent']?.startsWith('Mozilla/5.0') === true
      ? null
      : { status: 403, headers: { 'content-type': 'text/html' }, body: '<html><title>403</title></html>' }
  }
  const scenario =
    (fault: AnnFault): StandInScenario =>
    (request) => {
      const draft = draftOf(request)
      return refusal(request) ?? fault(draft) ?? annReply(draft)
    }
  return {
    name: 'eastmoney-notices',
    hosts: ['np-anotice-stock.eastmoney.com'],
    answer: (request) => refusal(request) ?? annReply(draftOf(request)),
    scenarios: Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, scenario(fault)])),
  }
}

function draftOf({ query, at }: StandInRequest): AnnDraft {
  const tomorrow = addDays(dateIn(shanghai, at), 1)
  const isOurs = query.get('stock_list') === '600111'
  const rows = noticesBetween(isoDateSchema.parse('2019-01-01'), tomorrow, at).map(
    ({ disclosedOn, uploadedOn, title }) => ({
      art_code: `AN${disclosedOn.replaceAll('-', '')}160000001`,
      title: `北方稀土:${title}`,
      title_ch: title,
      notice_date: `${disclosedOn} 00:00:00`,
      display_time: `${uploadedOn} ${uploadTime}:123`,
      eiTime: `${uploadedOn} ${uploadTime}:000`,
      columns: [{ column_code: '001002007001001', column_name: '其他' }],
      codes: [{ stock_code: '600111', short_name: '北方稀土', market_code: '1' }],
    }),
  )
  return {
    rows: isOurs ? rows : [],
    total: null,
    page: Number(query.get('page_index')),
    pageSize: Number(query.get('page_size')),
  }
}

const annReply = ({ rows, total, page, pageSize }: AnnDraft): StandInReply => ({
  body: {
    data: {
      list: rows.slice((page - 1) * pageSize, page * pageSize),
      page_index: page,
      page_size: pageSize,
      total_hits: total ?? rows.length,
    },
    error: '',
    success: 1,
  },
})

const faults: Readonly<Record<string, AnnFault>> = {
  empty: (draft) => void (draft.rows = []),
  'total-without-rows': (draft) => {
    draft.rows = []
    draft.total = 12
  },
  'filter-ignored': ({ rows }) => void Object.assign(rows[0] ?? {}, { codes: [{ stock_code: '000001' }] }),
  'page-ignored': (draft) => void (draft.page = 1),
  H24: ({ rows }) => void Object.assign(rows[1] ?? {}, { notice_date: 'soon' }),
}
