/**
 * Defects of Yahoo's daily history as users kept them (../shared/data/recorded/yahoo-defects), put back into the form of
 * a chart answer. None of the listings is ours, so they are read on New York's weekdays: the calendar is not the subject.
 */
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../jobs/providers/define-provider.ts'
import { parseChart } from '../../jobs/providers/yahoo/parse-chart.ts'
import { answerOf } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { seedInstrument } from '../support/provider-rehearsal.ts'
import { seedIndexes } from '../support/seed-files.ts'
import { hasSharedData, sharedText } from '../support/shared-data.ts'

const sessions = seedIndexes().XNYS

/** The CSV as a chart: stamps at 14:30Z of each row's day, ratios of splits as `ratio:1`. */
function read(name: string): Reading<QuoteHistory> {
  const [, ...lines] = sharedText(`recorded/yahoo-defects/${name}.csv`).trim().split('\n')
  const rows = lines
    .map((line) => line.trim().split(','))
    .map(([date = '', ...cells]) => ({ stamp: Date.parse(`${date.slice(0, 10)}T14:30:00Z`) / 1_000, cells }))
    .toSorted((a, b) => a.stamp - b.stamp)
  const column = (place: number) =>
    rows.map(({ cells }) => ((cells[place] ?? '') === '' ? null : Number(cells[place])))
  const [open, high, low, close, adjclose, volume] = [0, 1, 2, 3, 4, 5].map(column)
  const events = (place: number, key: string) =>
    rows.flatMap(({ stamp, cells }) => {
      const value = Number(cells[place])
      const event = key === 'amount' ? { amount: value } : { numerator: value, denominator: 1 }
      return value > 0 ? [[String(stamp), { date: stamp, ...event }] as const] : []
    })
  const chart = {
    meta: { currency: 'USD', symbol: 'MP', dataGranularity: '1d', exchangeTimezoneName: 'America/New_York' },
    timestamp: rows.map(({ stamp }) => stamp),
    events: {
      dividends: Object.fromEntries(events(6, 'amount')),
      splits: Object.fromEntries(events(7, 'ratio')),
    },
    indicators: { quote: [{ open, high, low, close, volume }], adjclose: [{ adjclose }] },
  }
  const body = JSON.stringify({ chart: { result: [chart], error: null } })
  const instrument = instrumentSchema.parse(seedInstrument('MP'))
  return parseChart(answerOf(body), { instrument, sessions, from: day('2020-01-02'), to: day('2024-12-31') })
}

function historyIn(name: string): QuoteHistory {
  const reading = read(name)
  const history = reading.kind === 'ok' ? reading.items[0] : undefined
  if (history === undefined) throw new Error(JSON.stringify(reading))
  return history
}

const suspects = ({ bars }: QuoteHistory): readonly string[] =>
  bars.flatMap(({ date, flags }) => (flags.includes('suspect') ? [date] : []))

describe.skipIf(!hasSharedData)('recorded defects (skipped where ../shared/data is missing)', () => {
  test('Q16: 4063.T, five for one, its history rescaled only from the day before the split: quarantined', () => {
    expect(read('4063-T-1d-bad-stock-split')).toMatchObject({
      kind: 'broken',
      why: 'quarantined',
      detail: "prices jump by a split's ratio on 2023-03-29: not rescaled for it",
    })
    expect(read('4063-T-1d-bad-stock-split-fixed')).toMatchObject({ kind: 'ok' })
  })

  test('Q16, Q17: DEX.AX, "4406:10000", rescaled only from eight days before: quarantined', () => {
    expect(read('DEX-AX-1d-bad-stock-split')).toMatchObject({
      why: 'quarantined',
      detail: "prices jump by a split's ratio on 2023-05-22: not rescaled for it",
    })
    expect(historyIn('DEX-AX-1d-bad-stock-split-fixed').actions).toMatchObject([
      { numerator: 0.4406, flags: ['unverified'] },
    ])
  })

  test('Q37: AET.L, a hundredfold from 9 to 19 May 2022: those nine days, though they confirm each other', () => {
    expect(suspects(historyIn('AET-L-1d-100x-error'))).toEqual([
      '2022-05-09',
      '2022-05-10',
      '2022-05-11',
      '2022-05-12',
      '2022-05-13',
      '2022-05-16',
      '2022-05-17',
      '2022-05-18',
      '2022-05-19',
    ])
  })

  test('Q37: LA.V, one day at a tenth around a split of one for ten', () => {
    expect(suspects(historyIn('LA-V-1d-bad-stock-split'))).toEqual(['2020-08-26'])
  })

  test('Q37: ALPHA.PA, one day at a ten-thousandth, repaired afterwards', () => {
    expect(suspects(historyIn('ALPHA-PA-1d-bad-stock-split'))).toContain('2023-05-08')
    expect(suspects(historyIn('ALPHA-PA-1d-bad-stock-split-fixed'))).not.toContain('2023-05-08')
  })

  test('Q01: 1398.HK, a day without figures among 648 is a hole, dividends stay', () => {
    const { bars, gaps, actions } = historyIn('1398-HK-1d-bad-div')
    expect(bars).toHaveLength(647)
    expect(gaps).toContainEqual({ date: '2024-07-05', reason: 'null_ohlc' })
    expect(actions.map(({ exDate }) => exDate)).toEqual(['2022-07-04', '2023-07-06', '2024-07-08'])
  })

  test('8TRA.DE: adjusted closes not adjusted for the dividend are stored as told; the event itself is there', () => {
    expect(historyIn('8TRA-DE-1d-missing-div-adjust').actions).toMatchObject([
      { amount: 0.7, exDate: '2023-06-02' },
    ])
  })

  test('Q42: ASAI.L comes by the hour; as days, its hour at a hundredth stands out', () => {
    const { bars } = historyIn('ASAI-L-1h-bad-unit')
    expect(bars.length).toBeLessThan(20)
    expect(bars.some(({ flags }) => flags.includes('hl_inconsistent') || flags.includes('suspect'))).toBe(
      true,
    )
  })
})
