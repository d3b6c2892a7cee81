/** Answers of Yahoo that are refused as a whole (providers.md 9.2): nothing is stored, the reason is named. */
import { describe, expect, test } from 'vitest'
import { parseChart } from '../../jobs/providers/yahoo/parse-chart.ts'
import { answerOf } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { historyOf, quoteQuery, rehearseYahoo } from '../support/yahoo-rehearsal.ts'

const refused = async (fault: string, query = quoteQuery()) => (await rehearseYahoo()).meet(fault, query)

describe('answers that are refused as a whole', () => {
  test('Q21: another currency than the instrument’s', async () => {
    expect(await refused('Q21', quoteQuery('LYC.AX'))).toMatchObject({
      kind: 'broken',
      why: 'quarantined',
      detail: "prices in USD, the instrument's are in AUD",
    })
  })

  test('Q21: an index without a currency is not converted and not refused', async () => {
    const r = await rehearseYahoo()
    const { bars } = historyOf(await r.ask(quoteQuery('000300.SS')))
    expect(bars.length).toBeGreaterThan(15)
    expect(bars.every(({ volume, flags }) => volume === null && flags.length === 0)).toBe(true)
  })

  test('Q22: a phantom is no such symbol, never a price of 0', async () => {
    expect(await refused('Q22')).toMatchObject({ kind: 'notFound' })
  })

  test('Q23: another symbol than asked for', async () => {
    expect(await refused('Q23')).toMatchObject({
      why: 'quarantined',
      detail: 'asked for MP, Yahoo answers about RENAMED',
    })
  })

  test('Q24: no rows for a window with sessions is broken, not empty', async () => {
    expect(await refused('Q24')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('Q25: no rows for a weekend is empty, as 200 and as 400', async () => {
    const weekend = quoteQuery('MP', '2026-11-21', '2026-11-22')
    const r = await rehearseYahoo('2026-11-22T18:00:00Z')
    expect(await r.ask(weekend)).toMatchObject({ kind: 'empty' })
    expect(await r.meet('Q25-400', weekend)).toMatchObject({ kind: 'empty' })
  })

  test('Q25: 400 for a window with sessions is broken', async () => {
    expect(await refused('Q25-400')).toMatchObject({ kind: 'broken', why: '4xx' })
  })

  test('Q26: one cell short is zipped to the shorter column, three quarantine the answer', async () => {
    const { bars, warnings } = historyOf(await (await rehearseYahoo()).meet('Q26', quoteQuery()))
    expect(bars.at(-1)).toMatchObject({ date: '2026-11-20', status: 'provisional' })
    expect(warnings.map(({ code }) => code)).toContain('Q26')
    expect(await refused('Q26-many')).toMatchObject({ kind: 'broken', why: 'quarantined' })
  })

  test('Q28: 404 in Yahoo’s own words is notFound; a bare 404 is not', async () => {
    expect(await refused('Q28')).toMatchObject({
      kind: 'notFound',
      why: 'No data found, symbol may be delisted',
    })
    const query = { ...quoteQuery(), from: day('2026-10-26') }
    for (const body of ['{"message":"no route"}', '<html></html>']) {
      const reading = parseChart(answerOf(body, { status: 404 }), query)
      expect(reading).toEqual({ kind: 'broken', why: '4xx', detail: 'HTTP 404' })
    }
  })

  test('Q31: the maintenance page', async () => {
    expect(await refused('H04')).toMatchObject({ kind: 'broken', why: 'html-instead' })
    expect(await refused('Q31')).toMatchObject({ kind: 'blocked', why: 'challenge' })
  })

  test('Q42: bars of a month', async () => {
    expect(await refused('Q42')).toMatchObject({ why: 'schema', detail: 'bars of 1mo, not of a day' })
  })

  test('Q43: a window older than the listing begins with the first trade, without gaps before it', async () => {
    const { bars, gaps, warnings } = historyOf(await (await rehearseYahoo()).meet('Q43', quoteQuery()))
    expect(bars[0]?.date).toBe('2026-10-30')
    expect(gaps).toEqual([])
    expect(warnings).toContainEqual({ code: 'Q43', count: 1, detail: 'history starts 2026-10-30' })
  })
})
