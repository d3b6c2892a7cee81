import { describe, expect, test } from 'vitest'
import { parseKline } from '../../jobs/providers/tencent/parse-kline.ts'
import { answerOf } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { okOf } from '../support/provider-rehearsal.ts'
import { rehearseSecond } from '../support/second-quotes.ts'
import { hasSharedData, sharedText } from '../support/shared-data.ts'
import { historyOf, quoteQuery, rehearseYahoo } from '../support/yahoo-rehearsal.ts'

const query = quoteQuery('600111.SS')

describe('asking Tencent', () => {
  test('for prices as traded (no adjustment), from its own page, 2 s apart', async () => {
    const r = await rehearseSecond('tencent')
    await r.ask(query)
    await r.ask(quoteQuery('000300.SS'))
    const [first, second] = r.standIn.log()
    expect(first?.path).toBe('/appstock/app/fqkline/get?param=sh600111,day,2026-10-26,2026-11-20,640,')
    expect(first?.headers).toMatchObject({
      referer: 'https://gu.qq.com/',
      'user-agent': expect.stringMatching(/^Mozilla/),
    })
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(2_000)
  })

  test('a history comes by two years, newest first, and has every session once', async () => {
    const r = await rehearseSecond('tencent')
    const { bars, gaps } = historyOf(await r.ask(quoteQuery('600111.SS', null)))
    const asked = r.standIn
      .log()
      .map(({ query: asked }) => asked.get('param')?.split(',').slice(2, 4).join(' '))
    expect(asked[0]).toBe('2024-12-18 2026-11-20')
    expect(asked.at(-1)).toBe('2020-01-01 2020-12-31')
    expect(asked).toHaveLength(4)
    expect(bars.map(({ date }) => date)).toEqual(
      query.sessions.dates.filter((date) => date >= '2020-01-01' && date <= '2026-11-20'),
    )
    expect(gaps).toEqual([])
  })

  test('a page that fails leaves the newer ones, not complete', async () => {
    const r = await rehearseSecond('tencent')
    r.standIn.scenario('tencent', 'dividend-object')
    r.standIn.scenario('tencent', 'code')
    const { items, complete } = okOf(await r.ask(quoteQuery('600111.SS', '2023-06-05')))
    expect(complete).toBe(false)
    expect(items[0]?.bars[0]?.date).toBe('2024-12-18')
  })
})

describe('reading its kline', () => {
  test('open, close, high, low; lots of 100 as shares; prices as traded', async () => {
    const r = await rehearseSecond('tencent')
    const { bars } = historyOf(await r.ask(query))
    const yahoo = await rehearseYahoo()
    const same = historyOf(await yahoo.ask(query)).bars
    expect(bars).toEqual(
      same.map((bar) => ({
        ...bar,
        basis: 'raw',
        adjClose: null,
        open: expect.closeTo(bar.open ?? 0, 6),
        close: expect.closeTo(bar.close, 6),
        // The stand-in writes highs and lows of two decimals here.
        high: expect.closeTo(bar.high ?? 0, 1),
        low: expect.closeTo(bar.low ?? 0, 1),
      })),
    )
  })

  test.skipIf(!hasSharedData)(
    'the recorded CSI 300 of 28 to 30 September 2026 closes at 4340.76, 4345.21, 4357.62',
    () => {
      const answer = answerOf(sharedText('recorded/china/tencent_kline_sh000300_2026-09-28_30.json'), {
        fetchedAt: '2026-09-30T09:00:00Z',
      })
      const window = { ...quoteQuery('000300.SS'), from: day('2026-09-28'), to: day('2026-09-30') }
      expect(parseKline(answer, window, { isNewest: true })).toMatchObject({
        kind: 'ok',
        rejects: [],
        warnings: [],
        items: [
          {
            gaps: [],
            bars: [
              {
                date: '2026-09-28',
                open: 4423.82,
                high: 4423.82,
                low: 4323.57,
                close: 4340.76,
                volume: null,
              },
              { date: '2026-09-29', close: 4345.21 },
              { date: '2026-09-30', close: 4357.62, status: 'final', basis: 'raw' },
            ],
          },
        ],
      })
    },
  )

  test('during the session the last bar is provisional', async () => {
    const r = await rehearseSecond('tencent', { now: '2026-11-20T05:30:00Z' })
    expect(historyOf(await r.ask(query)).bars.at(-1)).toMatchObject({
      date: '2026-11-20',
      status: 'provisional',
    })
  })

  test('a dividend notice in the seventh place, and an assignment around it all, change nothing', async () => {
    const r = await rehearseSecond('tencent')
    const usual = historyOf(await r.ask(query)).bars
    expect(historyOf(await r.meet('dividend-object', query)).bars).toEqual(usual)
    expect(historyOf(await r.meet('assigned', query)).bars).toEqual(usual)
  })

  test('prices it has adjusted by subtraction are refused, and a person is told', async () => {
    const r = await rehearseSecond('tencent')
    expect(await r.meet('qfq', query)).toMatchObject({ kind: 'broken', why: 'schema', urgent: true })
  })

  test('a missing session is a gap, a lone 20 % move is under review', async () => {
    const r = await rehearseSecond('tencent')
    expect(historyOf(await r.meet('Q04', query)).gaps).toEqual([{ date: '2026-11-16', reason: 'missing' }])
    const { bars, warnings } = historyOf(await r.meet('Q38', query))
    expect(bars.filter(({ flags }) => flags.includes('suspect'))).toMatchObject([{ date: '2026-11-16' }])
    expect(warnings).toContainEqual({ code: 'Q38', count: 1, detail: 'closes under review' })
  })

  for (const fault of ['Q46', 'code', 'no-data', 'empty', 'H24-many'])
    test(`${fault} is broken, not empty`, async () => {
      const r = await rehearseSecond('tencent')
      expect(await r.meet(fault, query)).toMatchObject({ kind: 'broken', why: 'schema' })
    })

  test('columns in another order are named as that; one row that cannot be is flagged', async () => {
    const r = await rehearseSecond('tencent')
    expect(await r.meet('Q46', query)).toMatchObject({
      urgent: true,
      detail: expect.stringContaining('column-order'),
    })
    const { bars } = historyOf(await r.meet('Q46-one', query))
    expect(bars.filter(({ flags }) => flags.includes('hl_inconsistent'))).toHaveLength(1)
  })

  test('a code it does not know is not found', async () => {
    const r = await rehearseSecond('tencent')
    expect(await r.meet('Q48', query)).toMatchObject({ kind: 'notFound', why: 'Tencent knows no sh600111' })
  })

  test('XD before the name is a remark', async () => {
    const r = await rehearseSecond('tencent')
    expect(historyOf(await r.meet('Q49', query)).warnings).toEqual([
      { code: 'Q49', detail: 'XD: trades without its dividend today' },
    ])
  })
})
