/**
 * Second sources of filings (providers.md 3.1 to 3.3, 9.3): when they are asked, what of their odd answers is stored,
 * told and shown, by the real jobs on a real store.
 */
import { getFilings, type FilingRow } from '@oreline/shared/api/filings.ts'
import { turnSource } from '@oreline/server/db/source-records.ts'
import { describe, expect } from 'vitest'
import { read } from '../support/app.ts'
import { keptAt, test, type KeptStore } from '../support/kept-store.ts'

const hourMs = 3_600_000
const shanghai = '600111.SS'
const sydney = 'LYC.AX'

const filingsOf = async ({ app }: KeptStore, ticker: string, more = '') =>
  (await read(app, getFilings, `/api/v1/filings?tickers=${ticker}${more}`)).data
const freshOf = async (kept: KeptStore, ticker: string) =>
  (await filingsOf(kept, ticker)).filter(({ first_seen_at: seen }) => seen > keptAt)

/** The newest filing of a ticker has not been published yet, as far as any source of the store knows. */
async function forgetNewest({ store, time }: KeptStore, ticker: string): Promise<void> {
  await store.sql`update raw_payloads set rows_stored_at = null`
  await store.sql`
    delete from filings where (source, source_id) in (
      select distinct on (source) source, source_id from filings join instruments on id = instrument_id
      where ticker = ${ticker} order by source, published_on desc)`
  time.advance(60_000)
}

const askedBy = (run: { readonly sources: readonly { source: string; kind: string }[] }) =>
  run.sources.map(({ source, kind }) => `${source} ${kind}`)

const warned = ({ log }: KeptStore, source: string) =>
  log
    .lines()
    .filter((line) => line.msg === 'source.state' && line['source'] === source)
    .map(({ level, ...line }) => [level, line['why']])

