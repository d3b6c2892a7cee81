import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { balanceTotals, balanceYears } from '../../../web/features/chain/balance.ts'
import { controlActs, controlWeight, controlWords } from '../../../web/features/chain/controls.ts'
import {
  holderOf,
  levelsOf,
  moneyScales,
  promiseWords,
  runningTotals,
} from '../../../web/features/chain/money.ts'
import { heavyWords, outputOf } from '../../../web/features/chain/output.ts'
import { isForecast, shareMarks, shareWords } from '../../../web/features/chain/shares.ts'
import { spanWords } from '../../../web/features/chain/coverage-words.ts'
import { disclosedSeries, figureWords, segmentsOf, yearsOf } from '../../../web/features/chain/disclosed.ts'
import { chainMap, disclosedRows, moneyRows, shareRows } from './chain-rows.ts'

const today = day('2026-11-22')

describe('money', () => {
  const rows = moneyRows()

  it('adds no currency to another and no price or level to anything', () => {
    const scales = moneyScales(rows, 'stage')
    expect(scales.map(({ key }) => key)).toEqual(['USD million', 'AUD million', 'INR million'])
    expect(levelsOf(rows).map(({ unit }) => unit)).toEqual([
      'per kg NdPr',
      'million EBITDA a year, minimum',
      'per kg NdPr',
      'per kg NdPr',
    ])
  })

  it('of the 120 and 258 million of one contract with Lynas 258 remain (chain.md), and the 120 says where it is', () => {
    const small = rows.find(({ amount, payee }) => amount === 120 && payee === 'Lynas')
    if (small === undefined) throw new Error('the chain ships with the first contract')
    expect(holderOf(small, rows)?.amount).toBe(258)
    const grants = moneyScales(rows, 'kind')
      .find(({ key }) => key === 'USD million')
      ?.bars.find(({ name }) => name === 'grant')
    // 9.6 + 30.4 + 35 paid; 200 conditional; the 258 are promised by nobody since the letter of March 2026.
    expect(grants).toMatchObject({ paid: 75, conditional: 200, ended: 258 })
    const large = rows.find(({ amount }) => amount === 258)
    if (large === undefined) throw new Error('the chain ships with the second contract')
    expect(promiseWords(large)).toBe('no longer promised: superseded since 1 Mar 2026')
    expect(promiseWords(small)).toBe('no longer promised: superseded since 1 Aug 2023')
  })

  it('a promise counts in the months before its end, and in none after', () => {
    const [row] = rows
    if (row === undefined) throw new Error('the chain ships with money')
    const promised = { ...row, date: day('2025-05-02'), conditional: true, ended: true }
    const over = { ...promised, event_state: { value: 'revoked' as const, since: day('2025-07-15') } }
    const totals = runningTotals([over], { currency: 'USD', unit: 'million' }, day('2025-08-31'))
    expect(totals.map(({ conditional }) => conditional)).toEqual([0, 25, 25, 0, 0])
  })

  it('runs from April 2025 to the month asked for, and only grows: 50 million in April 2025', () => {
    const totals = runningTotals(rows, { currency: 'USD', unit: 'million' }, today)
    expect(totals).toHaveLength(20)
    expect(totals[0]).toEqual({ month: '2025-04-01', paid: 50, conditional: 0 })
    const sums = totals.map(({ paid, conditional }) => paid + conditional)
    expect(sums).toEqual(sums.toSorted((one, other) => one - other))
    expect(totals.at(-1)?.paid).toBe(12_047.5)
  })
})

describe('China’s part', () => {
  it('keeps every source, 85 to 90 as a range, 25,000 patents as a count without a place on the scale', () => {
    const rows = shareRows()
    const marks = shareMarks(rows, today)
    expect(marks).toHaveLength(rows.length - 1)
    expect(marks.filter(({ range: [low, high] }) => low !== high).map(({ range }) => range)).toEqual([
      [85, 90],
    ])
    expect(rows.map(shareWords)).toEqual(expect.arrayContaining(['69 %', '85–90 %', '25,000']))
  })

  it('a figure for 2030 is a forecast in 2026, and none in 2030', () => {
    expect(isForecast({ year: '2030' }, today)).toBe(true)
    expect(isForecast({ year: '2030' }, day('2030-01-01'))).toBe(false)
    expect(isForecast({ year: '2020-2023' }, today)).toBe(false)
  })
})

