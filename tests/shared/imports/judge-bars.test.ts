/** Whole files, judged as an import does: what keeps them out, what is left out of them, what is only said. */
import { judgePoints } from '@oreline/shared/domain/imports/judge-points.ts'
import { judgeBars } from '@oreline/shared/domain/imports/judge-bars.ts'
import { readPoints } from '@oreline/shared/domain/imports/read-points.ts'
import { commodityFieldsSchema } from '@oreline/shared/domain/imports/import-fields.ts'
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import { toCsv } from '@oreline/shared/kernel/csv.ts'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { aCommodity } from '../../support/commodity.ts'
import { barFields, barsIn, barsOf, jsonBarsOf, readingDays } from '../../support/price-files.ts'
import { seedIndexes } from '../../support/seed-files.ts'
import { hasSharedData, sharedText } from '../../support/shared-data.ts'

const indexes = seedIndexes()
const now = instant('2026-11-21T12:00:00.000Z')

type Given = {
  readonly held?: readonly Bar[]
  readonly basis?: Bar['basis']
  readonly calendar?: keyof typeof indexes
  readonly kind?: 'equity' | 'index'
}

function judged(
  rows: ReturnType<typeof barsIn>,
  { held = [], basis = 'raw', calendar = 'XNYS', kind = 'equity' }: Given = {},
) {
  const { bars, problems, warnings } = judgeBars(rows, {
    fields: barFields({ basis }),
    instrument: { kind, price_limit_percent: calendar === 'XSHG' && kind === 'equity' ? 10 : undefined },
    sessions: indexes[calendar],
    held: { bars: held, splits: [] },
    now,
  })
  return {
    bars,
    problems: problems.map(({ problem }) => problem.split(':')[0]),
    warnings: warnings.map(({ code, detail }) => `${code}: ${detail}`),
  }
}

const columns = ['date', 'open', 'high', 'low', 'close', 'volume']
const tencent = () =>
  barsIn(toCsv(columns, jsonBarsOf('prices/600111_2977605695_2020-01-02_2026-07-23.json')), 'Asia/Shanghai')
const starter = (ticker: string, basis: Bar['basis'] = 'raw') =>
  barsOf(`starter/${ticker}.csv`).map(({ bar }): Bar => ({ ...bar, basis }))
const yahoo = (name: string) => barsOf(`recorded/yahoo-defects/${name}.csv`, 'Europe/London')

describe.skipIf(!hasSharedData)('a file is kept out', () => {
  test('Tencent’s 600111: adjusted by subtraction, and in lots', () => {
    const { problems } = judged(tencent(), { held: starter('600111.SS'), calendar: 'XSHG' })
    expect(problems).toEqual(['subtractive-adjustment', 'lots-against-shares'])
  })

  test.for([
    ['AET-L-1d-100x-error', 'unit-error'],
    ['4063-T-1d-bad-stock-split', 'half-applied-split'],
    ['DEX-AX-1d-bad-stock-split', 'half-applied-split'],
    ['LA-V-1d-bad-stock-split', 'half-applied-split'],
  ] as const)('%s: %s', ([name, defect]) => {
    expect(judged(yahoo(name), { basis: 'splits' }).problems).toEqual([defect])
  })

  test('a file whose columns are under the wrong names', () => {
    const text = sharedText('prices/000300_CSI300_Nshiodis_to_2025-12-31.csv')
    const rows = barsIn(text.replace('date,open,close,high,low', 'date,open,high,low,close'))
    expect(judged(rows, { calendar: 'XSHG', kind: 'index' }).problems).toEqual(['swapped-columns'])
  })

  test('MP a hundred times too high against what is held, and MP of which the older half is', () => {
    const held = starter('MP')
    const rows = barsOf('prices/MP_DrRobAnthony_2025-03-31_2026-10-06.csv')
    const times = (from: number, to: number) =>
      rows.map((row, place) => {
        const k = place >= from && place < to ? 100 : 1
        const { open, high, low, close } = row.bar
        const scaled = { open: (open ?? 0) * k, high: (high ?? 0) * k, low: (low ?? 0) * k, close: close * k }
        return { ...row, bar: { ...row.bar, ...scaled } }
      })
    expect(judged(times(0, rows.length), { held }).problems).toEqual(['other-scale'])
    expect(judged(times(0, 100), { held }).problems).toEqual(['unit-error'])
    expect(judged(rows, { held }).problems).toEqual([])
  })
})

describe.skipIf(!hasSharedData)('a row is left out', () => {
  test('the holiday of the CSI 300 that repeats 2015-01-05', () => {
    const rows = barsOf('prices/000300_CSI300_cateatcatx_to_2026-08-21.csv', 'Asia/Shanghai')
    const { bars, warnings, problems } = judged(rows, { calendar: 'XSHG', kind: 'index' })
    expect([problems, bars[0]?.date, bars.length]).toEqual([[], '2015-01-05', rows.length - 1])
    expect(warnings[0]).toBe(
      'repeated-session: 2015-01-01 was no session: its row repeats 2015-01-05 in every price. The row is left out.',
    )
  })

  test('the unfinished last bar of 600111', () => {
    const held = barsOf('prices/600111_chenyihui8080_2026-07-01_2026-08-27.csv', 'Asia/Shanghai')
    const rows = tencent().filter(({ bar }) => bar.date >= '2026-07-02')
    const { bars, warnings } = judged(rows, { held: held.map(({ bar }) => bar), calendar: 'XSHG' })
    expect(bars.at(-1)?.date).toBe('2026-07-22')
    expect(warnings).toContainEqual(expect.stringContaining('partial-bar: The last bar, of 2026-07-23'))
  })
})

