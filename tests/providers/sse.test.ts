import { describe, expect, test } from 'vitest'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { sse } from '../../jobs/providers/sse.ts'
import { windowsBackTo } from '../../jobs/providers/ninety-day-windows.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { sseRoute } from '../support/stand-in/sse.ts'

const query: FilingQuery = { instrument: seedInstrument('600111.SS'), since: day('2026-11-01') }
const rehearse = async () => rehearseProvider(sse, [sseRoute()], { now: '2026-11-20T22:00:00Z' })
const meet = async (fault: string, times = 1) => (await rehearse()).meet(fault, query, { times })
const firstOf = async (fault: string) => okOf(await meet(fault)).items[0]

describe('asking the Shanghai exchange', () => {
  test('90 days back from Beijing’s today, with the Referer of its page', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask(query))
    expect(r.standIn.log()).toHaveLength(1)
    const [asked] = r.standIn.log()
    expect(asked?.headers['referer']).toBe('https://www.sse.com.cn/disclosure/listedinfo/announcement/')
    expect(Object.fromEntries(asked?.query ?? [])).toMatchObject({
      productId: '600111',
      securityType: '0101,120100,020100,020200,120200',
      reportType: 'ALL',
      // 22:00Z is the next morning in Beijing.
      beginDate: '2026-08-24',
      endDate: '2026-11-21',
      'pageHelp.pageSize': '25',
      'pageHelp.pageNo': '1',
    })
    expect({ rows: items.length > 5, complete }).toEqual({ rows: true, complete: true })
  })

  test('the first run reaches back to 2020 in windows that touch and do not overlap, two seconds apart', async () => {
    const windows = windowsBackTo(day('2020-01-01'), day('2026-11-21'))
    expect(windows).toHaveLength(28)
    expect(windows[0]).toEqual({ from: '2026-08-24', to: '2026-11-21' })
    expect(windows[1]?.to).toBe('2026-08-23')
    expect(windows.at(-1)?.from).toBe('2019-12-29')
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask({ ...query, since: null }))
    expect({ complete, oldest: items.at(-1)?.details['disclosedOn'] }).toEqual({
      complete: true,
      oldest: '2020-01-06',
    })
    const times = r.standIn.log().map(({ atMs }) => atMs)
    expect(times.every((ms, place) => place === 0 || ms - (times[place - 1] ?? 0) >= 2_000)).toBe(true)
  })

  test('a page number that is passed over ends it, incomplete', async () => {
    const { complete } = okOf(await meet('page-ignored', 9))
    expect(complete).toBe(false)
  })
})

describe('a bulletin', () => {
  test('F47: uploaded the evening before its day of disclosure: that moment, that day, both kept', async () => {
    const [newest] = okOf(await (await rehearse()).ask(query)).items
    expect(newest).toEqual({
      sourceId: '/disclosure/listedinfo/announcement/c/new/2026-11-16/600111_20261116_TEST.pdf',
      form: '临时公告',
      category: 'governance',
      title: '北方稀土第八届董事会第四十次会议决议公告',
      titleEn: 'Board resolutions',
      publishedOn: '2026-11-15',
      publishedAt: '2026-11-15T10:02:11.000Z',
      precision: 'instant',
      url: 'https://static.sse.com.cn/disclosure/listedinfo/announcement/c/new/2026-11-16/600111_20261116_TEST.pdf',
      priceSensitive: null,
      details: { disclosedOn: '2026-11-16' },
    })
  })

  test('F47: without the moment of upload, or with that of a migration, the day of disclosure alone', async () => {
    for (const fault of ['F47-no-upload', 'F47-migrated'])
      expect(await firstOf(fault)).toMatchObject({
        publishedOn: '2026-11-16',
        publishedAt: null,
        precision: 'day',
      })
  })

  test('F38: lists of a main document and its attachments lie flat, attachments name the main one', async () => {
    const { items } = okOf(await meet('F38'))
    const path = '/disclosure/listedinfo/announcement/c/new/'
    expect(
      items.map(({ sourceId, titleEn, details }) => [
        sourceId.replace(path, ''),
        titleEn,
        details['attachmentOf'],
      ]),
    ).toEqual([
      ['2026-08-28/600111_20260828_AAAA.pdf', 'Half-year report', undefined],
      [
        '2026-08-28/600111_20260828_BBBB.pdf',
        'Half-year report',
        `${path}2026-08-28/600111_20260828_AAAA.pdf`,
      ],
      [
        '2026-07-10/600111_20260710_CCCC.pdf',
        'Rare-earth concentrate price, related-party supply',
        undefined,
      ],
    ])
  })

  test('F44: the title stays as published but for what could bend a page; full-width digits still match', async () => {
    expect(await firstOf('F44')).toMatchObject({
      title: '北方稀土２０２６年半年度报告\u3000摘要',
      titleEn: 'Half-year report',
      category: 'results',
    })
  })

  test('F48: a correction is a filing of its own and names the title it corrects', async () => {
    expect((await firstOf('F48'))?.details['corrects']).toBe('北方稀土关于2025年年度报告')
  })

  test('F49: rare characters stay; a title without a set phrase has no English', async () => {
    expect(await firstOf('F49')).toMatchObject({
      title: '北方稀土関於𠮷字樣的説明',
      titleEn: null,
      category: 'other',
    })
  })
})

describe('the Shanghai exchange at its worst', () => {
  test('F36: JSONP as text/html is read; a 403 is our fault and broken', async () => {
    expect(okOf(await meet('F36-jsonp')).items.length).toBeGreaterThan(5)
    expect(await meet('F36-refused')).toMatchObject({ kind: 'broken', why: '4xx' })
  })

  test('F37: the JavaScript challenge blocks the source, nobody solves it', async () => {
    expect(await meet('H04-challenge')).toMatchObject({ kind: 'blocked', why: 'challenge' })
  })

  test('F39: nothing in 90 days asks the other query; nothing there either is broken', async () => {
    const r = await rehearse()
    const once = okOf(await r.meet('F39', query))
    expect(once.items.length).toBeGreaterThan(5)
    expect(r.standIn.log().map(({ path }) => path.split('?')[0])).toEqual([
      '/security/stock/queryCompanyBulletin.do',
      '/security/stock/queryCompanyBulletinNew.do',
    ])
    expect(await meet('F39', 2)).toMatchObject({
      kind: 'broken',
      detail: 'no bulletins of 600111 in 90 days',
    })
  })

  test('an error in JSON, a total without rows, another company: broken', async () => {
    expect(await meet('exception-interceptor')).toMatchObject({ kind: 'broken', why: 'schema' })
    expect(await meet('total-without-rows')).toMatchObject({ kind: 'broken', why: 'schema' })
    expect(await meet('filter-ignored')).toMatchObject({ kind: 'broken', why: 'filter-ignored' })
  })

  test('a link to another host is no bulletin of the exchange: kept apart', async () => {
    expect(await meet('foreign-link')).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 0, reason: 'no address' }],
    })
  })

  test('H19: GBK under a UTF-8 header is read all the same', async () => {
    expect((await firstOf('H19'))?.title).toBe('北方稀土第八届董事会第四十次会议决议公告')
  })

  test('H24: one bad row is kept apart with its reason', async () => {
    expect(await meet('H24')).toMatchObject({ kind: 'ok', rejects: [{ index: 1, row: { SSEDATE: 'soon' } }] })
  })
})
