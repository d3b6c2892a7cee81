/**
 * www.mofcom.gov.cn: a page whose list a script fetches as JSON with HTML inside. Only the page's own Referer and ids get
 * it; other ids get `success: false`. Fifteen announcements to a page, four a month.
 */
import { addDays, dateIn, weekdaysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { createHash } from 'node:crypto'
import { day } from '../brands.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'

type Announcement = { readonly href: string; readonly title: string; readonly day: string }
/** A page before it is written; `said`: the number of all and of the page, null: it says neither. */
type ListDraft = { rows: Announcement[]; page: number; said: boolean }
type ListFault = (draft: ListDraft) => StandInReply | void

const beijing = timeZoneSchema.parse('Asia/Shanghai')
const begins = day('2023-01-02')
const rowsOfPage = 15

type Ids = { readonly webId: string; readonly tplSetId: string; readonly pageId: string }
const usualIds: Ids = {
  webId: '8f43c7ad3afc411fb56f281724b73708',
  tplSetId: '52551ea0e2c14bca8c84792f7aa37ead',
  pageId: 'fc8bdff48fa345a48b651c1285b70b8f',
}
const newIds: Ids = { ...usualIds, pageId: '0123456789abcdef0123456789abcdef' }

const articleHref = (title: string, year: string): string =>
  `/zwgk/zcfb/art/${year}/art_${createHash('md5').update(title).digest('hex')}.html`

const titles = [
  '关于公布对稀土相关物项实施出口管制决定的公告',
  '关于对原产于日本的进口产品反倾销调查期终复审裁定的公告',
  '公布2026年度两用物项出口许可证管理目录',
] as const

/** Those of that moment, newest first; numbers count up within a year. */
function announcements(now: Instant): Announcement[] {
  let number = 0
  return weekdaysBetween(begins, dateIn(beijing, now))
    .filter((date) => ['05', '12', '19', '26'].includes(date.slice(8)))
    .map((date, place, all) => {
      const year = date.slice(0, 4)
      number = all[place - 1]?.slice(0, 4) === year ? number + 1 : 1
      const offices = place % 3 === 0 ? '商务部 海关总署' : '商务部'
      const title = `${offices}公告${year}年第${number}号 ${titles[place % 3] ?? titles[0]}`
      return { title, day: date, href: articleHref(title, year) }
    })
    .toReversed()
}

export function mofcomRoute(): StandInRoute {
  const listing =
    (fault: ListFault): StandInScenario =>
    (request, usual) => {
      const draft = draftOf(request, usualIds)
      return draft === null ? usual() : (fault(draft) ?? written(draft))
    }
  return {
    name: 'mofcom',
    hosts: ['www.mofcom.gov.cn'],
    answer: (request) => reply(request, usualIds),
    scenarios: {
      ...Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, listing(fault)])),
      'P23-ids': (request) => reply(request, newIds),
    },
  }
}

function reply(request: StandInRequest, ids: Ids): StandInReply {
  if (request.headers['referer']?.startsWith('https://www.mofcom.gov.cn/') !== true)
    return { status: 403, headers: { 'content-type': 'text/html' }, body: '<html><title>403</title></html>' }
  if (request.path.startsWith('/zwgk/zcfb/index.html')) return pageOf(ids)
  const draft = draftOf(request, ids)
  return draft === null
    ? { body: { success: false, message: '参数错误', code: '500', data: null } }
    : written(draft)
}

function draftOf({ path, query, at }: StandInRequest, ids: Ids): ListDraft | null {
  const isOurs =
    path.startsWith('/api-gateway/jpaas-publish-server/front/page/build/unit') &&
    query.get('parseType') === 'bulidstatic' &&
    query.get('tagId') === '分页列表' &&
    Object.entries(ids).every(([name, id]) => query.get(name) === id)
  if (!isOurs) return null
  const asked: unknown = JSON.parse(query.get('paramJson') ?? '{}')
  const page = typeof asked === 'object' && asked !== null && 'pageNo' in asked ? Number(asked.pageNo) : 1
  return { rows: announcements(at), page, said: true }
}