describe('controls', () => {
  it('on 22 November 2026: No. 18 binds seven elements, of No. 57 nobody knows since 10 November', () => {
    const [first, second, ...others] = controlActs(chainMap('2026-11-22').elements)
    expect(others).toEqual([])
    expect(first?.elements.map(({ symbol }) => symbol)).toEqual(['Sc', 'Y', 'Sm', 'Gd', 'Tb', 'Dy', 'Lu'])
    if (first === undefined || second === undefined) throw new Error('there are two acts')
    expect([controlWeight(first, today), controlWeight(second, today)]).toEqual(['binding', 'unconfirmed'])
    expect(controlWords(second, today)).toBe('Suspended; end date 10 Nov 2026 passed, outcome unconfirmed')
  })

  it('on the last day of the pause it is still paused, and before the act there is none', () => {
    const at = day('2026-11-10')
    const [, second] = controlActs(chainMap('2026-11-10').elements)
    if (second === undefined) throw new Error('there are two acts')
    expect(controlWords(second, at)).toBe('Suspended until 10 Nov 2026')
    expect(controlWeight(second, at)).toBe('paused')
    expect(controlActs(chainMap('2025-04-03').elements).map((act) => controlWeight(act, today))).toEqual([
      'off',
      'off',
    ])
  })
})

it('only Lynas and Energy Fuels bring out a heavy element today (chain.md)', () => {
  const map = chainMap('2026-11-22')
  const words = map.coverage
    .map(({ ticker }) => ticker)
    .filter((ticker, place, all) => all.indexOf(ticker) === place)
    .map((ticker) => `${ticker}: ${heavyWords(outputOf(map, ticker))}`)
  expect(words).toEqual([
    'MP: Tb Dy planned',
    'LYC.AX: Gd Tb Dy today; Y Lu planned',
    'UUUU: Dy today; Tb in a pilot or being commissioned; Gd planned',
    '600111.SS: no heavy element',
  ])
})

it('a disclosed figure stands beside its like alone, as long as its period; guidance is a range', () => {
  const rows = disclosedRows()
  const series = disclosedSeries(rows.filter(({ ticker }) => ticker === 'MP'))
  expect(series.every(({ rows: own, unit }) => own.every((row) => row.unit === unit))).toBe(true)
  expect(series.flatMap(({ rows: own }) => own)).toHaveLength(81)
  const guidance = rows.find(({ range }) => range !== null)
  if (guidance === undefined) throw new Error('the chain ships with guidance')
  expect(figureWords(guidance)).toMatch(/^[\d,]+ to [\d,]+$/)
  const [first] = series
  if (first === undefined) throw new Error('MP disclosed figures')
  const ends = segmentsOf(first).map(({ to }) => to)
  expect(ends).toEqual(ends.toSorted())
  expect(yearsOf([])).toBeNull()
})

it('says a date no more exactly than it is known', () => {
  expect(spanWords(day('2024-04-01'), 'quarter')).toBe('second quarter of 2024')
  expect(spanWords(day('2027-12-31'), 'half')).toBe('second half of 2027')
  expect(spanWords(day('2028-12-31'), 'year')).toBe('2028')
  expect(spanWords(day('2027-10-31'), 'on-or-before')).toBe('by 31 Oct 2027')
})

it('the balance has a year for every year, and a choice of actors keeps the years of all', () => {
  const row = { upstream: 1, both: 2, downstream: 0, recycling_only: 0, no_stage: 0 }
  const rows = [
    { ...row, jurisdiction: 'CN', year: 2023 },
    { ...row, jurisdiction: 'US', year: 2025 },
  ]
  expect(balanceYears(rows, []).map(({ year, both }) => [year, both])).toEqual([
    [2023, 2],
    [2024, 0],
    [2025, 2],
  ])
  expect(balanceYears(rows, ['US']).map(({ upstream }) => upstream)).toEqual([0, 0, 1])
  expect(balanceTotals(balanceYears(rows, []))).toMatchObject({ upstream: 2, both: 4 })
  expect(balanceYears([], [])).toEqual([])
})