describe.skipIf(!hasSharedData)('it is only said', () => {
  test('that STW.AX names one dividend twice', () => {
    const rows = barsOf('prices/STW.AX_naveenf_2024-01-02_2026-01-02.csv', 'Australia/Sydney')
    const { problems, warnings } = judged(rows, {
      basis: 'adjusted',
      calendar: 'XASX',
      held: starter('STW.AX', 'adjusted'),
    })
    expect(problems).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('repeated-dividend: The dividend of 0.711027')])
  })

  test('that SPY of one market differs from all markets’, and has a stray first row', () => {
    const rows = barsOf('prices/SPY_alpacaIEX_spookylabs_to_2025-04-04.csv')
    const { warnings } = judged(rows, { held: starter('SPY') })
    expect(warnings).toEqual([
      expect.stringMatching(/^disagrees: \d+ of \d+ closes/),
      expect.stringContaining('hole: Nothing between 2018-11-01 to 2020-07-27'),
    ])
  })

  test.for([
    ['prices/MP_DrRobAnthony_2025-03-31_2026-10-06.csv', 'MP', 'XNYS'],
    ['prices/UUUU_alm0421_2025-03-31_2026-09-25.csv', 'UUUU', 'XNYS'],
    ['prices/REMX_alm0421_2025-04-01_2026-10-06.csv', 'REMX', 'XNYS'],
    ['prices/LYC.AX_naveenf_2024-01-02_2026-01-02.csv', 'LYC.AX', 'XASX'],
    ['prices/600111_chenyihui8080_2026-07-01_2026-08-27.csv', '600111.SS', 'XSHG'],
  ] as const)('nothing stands against %s', ([path, ticker, calendar]) => {
    const rows = barsOf(path, indexes[calendar].calendar.timezone)
    expect(judged(rows, { held: starter(ticker), calendar })).toMatchObject({ problems: [] })
  })
})

describe.skipIf(!hasSharedData)('Chinese spot prices of oxides', () => {
  const read = (value: string, low?: string, high?: string) =>
    readPoints(
      sharedText('commodity/xitu_jiage_YiYaWu.csv'),
      commodityFieldsSchema.parse({
        kind: 'commodity',
        series: { ...aCommodity, scale: 10_000 },
        columns: { value, low, high },
        source_note: 'a test',
        licence_note: 'none',
      }),
      readingDays('Asia/Shanghai'),
    )

  test('are read by the columns named, 34.15 on 2013-01-04; averages outside their bounds are marked and said', () => {
    const { rows, problems, warnings } = read('氧化钕平均价', '氧化钕最低价', '氧化钕最高价')
    expect(problems).toEqual([])
    expect(rows[0]).toMatchObject({
      date: '2013-01-04',
      value: 34.15,
      low: 34.3,
      high: 34.8,
      flags: ['outside_bounds'],
    })
    expect(rows.at(-1)).toMatchObject({ date: '2024-07-05', value: 36.98, flags: [] })
    expect(warnings).toMatchObject([
      { code: 'outside-bounds', detail: expect.stringContaining('2013-01-04') },
    ])
  })

  test('a column that the file has not is a problem, and so is a price that nobody named', () => {
    expect(read('氧化钕').problems).toMatchObject([
      { column: '氧化钕', problem: 'the file has no such column' },
      {},
    ])
  })
})

describe('what Oreline itself has written as CSV', () => {
  const commodity = (text: string) =>
    readPoints(
      text,
      commodityFieldsSchema.parse({
        kind: 'commodity',
        series: aCommodity,
        source_note: 'x',
        licence_note: 'x',
      }),
      readingDays(),
    ).problems

  test('converted points are not taken for published ones, nor those of another series', () => {
    const header = 'series,date,value,low,high,unit,fx_date\n'
    expect(commodity(`${header}nd-oxide-china,2025-07-09,500000,,,CNY/t,\n`)).toEqual([])
    expect(commodity(`${header}nd-oxide-china,2025-07-09,62.3,,,USD/kg,2025-07-09\n`)).toMatchObject([
      { column: 'unit', problem: 'is USD/kg, not CNY/t' },
    ])
    expect(commodity(`${header}pr-oxide-china,2025-07-09,500000,,,CNY/t,\n`)).toMatchObject([
      { column: 'series', problem: 'is pr-oxide-china, not nd-oxide-china' },
    ])
  })

  test('an answer of /prices names the basis of what is stored; its figures are what the operator says', () => {
    const answer = 'ticker,date,close,currency,status,basis,fx_date\nMP,2025-07-09,30.03,USD,final,splits,\n'
    expect(barsIn(answer)[0]?.bar.basis).toBe('raw')
    expect(barsIn(answer.replace(',fx_date', '').replace('splits,', 'splits'))[0]?.bar.basis).toBe('splits')
  })
})

test('points that change by a factor of 100, or stand on another scale than the held ones, are kept out', () => {
  const points = (values: readonly number[]) =>
    values.map((value, place) => ({
      date: day(`2025-07-0${place + 1}`),
      value,
      low: null,
      high: null,
      flags: [],
    }))
  expect(judgePoints(points([500, 505, 5.1, 5.2, 5.1]), [])).toMatchObject([
    { problem: expect.stringContaining('unit-error') },
  ])
  const held = points([500, 505, 510, 505, 500])
  expect(judgePoints(points([442, 447, 451, 447, 442]), held)).toMatchObject([
    { problem: expect.stringContaining('other-scale: prices are 0.8843 times') },
  ])
  expect(judgePoints(points([501, 505, 510, 505, 500]), held)).toEqual([])
})
