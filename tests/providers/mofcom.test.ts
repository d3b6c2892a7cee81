/** No answer of MOFCOM's was recorded: the formats stand on what users of its lists have published. */
import { policyDocumentSchema } from '@oreline/shared/domain/inbox/document.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { mofcomEn } from '../../jobs/providers/mofcom-en.ts'
import { mofcom } from '../../jobs/providers/mofcom.ts'
import { announcementRows } from '../../jobs/providers/mofcom/announcement-rows.ts'
import { parseUnit } from '../../jobs/providers/mofcom/parse-unit.ts'
import { idsOnPage } from '../../jobs/providers/mofcom/query-data.ts'
import { answerOf } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { mofcomEnRoute, mofcomRoute } from '../support/stand-in/mofcom.ts'

const unitSchema = z.object({ data: z.object({ html: z.string() }) })
const now = '2026-11-20T22:00:00Z'
const recent = { since: day('2026-11-01') }
const rehearse = async () => rehearseProvider(mofcom, [mofcomRoute()], { now })
const meet = async (fault: string, times = 1) => (await rehearse()).meet(fault, recent, { times })
const firstOf = async (fault: string) => okOf(await meet(fault)).items[0]
const hash = 'art_0dd87cbee7b045bf93fabe6ab2faceee'

describe('asking MOFCOM', () => {
  test('by the call of its own page, from its own page', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask(recent))
    const [request, ...others] = r.standIn.log()
    expect(others).toEqual([])
    expect(request?.headers['referer']).toBe('https://www.mofcom.gov.cn/zwgk/zcfb/index.html')
    expect(Object.fromEntries(request?.query ?? [])).toEqual({
      parseType: 'bulidstatic',
      webId: '8f43c7ad3afc411fb56f281724b73708',
      tplSetId: '52551ea0e2c14bca8c84792f7aa37ead',
      pageType: 'column',
      tagId: '分页列表',
      editType: 'null',
      pageId: 'fc8bdff48fa345a48b651c1285b70b8f',
      paramJson: '{"pageNo":1,"pageSize":"15"}',
    })
    expect({ rows: items.length, complete }).toEqual({ rows: 15, complete: true })
    for (const item of items) expect(policyDocumentSchema.parse(item)).toEqual(item)
  })

  test('page after page back to the day, five seconds apart, or to the last one', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask({ since: day('2025-06-01') }))
    const times = r.standIn.log().map(({ atMs }) => atMs)
    expect(times.every((ms, place) => place === 0 || ms - (times[place - 1] ?? 0) >= 5_000)).toBe(true)
    expect({ complete, oldest: (items.at(-1)?.publishedOn ?? '') < '2025-06-01' }).toEqual({
      complete: true,
      oldest: true,
    })
    const all = okOf(await r.ask({ since: day('2009-01-01') }))
    expect(all.complete).toBe(true)
    expect(all.items.at(-1)?.publishedOn).toBe('2023-01-05')
  })

  test('where the list does not say how many pages there are: to the page after a short one', async () => {
    const r = await rehearse()
    const outcome = okOf(await r.meet('no-pages-said', { since: day('2009-01-01') }, { times: 30 }))
    expect(outcome.items.at(-1)?.publishedOn).toMatch(/^2023-01/)
    expect(outcome).toMatchObject({ complete: true, warnings: [] })
  })

  test('P03: a page that is the first again ends it, incomplete', async () => {
    const r = await rehearse()
    const outcome = okOf(await r.meet('P23-page-ignored', { since: day('2025-06-01') }, { times: 9 }))
    expect(outcome).toMatchObject({ complete: false, warnings: [{ code: 'P03' }] })
    expect(r.standIn.log()).toHaveLength(2)
  })
})

