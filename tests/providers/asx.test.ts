import { describe, expect, test } from 'vitest'
import { asx } from '../../jobs/providers/asx.ts'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { asxRoute } from '../support/stand-in/asx.ts'

const now = '2026-11-20T05:00:00Z'
const query: FilingQuery = { instrument: seedInstrument('LYC.AX'), since: day('2026-11-01') }
const rehearse = async () => rehearseProvider(asx, [asxRoute()], { now })
/** The search goes well, the list meets the fault. */
const meetList = async (fault: string) => {
  const r = await rehearse()
  r.standIn.scenario('asx', 'H22')
  return r.meet(fault, query)
}

describe('asking the ASX', () => {
  test('looks the company up by code, then lists by its entity number, as the exchange’s own page does', async () => {
    const r = await rehearse()
    await r.ask(query)
    expect(r.standIn.log()).toMatchObject([
      { path: '/asx-research/1.0/search/predictive?searchText=LYC' },
      {
        path: '/asx-research/1.0/markets/announcements?page=0&itemsPerPage=25&entityXids=91234&summaryCountsDate=2026-11-20&includeFacets=false',
        headers: {
          accept: 'application/json',
          origin: 'https://www.asx.com.au',
          referer: 'https://www.asx.com.au/',
        },
      },
    ])
  })

  test('the first run reads every page of a hundred, a poll only back to its day', async () => {
    const r = await rehearse()
    const all = okOf(await r.ask({ ...query, since: null }))
    expect({ rows: all.items.length, complete: all.complete }).toEqual({ rows: 132, complete: true })
    expect(all.items.at(-1)?.publishedOn).toBe('2015-01-22')
    expect(r.standIn.log().filter(({ path }) => path.includes('itemsPerPage=100'))).toHaveLength(2)
    expect(okOf(await r.ask(query)).items).toHaveLength(25)
  })

  test('a page number that is passed over: the same rows again end it, incomplete', async () => {
    const r = await rehearse()
    r.standIn.scenario('asx', 'H22')
    const { items, complete } = okOf(
      await r.meet('page-ignored', { ...query, since: day('2016-01-01') }, { times: 9 }),
    )
    expect({ rows: items.length, complete }).toEqual({ rows: 100, complete: false })
    expect(r.standIn.log()).toHaveLength(3)
  })

  test('requests are a second apart', async () => {
    const r = await rehearse()
    await r.ask({ ...query, since: null })
    const times = r.standIn.log().map(({ atMs }) => atMs)
    expect(times.every((ms, place) => place === 0 || ms - (times[place - 1] ?? 0) >= 1_000)).toBe(true)
  })
})

describe('an announcement', () => {
  test('its moment is UTC, its day Sydney’s; its link opens the exchange’s copy', async () => {
    const [newest] = okOf(await (await rehearse()).ask(query)).items
    expect(newest).toMatchObject({
      sourceId: '2924-02026200-2A1202610',
      form: 'NOTICE OF MEETING',
      category: 'governance',
      title: 'Results of Annual General Meeting',
      titleEn: null,
      publishedOn: '2026-11-18',
      publishedAt: '2026-11-17T21:30:00.000Z',
      precision: 'instant',
      url: 'https://cdn-api.markitdigital.com/apiman-gateway/ASX/asx-research/1.0/file/2924-02026200-2A1202610',
      priceSensitive: false,
    })
  })

  test('halts and reinstatements have a category of their own, which the badge reads', async () => {
    const { items } = okOf(await (await rehearse()).ask(query))
    const halts = items.filter(({ category }) => category === 'trading-halt')
    expect(halts.slice(0, 2).map(({ title, publishedOn }) => [publishedOn, title])).toEqual([
      ['2026-09-01', 'Reinstatement to Official Quotation'],
      ['2026-08-28', 'Trading Halt'],
    ])
  })

  test('F28: without a document key it is known by moment and headline, with no link; the key comes later', async () => {
    const [keyless] = okOf(await meetList('F28')).items
    const [keyed] = okOf(await (await rehearse()).ask(query)).items
    expect(keyless).toMatchObject({ url: null, sourceId: expect.stringMatching(/^nokey-[0-9a-f]{32}$/) })
    expect(keyed?.details['keylessId']).toBe(keyless?.sourceId)
    expect(keyed?.url).not.toBeNull()
  })

  test('F32: the price-sensitive mark set later is told', async () => {
    const before = okOf(await (await rehearse()).ask(query)).items[0]
    const after = okOf(await meetList('F32')).items[0]
    expect([before?.priceSensitive, after?.priceSensitive]).toEqual([false, true])
    expect(after?.sourceId).toBe(before?.sourceId)
  })

  test('F33: a replacement with the same title is a second announcement', async () => {
    const { items } = okOf(await meetList('F33'))
    expect(items.slice(0, 2).map(({ sourceId }) => sourceId)).toEqual([
      'replacement-1',
      '2924-02026200-2A1202610',
    ])
  })

  test('F34: an offset without a colon, and the doubled hour of 5 April 2026 read as the earlier', async () => {
    expect(okOf(await meetList('F34-offset')).items[0]?.publishedAt).toBe('2026-11-17T21:30:00.000Z')
    expect(okOf(await meetList('F34-fold')).items[0]?.publishedAt).toBe('2026-04-04T15:30:00.000Z')
  })
})

describe('the ASX at its worst', () => {
  test('F29: unknown to the search, the company’s own list gives its newest five, incomplete', async () => {
    const { items, complete, warnings } = okOf(await (await rehearse()).meet('F29-unknown-to-search', query))
    expect({ rows: items.length, complete }).toEqual({ rows: 5, complete: false })
    expect(warnings).toContainEqual({
      code: 'F29',
      count: 5,
      detail: 'the newest five alone; more may have come',
    })
  })

  test('F30: another company in the list means that the filter was ignored: nothing is stored', async () => {
    expect(await meetList('F30')).toMatchObject({
      kind: 'broken',
      why: 'filter-ignored',
      detail: 'BHP in the list',
    })
  })

  test('a count of 0 is empty, a count without items is broken', async () => {
    expect(await meetList('empty')).toMatchObject({ kind: 'empty' })
    expect(await meetList('count-without-items')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('H04: the wall in front of it is a challenge, not a list', async () => {
    expect(await (await rehearse()).meet('wall', query)).toMatchObject({ kind: 'blocked', why: 'challenge' })
  })

  test('H24, H25: one bad row is kept apart, ten break the answer, a new field is told', async () => {
    expect(await meetList('H24')).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 1, row: { date: 'yesterday' } }],
    })
    expect(await meetList('H24-many')).toMatchObject({ kind: 'broken', why: 'schema' })
    expect(okOf(await meetList('H25')).warnings).toEqual([{ code: 'H25', detail: 'new field sentiment' }])
  })
})
