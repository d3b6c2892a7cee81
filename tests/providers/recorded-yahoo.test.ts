/** Answers recorded from Yahoo by other people (../shared/data/recorded/yahoo), of other symbols than ours. */
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { buildAdjuster, providersAdjClose } from '@oreline/shared/domain/prices/adjust.ts'
import { adjustingActions } from '@oreline/shared/domain/prices/adjusting-actions.ts'
import type { CorporateAction, QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Reading } from '../../jobs/providers/define-provider.ts'
import { parseChart } from '../../jobs/providers/yahoo/parse-chart.ts'
import { recordedAnswer } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { seedInstrument } from '../support/provider-rehearsal.ts'
import { seedIndexes } from '../support/seed-files.ts'
import { hasSharedData, recordings, sharedText, type Recording } from '../support/shared-data.ts'

const charts = recordings().filter(({ url }) => url.includes('/v8/finance/chart/'))
const indexes = seedIndexes()

const chartMetaSchema = z.object({
  chart: z.object({
    result: z.array(z.object({ meta: z.object({ symbol: z.string(), currency: z.string() }) })),
  }),
})

/** The recording read as if the symbol were ours, on New York's calendar, Sydney's for `.AX`. */
function read(recording: Recording, from: string, to: string): Reading<QuoteHistory> {
  const meta = chartMetaSchema.parse(JSON.parse(sharedText(`recorded/${recording.file}`))).chart.result[0]
    ?.meta
  const calendar = meta?.symbol.endsWith('.AX') === true ? 'XASX' : 'XNYS'
  const instrument: Instrument = instrumentSchema.parse({
    ...seedInstrument('MP'),
    yahoo: meta?.symbol,
    currency: meta?.currency === 'GBp' ? 'GBP' : meta?.currency,
    calendar,
  })
  const query = { instrument, sessions: indexes[calendar], from: day(from), to: day(to) }
  return parseChart(recordedAnswer(recording, '2022-01-13T05:30:00Z'), query)
}

function historyIn(file: string, from: string, to: string): QuoteHistory {
  const recording = charts.find((one) => one.file === `yahoo/${file}`)
  if (recording === undefined) throw new Error(`no recording ${file}`)
  const reading = read(recording, from, to)
  const history = reading.kind === 'ok' ? reading.items[0] : undefined
  if (history === undefined) throw new Error(JSON.stringify(reading))
  return history
}

/** What an action of either kind says nothing of. */
const unsaid = { amount: null, currency: null, numerator: null, denominator: null }