describe('an announcement of MOFCOM', () => {
  test('joint with the customs, of a day in Beijing, under its number', async () => {
    expect(
      okOf(await (await rehearse()).ask(recent)).items.find(({ title }) => title.includes('海关总署')),
    ).toEqual({
      sourceId: expect.stringMatching(/^art_[0-9a-f]{32}$/),
      type: 'announcement',
      title: expect.stringMatching(
        /^商务部 海关总署公告2026年第\d+号 关于公布对稀土相关物项实施出口管制决定的公告$/,
      ),
      language: 'zh',
      url: expect.stringMatching(
        /^https:\/\/www\.mofcom\.gov\.cn\/zwgk\/zcfb\/art\/2026\/art_[0-9a-f]{32}\.html$/,
      ),
      publishedOn: expect.stringMatching(/^2026-1[01]-\d\d$/),
      publishedAt: null,
      precision: 'day',
      stage: 'published',
      abstract: null,
      excerpt: null,
      issuers: ['商务部', '海关总署'],
      numbers: [{ scheme: 'mofcom', number: expect.stringMatching(/^2026-\d+$/) }],
      signedOn: null,
      effectiveOn: null,
      commentsCloseOn: null,
      correctionOf: null,
    })
  })

  test('P24: without a number it is stored without one; full-width digits are digits', async () => {
    expect(await firstOf('P24')).toMatchObject({ numbers: [], issuers: ['商务部', '海关总署'] })
    expect(await firstOf('P24-wide')).toMatchObject({ numbers: [{ scheme: 'mofcom', number: '2026-71' }] })
  })

  test('P26: a suspension is one more announcement, and changes nothing by itself', async () => {
    expect(await firstOf('P26')).toMatchObject({
      title: '商务部公告2026年第70号 关于暂停实施商务部公告2025年第55号等公告的公告',
      numbers: [{ scheme: 'mofcom', number: '2026-70' }],
    })
  })

  test('a link of another scheme is passed over', async () => {
    const { items } = okOf(await meet('other-schemes'))
    expect(items.some(({ title }) => title.includes('第72号'))).toBe(false)
    const links = [
      'ftp://www.mofcom.gov.cn',
      'https://www.mofcom.gov.cn.example.net',
      'https://a:b@www.mofcom.gov.cn',
    ]
    for (const host of links)
      expect(
        announcementRows(`<li><a href="${host}/${hash}.html">公告</a></li>`, 'https://www.mofcom.gov.cn/')
          .rows,
      ).toEqual([])
  })

  test('its day stands beside the link, however deep, and never in the title or beside another link', () => {
    const rows = (html: string) => announcementRows(html, 'https://www.mofcom.gov.cn/').rows
    const link = `<a href="/${hash}.html" title="关于2024年1月1日生效的公告">…</a>`
    for (const beside of [
      '<span>[2026-07-24]</span>',
      '<em>2026/7/24</em>',
      ' 2026年7月24日',
      '<b>July 24, 2026</b>',
    ])
      expect(rows(`<ul><li><div>${link}</div>${beside}</li></ul>`)[0]?.publishedOn).toBe('2026-07-24')
    expect(
      rows(`<ul><li>${link}</li><li><a href="/">x</a><span>[2026-07-24]</span></li></ul>`)[0]?.publishedOn,
    ).toBeNull()
    expect(rows(`<ul><li>${link}<span>[2026-13-45]</span></li></ul>`)[0]?.publishedOn).toBeNull()
  })
})

