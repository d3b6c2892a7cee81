import { describe, expect, test } from 'vitest'
import { cninfo } from '../../jobs/providers/cninfo.ts'
import { parseNotices } from '../../jobs/providers/cninfo/parse-notices.ts'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { answerOf, recordedAnswer } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { hasSharedData, recordings } from '../support/shared-data.ts'
import { cninfoRoute } from '../support/stand-in/cninfo.ts'

const query: FilingQuery = { instrument: seedInstrument('600111.SS'), since: day('2026-11-01') }
const rehearse = async () => rehearseProvider(cninfo, [cninfoRoute()], { now: '2026-11-20T22:00:00Z' })
/** The search goes well, the list meets the fault. */
const meetList = async (fault: string, times = 1) =>
  (await rehearse()).meet(fault, query, { times: times + 1 })
const firstOf = async (fault: string) => okOf(await meetList(fault)).items[0]

const window = { from: day('2026-08-24'), to: day('2026-11-21') }
const page = (more = {}) => ({ code: '600111', window, page: 1, seen: new Set<string>(), ...more })
const noFurther = () => {
  throw new Error('no further page was due')
}

describe('asking cninfo', () => {
  test('looks the company up, then lists by code and orgId, everything in the body of a form', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask(query))
    const [search, list, ...others] = r.standIn.log()
    expect(others).toEqual([])
    expect(search).toMatchObject({
      method: 'POST',
      path: '/new/information/topSearch/query',
      body: 'keyWord=600111&maxNum=10',
    })
    expect(list).toMatchObject({
      method: 'POST',
      path: '/new/hisAnnouncement/query',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    })
    // Uploads of the evening are disclosed tomorrow: 22:00Z is the 21st in Beijing.
    expect(Object.fromEntries(new URLSearchParams(list?.body))).toMatchObject({
      stock: '600111,gssh0600111',
      column: 'sse',
      pageNum: '1',
      pageSize: '30',
      seDate: '2026-08-25~2026-11-22',
    })
    expect({ rows: items.length > 5, complete }).toEqual({ rows: true, complete: true })
  })

  test('requests are two seconds apart', async () => {
    const r = await rehearse()
    await r.ask({ ...query, since: day('2026-01-01') })
    const times = r.standIn.log().map(({ atMs }) => atMs)
    expect(times.length).toBeGreaterThan(4)
    expect(times.every((ms, place) => place === 0 || ms - (times[place - 1] ?? 0) >= 2_000)).toBe(true)
  })

  test('a code that it does not know', async () => {
    expect(await (await rehearse()).meet('unknown-code', query)).toMatchObject({ kind: 'notFound' })
  })
})

describe('a notice', () => {
  test('F43: a midnight in Beijing is a day and no hour, and not the day before', async () => {
    expect(okOf(await (await rehearse()).ask(query)).items[0]).toEqual({
      sourceId: '1220261116',
      form: 'BULLETIN',
      category: 'governance',
      title: '北方稀土：第八届董事会第四十次会议决议公告',
      titleEn: 'Board resolutions',
      publishedOn: '2026-11-16',
      publishedAt: null,
      precision: 'day',
      url: 'https://static.cninfo.com.cn/finalpage/2026-11-16/1220261116.PDF',
      priceSensitive: null,
      details: { disclosedOn: '2026-11-16' },
    })
  })

  test('F44: the marks of the search go, the title stays as published', async () => {
    expect(await firstOf('F44')).toMatchObject({
      title: '北方稀土：２０２６年半年度报告\u3000摘要(600111)',
      titleEn: 'Half-year report',
    })
  })

  test('F45: a web page or no document at all: the link leads to the site’s page about it', async () => {
    const detail =
      'https://www.cninfo.com.cn/new/disclosure/detail?stockCode=600111&announcementId=1220261116&orgId=gssh0600111&announcementTime=2026-11-16'
    for (const fault of ['F45-html', 'F45-none'])
      expect(await firstOf(fault)).toMatchObject({ url: detail, publishedOn: '2026-11-16' })
  })
})

describe('cninfo at its worst', () => {
  test('F39, F40: nothing in 90 days is broken, nothing in ten is empty', async () => {
    expect(await meetList('F40')).toMatchObject({ kind: 'broken', detail: 'no notices of 600111 in 90 days' })
    const nothing = answerOf('{"totalAnnouncement":0,"hasMore":false,"announcements":null}')
    const tenDays = { from: day('2026-11-12'), to: day('2026-11-21') }
    expect(parseNotices(nothing, page({ window: tenDays }), noFurther)).toEqual({ kind: 'empty' })
    const elevenDays = { from: day('2026-11-11'), to: day('2026-11-21') }
    expect(parseNotices(nothing, page({ window: elevenDays }), noFurther)).toMatchObject({ kind: 'broken' })
  })

  test('F39: an orgId that is not the company’s lists nothing, and nothing is believed', async () => {
    expect(await (await rehearse()).meet('wrong-org', query)).toMatchObject({ kind: 'broken' })
  })

  test('F41: no list, though there are twelve', async () => {
    expect(await meetList('F41')).toMatchObject({ kind: 'broken', detail: 'no rows, though there are 12' })
  })

  test('F42: a last page that comes again and says that there is more: asked once more, and no further', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.meet('F42', query, { times: 9 }))
    expect({ rows: new Set(items.map(({ sourceId }) => sourceId)).size, complete }).toEqual({
      rows: items.length,
      complete: true,
    })
    expect(r.standIn.log()).toHaveLength(3)
  })

  test('another company in the list: the filter was passed over', async () => {
    expect(await meetList('filter-ignored')).toMatchObject({
      kind: 'broken',
      why: 'filter-ignored',
      detail: '000001 in the list',
    })
  })

  test('H24: one bad row is kept apart with its reason', async () => {
    expect(await meetList('H24')).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 1, reason: expect.stringContaining('announcementTime') }],
    })
  })
})

describe.skipIf(!hasSharedData)(
  'recorded answers of cninfo (skipped where ../shared/data is missing)',
  () => {
    const recorded = (part: string) => {
      const found = recordings().find(({ file }) => file.startsWith(`china/cninfo`) && file.includes(part))
      if (found === undefined) throw new Error(`no recording ${part}`)
      return recordedAnswer(found, '2026-05-23T00:00:00Z')
    }

    test('two notices of Ping An Bank, of 23 May 2026 and not the 22nd; there is a page more', () => {
      const asked: number[] = []
      const reading = parseNotices(recorded('000001'), page({ code: '000001' }), (following) => {
        asked.push(following)
        return { key: '', request: { url: '', expect: { format: 'json' } }, read: () => ({ kind: 'empty' }) }
      })
      expect(reading).toMatchObject({
        kind: 'ok',
        complete: true,
        rejects: [],
        items: [
          {
            sourceId: '1225327041',
            publishedOn: '2026-05-23',
            precision: 'day',
            title: '关于召开2025年度股东大会的通知',
            titleEn: 'Shareholders’ meeting',
            url: 'https://static.cninfo.com.cn/finalpage/2026-05-23/1225327041.PDF',
          },
          { sourceId: '1225327040' },
        ],
      })
      expect(asked).toEqual([2])
    })

    test('F40: the legal empty, over 90 days: broken', () => {
      expect(parseNotices(recorded('empty'), page(), noFurther)).toMatchObject({ kind: 'broken' })
    })
  },
)