describe.skipIf(!hasSharedData)('recorded charts (skipped where ../shared/data is missing)', () => {
  test('all 28 parse: 27 to bars, the one of minutes is refused', () => {
    const readings = charts.map((recording) => read(recording, '2017-01-01', '2025-12-31'))
    const kinds = readings.map(({ kind }) => kind)
    expect({ all: charts.length, ok: kinds.filter((kind) => kind === 'ok').length }).toEqual({
      all: 28,
      ok: 27,
    })
    expect(readings.find(({ kind }) => kind !== 'ok')).toMatchObject({
      why: 'schema',
      detail: 'bars of 1m, not of a day',
    })
  })

  test('ALL.AX: 64 Sydney summer and winter bars on their Sydney days, the last provisional at 16:30', () => {
    const { bars, gaps } = historyIn('yahoo_australian_quotes.json', '2021-10-13', '2022-01-13')
    expect(bars).toHaveLength(64)
    // 2021-10-12T23:00Z is the open of 13 October in Sydney; the last is stamped 2022-01-13T05:10:07Z.
    expect(bars[0]).toMatchObject({ date: '2021-10-13', status: 'final', close: 44.700882 })
    expect(bars.at(-1)).toMatchObject({ date: '2022-01-13', status: 'provisional', close: 44.05 })
    expect(gaps).toEqual([])
    // Its halt for a capital raising: three equal days without trade, which are no repeats to be dropped.
    const flagged = bars.filter(({ flags }) => flags.length > 0)
    expect(flagged.map(({ date, flags }) => [date, ...flags])).toEqual([
      ['2021-10-18', 'no_trade'],
      ['2021-10-19', 'no_trade'],
      ['2021-10-20', 'no_trade'],
    ])
  })

  test('MSFT: 252 sessions, four dividends on their ex-dates', () => {
    const file = 'historical-via-chart-MSFT-dividends-2021-02-01-to-2022-01-31.json'
    const { bars, actions, gaps } = historyIn(file, '2021-02-01', '2022-01-30')
    expect({ bars: bars.length, gaps }).toEqual({ bars: 252, gaps: [] })
    expect(actions.map(({ exDate }) => exDate)).toEqual([
      '2021-02-17',
      '2021-05-19',
      '2021-08-18',
      '2021-11-17',
    ])
    expect(actions[0]).toEqual({
      kind: 'dividend',
      exDate: '2021-02-17',
      amount: 0.56,
      currency: 'USD',
      flags: [],
    })
  })

  test('NVDA: the split of 2021-07-20, four for one, with a history rescaled for it', () => {
    const { bars, actions } = historyIn(
      'historical-via-chart-NVDA-split-2021-02-01-to-2022-01-31.json',
      '2021-02-01',
      '2022-01-30',
    )
    expect(actions).toEqual([
      { kind: 'split', exDate: '2021-07-20', numerator: 4, denominator: 1, flags: [] },
    ])
    expect(bars.filter(({ flags }) => flags.length > 0)).toEqual([])
  })

  test('AAPL 2020: split and dividend in one answer', () => {
    const { bars, actions } = historyIn(
      'chart-AAPL-2020-08-31-to-2020-11-07.json',
      '2020-08-31',
      '2020-11-06',
    )
    expect(bars).toHaveLength(49)
    expect(actions.map(({ kind, exDate }) => `${kind} ${exDate}`)).toEqual([
      'split 2020-08-31',
      'dividend 2020-11-06',
    ])
  })

  test('Q20: OCDO.L comes in pence and is stored in pounds', () => {
    const { bars } = historyIn('chart-OCDO.L-2020-01-01-to-2020-01-03.json', '2020-01-02', '2020-01-02')
    expect(bars[0]?.close).toBeGreaterThan(5)
    expect(bars[0]?.close).toBeLessThan(20)
  })

  // Yahoo's are adjusted for dividends after the window too, which multiply all of them alike.
  const paid = (exDate: string, amount: number): CorporateAction => {
    return { kind: 'dividend', exDate: day(exDate), amount, currency: 'USD', flags: [] }
  }
  const nvidia = ['2021-03-09', '2021-06-09', '2021-08-31', '2021-12-01'].map((exDate) => paid(exDate, 0.004))
  test.for([
    ['MSFT over four dividends', 'historical-via-chart-MSFT-dividends-2021-02-01-to-2022-01-31.json', []],
    ['AAPL 2020 over a dividend', 'chart-AAPL-2020-08-31-to-2020-11-07.json', []],
    // Asked for splits alone: its four dividends, 0.16 USD before the splits of 2021 and 2024, are in the adjusted closes.
    ['NVDA over a split', 'historical-via-chart-NVDA-split-2021-02-01-to-2022-01-31.json', nvidia],
  ] as const)('%s: our adjusted closes are Yahoo’s within 1e-4', ([, file, left]) => {
    const { bars, actions, asOf } = historyIn(file, '2020-08-31', '2022-01-30')
    const stored = bars.map((bar) => ({ ...bar, recordedAt: asOf }))
    const before = (exDate: string) => stored.findLast(({ date }) => date < exDate) ?? null
    const held = [...actions, ...left].map((action) => ({
      ...unsaid,
      ...action,
      recordedAt: asOf,
      before: before(action.exDate),
    }))
    const newYork = { timezone: indexes.XNYS.calendar.timezone, currency: 'USD' }
    const adjusting = adjustingActions(held, newYork)
    const adjust = buildAdjuster('all', adjusting)
    const ratios = stored.map(
      (bar) => (adjust(bar).adjClose ?? 0) / (providersAdjClose(bar, adjusting.splits) ?? 1),
    )
    expect(ratios.length).toBeGreaterThan(40)
    const last = ratios.at(-1) ?? 0
    expect(Math.max(...ratios.map((ratio) => Math.abs(ratio / last - 1)))).toBeLessThan(1e-4)
  })
})