describe('MOFCOM at its worst', () => {
  test('P23: a failure it tells of, and a list of nothing, are broken, after a look at the page’s own ids', async () => {
    const r = await rehearse()
    expect(await r.meet('P23', recent)).toMatchObject({
      kind: 'broken',
      why: 'schema',
      detail: 'the site says it failed: 系统繁忙',
    })
    expect(r.standIn.log().map(({ path }) => path.split(/[?]/)[0])).toEqual([
      '/api-gateway/jpaas-publish-server/front/page/build/unit',
      '/zwgk/zcfb/index.html',
    ])
    expect(await r.meet('P23-none', recent)).toMatchObject({
      kind: 'broken',
      detail: 'a list without announcements',
    })
  })

  test('P23: ids that have changed are found on the page', async () => {
    const r = await rehearse()
    const outcome = okOf(await r.meet('P23-ids', recent, { times: 3 }))
    expect(outcome).toMatchObject({ complete: true, warnings: [{ code: 'P23' }] })
    expect(outcome.items).toHaveLength(15)
    expect(r.standIn.log()).toHaveLength(3)
  })

  test('P23: the ids of the list with pages, whatever quotes are used; none where there is no such script', () => {
    const script = (data: string) => `<script queryData="${data}"></script>`
    const data = (tag: string) =>
      `{'webId':'a','tplSetId':'b','pageId':'${tag === '分页列表' ? 'list' : 'other'}','tagId':'${tag}'}`
    expect(idsOnPage(script(data('导航')) + script(data('分页列表')))?.pageId).toBe('list')
    expect(idsOnPage(script(data('分页列表').replaceAll("'", '&quot;')))?.pageId).toBe('list')
    expect(idsOnPage(`${script('{}')}<script>var queryData = {}</script>`)).toBeNull()
  })

  test('any text in the place of a part of the list: every announcement is one, or it is refused', async () => {
    const r = await rehearse()
    await r.ask(recent)
    const { data } = unitSchema.parse(JSON.parse(Buffer.from(r.payloads.kept()[0]?.body ?? []).toString()))
    const at = { page: 1, since: recent.since, firstIds: new Set<string>(), isWhole: true }
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('"', '>', '<a>', '</li>', '[9999-99-99]'),
    )
    let accepted = 0
    fc.assert(
      fc.property(fc.nat(data.html.length), fc.nat(60), text, (from, length, put) => {
        const html = data.html.slice(0, from) + put + data.html.slice(from + length)
        const body = JSON.stringify({ success: true, data: { html } })
        const reading = parseUnit(answerOf(body), at, () => expect.fail('no other page is due'))
        if (reading.kind !== 'ok') return
        accepted += 1
        for (const item of reading.items) expect(policyDocumentSchema.parse(item)).toEqual(item)
      }),
      { numRuns: 100 },
    )
    expect(accepted).toBeGreaterThan(20)
  })

  test('H04, H12: a script instead of the list, or a shut door: blocked', async () => {
    expect(await meet('H04-challenge')).toMatchObject({ kind: 'blocked', why: 'challenge' })
    expect(await meet('H12-403')).toMatchObject({ kind: 'blocked' })
  })

  test('H19: GBK under a header that says UTF-8', async () => {
    expect(await firstOf('H19')).toMatchObject({ title: expect.stringContaining('商务部') })
  })

  test('H24: one without a day is kept apart', async () => {
    expect(okOf(await meet('H24'))).toMatchObject({ rejects: [{ index: 1, reason: 'no day beside it' }] })
  })
})

describe('MOFCOM in English', () => {
  const inEnglish = async () => rehearseProvider(mofcomEn, [mofcomEnRoute()], { now })

  test('P25: an announcement under the number of the Chinese one', async () => {
    const { items } = okOf(await (await inEnglish()).ask(recent))
    expect(items[0]).toMatchObject({
      language: 'en',
      title: expect.stringMatching(/^Announcement No\. \d+ of 2026 of the Ministry of Commerce/),
      url: expect.stringMatching(
        /^https:\/\/english\.mofcom\.gov\.cn\/Policies\/AnnouncementsOrders\/art\/2026\/art_/,
      ),
      numbers: [{ scheme: 'mofcom', number: expect.stringMatching(/^2026-\d+$/) }],
      precision: 'day',
    })
    for (const item of items) expect(policyDocumentSchema.parse(item)).toEqual(item)
  })

  test('P23, P25: a page without days is read, a page without announcements is not', async () => {
    const r = await inEnglish()
    expect(okOf(await r.meet('no-days', recent)).items[0]).toMatchObject({
      publishedOn: null,
      precision: 'unknown',
    })
    expect(await r.meet('P23-none', recent)).toMatchObject({
      kind: 'broken',
      detail: 'a page without announcements',
    })
  })
})