const pageOf = (ids: Ids): StandInReply => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>政策发布</title></head><body><script src="/a.js"></script>
<script id="cb38" src="/cms_files/default/script/AuthorizedRead/unitbuild.js" url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="{'parseType':'bulidstatic','webId':'${ids.webId}','tplSetId':'${ids.tplSetId}','pageType':'column','tagId':'分页列表','editType':'null','pageId':'${ids.pageId}'}"></script></body></html>`,
})

function written({ rows, page, said }: ListDraft): StandInReply {
  const shown = rows.slice((page - 1) * rowsOfPage, page * rowsOfPage)
  const list = shown
    .map(
      ({ href, title, day: date }) =>
        `<li><a href="${href}" title="${title}" target="_blank">${title.slice(0, 30)}…</a><span>[${date}]</span></li>`,
    )
    .join('')
  const pages = said ? `<div class="pagination" rows="15" count="${rows.length}" pageNo="${page}"></div>` : ''
  const html = `<div id="分页列表"><div class="page-content"><ul class="txtList_01">${list}</ul></div>${pages}</div>`
  return { body: { success: true, message: '操作成功', code: '200', data: { html }, traceId: 'a' } }
}

const added = (draft: ListDraft, title: string, href = articleHref(title, '2026')): void => {
  const [newest] = draft.rows
  if (newest !== undefined) draft.rows.unshift({ title, href, day: newest.day })
}

const faults: Readonly<Record<string, ListFault>> = {
  P23: () => ({ body: { success: false, message: '系统繁忙', code: '500', data: null } }),
  'P23-none': () => ({
    body: { success: true, code: '200', data: { html: '<div id="分页列表"><ul></ul></div>' } },
  }),
  'P23-page-ignored': (draft) => void (draft.page = 1),
  'no-pages-said': (draft) => {
    draft.said = false
    // The last page is a short one.
    draft.rows.splice(draft.rows.length - (draft.rows.length % rowsOfPage === 0 ? 1 : 0))
  },
  P24: (draft) => added(draft, '商务部 海关总署公告 公布对超硬材料相关物项实施出口管制的决定'),
  'P24-wide': (draft) =>
    added(draft, '商务部　海关总署公告２０２６年第７１号　公布对钆、铽等物项实施出口管制的决定'),
  P26: (draft) => added(draft, '商务部公告2026年第70号 关于暂停实施商务部公告2025年第55号等公告的公告'),
  'other-schemes': (draft) =>
    added(
      draft,
      '商务部公告2026年第72号',
      "javascript:location='/art_0123456789abcdef0123456789abcdef.html'",
    ),
  H24: ({ rows }) => void (rows[1] = { ...(rows[1] ?? { href: '', title: '' }), day: '近日' }),
}

/** The English page: some of them, a week later. */
export function mofcomEnRoute(): StandInRoute {
  const english = (now: Instant): string => {
    const rows = announcements(now)
      .filter(
        ({ title, day: date }) => title.includes('海关总署') && date <= addDays(dateIn(beijing, now), -7),
      )
      .slice(0, 10)
      .map(({ title, day: date }) => {
        const [, year = '', number = ''] = /公告(\d{4})年第(\d+)号/.exec(title) ?? []
        const hash = createHash('md5').update(`en ${title}`).digest('hex')
        return `<li><a href="./art/${year}/art_${hash}.html" title="Announcement No. ${number} of ${year} of the Ministry of Commerce and the General Administration of Customs">Announcement No. ${number}</a><span>${date}</span></li>`
      })
    return `<!DOCTYPE html><html><head><title>Announcements</title></head><body><nav><a href="/index.html">Home</a></nav><ul>${rows.join('')}</ul></body></html>`
  }
  const page = (body: string): StandInReply => ({ headers: { 'content-type': 'text/html' }, body })
  return {
    name: 'mofcom-en',
    hosts: ['english.mofcom.gov.cn'],
    answer: ({ at }) => page(english(at)),
    scenarios: {
      'P23-none': () => page('<!DOCTYPE html><html><body><ul></ul></body></html>'),
      'no-days': ({ at }) => page(english(at).replaceAll(/<span>[^<]*<\/span>/g, '')),
    },
  }
}
