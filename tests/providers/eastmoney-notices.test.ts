import { describe, expect, test } from 'vitest'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { eastmoneyNotices } from '../../jobs/providers/eastmoney-notices.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { eastmoneyNoticesRoute } from '../support/stand-in/eastmoney-notices.ts'

const query: FilingQuery = { instrument: seedInstrument('600111.SS'), since: day('2026-11-01') }
const rehearse = async () =>
  rehearseProvider(eastmoneyNotices, [eastmoneyNoticesRoute()], { now: '2026-11-20T22:00:00Z' })
const meet = async (fault: string, times = 1) => (await rehearse()).meet(fault, query, { times })

describe('asking Eastmoney for notices', () => {
  test('pages back to the day wanted, five seconds apart', async () => {
    const r = await rehearse()
    expect(okOf(await r.ask(query)).complete).toBe(true)
    expect(r.standIn.log()).toMatchObject([
      { path: expect.stringContaining('page_index=1&ann_type=A&client_source=web&stock_list=600111') },
    ])
    const all = okOf(await r.ask({ ...query, since: day('2023-01-01') }))
    expect({
      complete: all.complete,
      reaches: (all.items.at(-1)?.publishedOn ?? '9') < '2023-01-01',
    }).toEqual({
      complete: true,
      reaches: true,
    })
    const times = r.standIn.log().map(({ atMs }) => atMs)
    expect(times.length).toBeGreaterThan(3)
    expect(times.every((ms, place) => place === 0 || ms - (times[place - 1] ?? 0) >= 5_000)).toBe(true)
  })

  test('a notice is of its day of disclosure; when Eastmoney showed it is no moment of publication', async () => {
    expect(okOf(await (await rehearse()).ask(query)).items[0]).toEqual({
      sourceId: 'AN20261116160000001',
      form: '其他',
      category: 'governance',
      title: '北方稀土:北方稀土第八届董事会第四十次会议决议公告',
      titleEn: 'Board resolutions',
      publishedOn: '2026-11-16',
      publishedAt: null,
      precision: 'day',
      url: 'https://data.eastmoney.com/notices/detail/600111/AN20261116160000001.html',
      priceSensitive: null,
      details: { disclosedOn: '2026-11-16' },
    })
  })

  test('a page number that is passed over: the same rows again end it, incomplete', async () => {
    const r = await rehearse()
    const { complete } = okOf(
      await r.meet('page-ignored', { ...query, since: day('2020-01-01') }, { times: 9 }),
    )
    expect([complete, r.standIn.log().length]).toEqual([false, 2])
  })

  test('nothing at all, a total without rows, another company: broken', async () => {
    expect(await meet('empty')).toMatchObject({ kind: 'broken', why: 'schema' })
    expect(await meet('total-without-rows')).toMatchObject({
      kind: 'broken',
      detail: 'no rows, though there are 12',
    })
    expect(await meet('filter-ignored')).toMatchObject({ kind: 'broken', why: 'filter-ignored' })
  })

  test('H24: one bad row is kept apart with its reason', async () => {
    expect(await meet('H24')).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 1, reason: expect.stringContaining('notice_date') }],
    })
  })
})
