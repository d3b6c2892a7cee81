import { describe, expect, test } from 'vitest'
import { parseKline } from '../../jobs/providers/eastmoney/parse-kline.ts'
import { answerOf } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { rehearseSecond } from '../support/second-quotes.ts'
import { hasSharedData, sharedText } from '../support/shared-data.ts'
import { historyOf, quoteQuery } from '../support/yahoo-rehearsal.ts'

const query = quoteQuery('600111.SS')

describe('asking Eastmoney', () => {
  test('for prices as traded, with the Referer of its page, 5 s apart', async () => {
    const r = await rehearseSecond('eastmoney')
    await r.ask(query)
    expect(await r.ask(quoteQuery('000300.SS'))).toMatchObject({ kind: 'ok' })
    const [first, second] = r.standIn.log()
    expect(Object.fromEntries(first?.query ?? [])).toMatchObject({
      secid: '1.600111',
      klt: '101',
      fqt: '0',
      beg: '20261026',
      end: '20261120',
    })
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(5_000)
  })

  test('a connection closed without a byte is tried once more, then broken', async () => {
    const r = await rehearseSecond('eastmoney')
    expect(await r.meet('silent', query, { times: 9 })).toMatchObject({ kind: 'broken', why: 'transport' })
    expect(r.standIn.log()).toHaveLength(2)
  })
})

describe('reading its kline', () => {
  test('the same bars as Tencent gives, lots found by money over volume', async () => {
    const r = await rehearseSecond('eastmoney')
    const tencent = await rehearseSecond('tencent')
    const { bars, warnings } = historyOf(await r.ask(query))
    expect(bars.map(({ close, open, volume, basis }) => ({ close, open, volume, basis }))).toEqual(
      historyOf(await tencent.ask(query)).bars.map(({ close, open, volume, basis }) => ({
        close,
        open,
        volume,
        basis,
      })),
    )
    expect(warnings).toEqual([])
  })

  test.skipIf(!hasSharedData)(
    'the recorded CSI 300 of 28 to 30 September 2026 closes at 4340.76, 4345.21, 4357.62; eight columns',
    () => {
      const answer = answerOf(sharedText('recorded/china/eastmoney_kline_000300_2026-09-28_30.json'), {
        fetchedAt: '2026-09-30T09:00:00Z',
      })
      const window = { ...quoteQuery('000300.SS'), from: day('2026-09-28'), to: day('2026-09-30') }
      expect(parseKline(answer, window)).toMatchObject({
        kind: 'ok',
        rejects: [],
        warnings: [{ code: 'Q45', count: 3, detail: 'rows of 8 columns, not 11' }],
        items: [
          {
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

  test('ten or six columns are enough, five are not', async () => {
    const r = await rehearseSecond('eastmoney')
    const usual = historyOf(await r.ask(query)).bars
    expect(historyOf(await r.meet('Q45', query))).toMatchObject({
      bars: usual,
      warnings: [{ code: 'Q45', count: usual.length, detail: 'rows of 10 columns, not 11' }],
    })
    // Without money traded the documented lots are taken.
    expect(historyOf(await r.meet('Q45-6', query)).bars).toEqual(usual)
    expect(await r.meet('Q45-few', query)).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('volume in shares is told from lots; where it is neither, lots are taken with a warning', async () => {
    const r = await rehearseSecond('eastmoney')
    const usual = historyOf(await r.ask(query)).bars
    expect(historyOf(await r.meet('Q47', query))).toMatchObject({ bars: usual, warnings: [] })
    expect(historyOf(await r.meet('Q47-doubtful', query)).warnings).toMatchObject([
      { code: 'Q47', detail: expect.stringContaining('times the price') },
    ])
  })

  for (const [fault, why] of [
    ['rc-102', 'schema'],
    ['empty', 'schema'],
    ['Q46', 'schema'],
    ['other-line', 'filter-ignored'],
  ] as const)
    test(`${fault} is broken, not empty`, async () => {
      const r = await rehearseSecond('eastmoney')
      expect(await r.meet(fault, query)).toMatchObject({ kind: 'broken', why })
    })
})