describe('sources behind the Shanghai exchange', () => {
  test('F37, F46: the exchange blocked, cninfo lists the newest; it is the same item when the exchange is back', async ({
    kept,
  }) => {
    await forgetNewest(kept, shanghai)
    kept.standIn.scenario('sse', 'H04-challenge', 9)
    const run = await kept.run('filings-sse')
    expect(askedBy(run)).toEqual(['sse blocked', 'cninfo ok'])
    const [first, ...others] = await freshOf(kept, shanghai)
    expect(others).toEqual([])
    const item = {
      id: 'cninfo:1220261116',
      title_en: 'Board resolutions',
      first_seen_at: first?.first_seen_at,
    }
    expect(first).toMatchObject({
      ...item,
      source: 'cninfo',
      sources: ['cninfo'],
      published_on: '2026-11-16',
      published_at: null,
    })
    expect(await kept.scopeRow('sse', shanghai)).toMatchObject({ state: 'blocked', why: 'challenge' })
    expect(await kept.scopeRow('cninfo', shanghai)).toMatchObject({ state: 'fresh' })

    kept.standIn.clearScenarios()
    kept.time.advance(hourMs)
    const pinned = kept.time.clock()
    expect(askedBy(await kept.run('filings-sse'))).toEqual(['sse ok'])
    const back = (await filingsOf(kept, shanghai)).filter(({ id }) => id === item.id)
    expect(back).toMatchObject([
      { ...item, source: 'sse', sources: ['sse', 'cninfo'], published_at: '2026-11-15T10:02:11.000Z' },
    ])
    expect(await filingsOf(kept, shanghai, `&as_of=${pinned}`)).toContainEqual(first)
  })

  test('F39, F40, F41: nothing from the exchange, nothing believed of cninfo: Eastmoney', async ({
    kept,
  }) => {
    for (const [fault, detail] of [
      ['F40', 'no notices of 600111 in 90 days'],
      ['F41', 'no rows, though there are 12'],
    ] as const) {
      const before = await kept.dataRows()
      kept.standIn.scenario('sse', 'F39', 20)
      kept.standIn.scenario('cninfo', fault, 20)
      const run = await kept.run('filings-sse')
      expect(askedBy(run).slice(0, 2)).toEqual(['sse broken', 'cninfo broken'])
      expect(run.sources[2]).toMatchObject({ source: 'eastmoney-notices', rows_written: 0 })
      expect(await kept.dataRows()).toEqual(before)
      expect(await kept.scopeRow('cninfo', shanghai)).toMatchObject({
        state: 'broken',
        why: 'schema',
        detail,
      })
      kept.standIn.clearScenarios()
      kept.time.advance(hourMs)
    }
    expect(warned(kept, 'cninfo')).toEqual([[40, 'schema']])
    expect((await filingsOf(kept, shanghai))[0]?.sources).toEqual(['sse', 'cninfo', 'eastmoney-notices'])
  })

  test('are asked once a day, and when the list is incomplete or the exchange switched off', async ({
    kept,
  }) => {
    expect(askedBy(await kept.run('filings-sse')).map((each) => each.split(' ')[0])).toEqual(['sse'])
    kept.time.advance(20 * hourMs)
    const daily = ['sse', 'cninfo', 'eastmoney-notices']
    expect((await kept.run('filings-sse')).sources.map(({ source }) => source)).toEqual(daily)
    kept.time.advance(hourMs)
    kept.standIn.scenario('sse', 'page-ignored', 9)
    expect((await kept.run('filings-sse')).sources.map(({ source }) => source)).toEqual(['sse', 'cninfo'])
    kept.standIn.clearScenarios()
    kept.time.advance(20 * hourMs)
    const turn = async (source: string, enabled: boolean) =>
      turnSource(kept.db, { source, enabled, now: kept.time.clock() })
    await turn('cninfo', false)
    expect(await kept.run('filings-sse')).toMatchObject({
      outcome: 'ok',
      sources: [{ source: 'sse' }, { source: 'eastmoney-notices' }],
    })
    await turn('sse', false)
    await turn('cninfo', true)
    kept.time.advance(hourMs)
    expect(askedBy(await kept.run('filings-sse'))).toEqual(['sse blocked', 'cninfo ok'])
    // The exchange's own page is under the terms of its API, and off with it.
    await turn('asx', false)
    const asked = kept.standIn.log().length
    expect(askedBy(await kept.run('filings-asx'))).toEqual(['asx blocked'])
    expect(kept.standIn.log()).toHaveLength(asked)
  })

  const detail = (id: string) =>
    `https://www.cninfo.com.cn/new/disclosure/detail?stockCode=600111&announcementId=${id}&orgId=gssh0600111&announcementTime=2026-11-16`
  const odd: readonly (readonly [title: string, fault: string, shows: Partial<FilingRow>])[] = [
    ['F42: a last page that comes again', 'F42', {}],
    ['F43: a midnight in Beijing is a day', 'H22', { published_at: null, precision: 'day' }],
    [
      'F44: marks, full-width digits, a code behind',
      'F44',
      { title: '北方稀土：２０２６年半年度报告\u3000摘要(600111)', title_en: 'Half-year report' },
    ],
    ['F45: a document that is a web page', 'F45-html', { url: detail('1220261116') }],
    ['F45: no document', 'F45-none', { url: detail('1220261116') }],
  ]
  for (const [title, fault, shows] of odd)
    test(title, async ({ kept }) => {
      await forgetNewest(kept, shanghai)
      kept.standIn.scenario('sse', 'H04', 9)
      kept.standIn.scenario('cninfo', fault, 9)
      expect(askedBy(await kept.run('filings-sse'))).toEqual(['sse broken', 'cninfo ok'])
      expect(await freshOf(kept, shanghai)).toMatchObject([
        { id: 'cninfo:1220261116', published_on: '2026-11-16', ...shows },
      ])
      expect(await kept.scopeRow('cninfo', shanghai)).toMatchObject({ state: 'fresh', warnings: [] })
      expect(warned(kept, 'cninfo')).toEqual([])
    })
})

describe('the ASX’s page behind its API', () => {
  test('lists the newest when the API fails, as the same item, with the mark; F34: the earlier of a doubled hour', async ({
    kept,
  }) => {
    await forgetNewest(kept, sydney)
    kept.standIn.scenario('asx', 'wall', 9)
    kept.standIn.scenario('asx-html', 'F34-fold')
    expect(askedBy(await kept.run('filings-asx'))).toEqual(['asx blocked', 'asx-html ok'])
    expect(await freshOf(kept, sydney)).toMatchObject([
      {
        id: 'asx-html:002026200',
        published_on: '2026-04-05',
        published_at: '2026-04-04T15:30:00.000Z',
        precision: 'minute',
        price_sensitive: false,
      },
    ])
    kept.standIn.clearScenarios()
    kept.time.advance(hourMs)
    await kept.run('filings-asx')
    const newest = (await filingsOf(kept, sydney)).slice(0, 2)
    expect(newest.map(({ title, sources }) => [title, sources])).toEqual([
      ['Results of Annual General Meeting', ['asx']],
      ['Quarterly Activities Report', ['asx', 'asx-html']],
    ])
  })
})

describe('EDGAR’s feed before the submissions', () => {
  test('writes a filing at once with its exact moment; the submissions make it whole, and it is no second one', async ({
    kept,
  }) => {
    kept.time.advance(60_000)
    kept.standIn.scenario('sec', 'fresh-in-feed', 2)
    expect(await kept.run('filings-sec-feed')).toMatchObject({ outcome: 'ok' })
    const [first, ...others] = await freshOf(kept, 'MP')
    expect(others).toEqual([])
    expect(first).toMatchObject({
      id: 'sec:0001801368-26-009999',
      source: 'sec',
      sources: ['sec'],
      title: 'Current report: Material agreement',
      published_at: '2026-11-20T22:28:00.000Z',
      precision: 'instant',
    })
    expect(await kept.scopeRow('sec-feed', 'MP')).toMatchObject({ state: 'fresh', newest_item: '2026-11-20' })

    kept.time.advance(600_000)
    kept.standIn.clearScenarios()
    kept.standIn.scenario('sec', 'fresh', 2)
    await kept.run('filings-sec')
    expect(await freshOf(kept, 'MP')).toEqual([first])
    const revisions = await kept.db.query.filings.findMany({
      where: (row, { eq }) => eq(row.sourceId, '0001801368-26-009999'),
      orderBy: (row, { asc }) => asc(row.revision),
    })
    expect(revisions.at(-1)).toMatchObject({
      details: { reportDate: '2026-11-20', accepted: expect.stringContaining('-05:00') },
    })
    // The feed again, without it, and with it: the record has the last word.
    kept.standIn.clearScenarios()
    expect(await kept.run('filings-sec-feed')).toMatchObject({ rowsWritten: 0 })
  })

  test('F25, F26: odd entries are stored under the form that their category names', async ({ kept }) => {
    await forgetNewest(kept, 'MP')
    kept.standIn.scenario('sec', 'F25', 1)
    await kept.run('filings-sec-feed')
    expect(await freshOf(kept, 'MP')).toMatchObject([{ form: '4', published_on: '2026-11-16' }])
    await forgetNewest(kept, 'MP')
    kept.standIn.scenario('sec', 'F26', 1)
    await kept.run('filings-sec-feed')
    expect(await freshOf(kept, 'MP')).toMatchObject([{ form: '424B2', title: 'Prospectus' }])
    expect(warned(kept, 'sec-feed')).toEqual([])
  })

  test('F01: is not asked with a contact that the SEC has refused', async ({ kept }) => {
    const schedule = { trigger: 'schedule' } as const
    kept.standIn.scenario('sec', 'F01', 1)
    await kept.run('filings-sec', schedule)
    kept.time.advance(60_000)
    expect(askedBy(await kept.run('filings-sec-feed', schedule))).toEqual([
      'sec-feed blocked',
      'sec-feed blocked',
    ])
    expect(kept.standIn.log()).toHaveLength(1)
  })
})
