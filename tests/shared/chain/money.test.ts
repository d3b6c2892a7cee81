import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { isEnded, moneySums, type MoneyBy, type SummedMoney } from '@oreline/shared/domain/chain/money.ts'
import { chainPartSchemas, chainRecords } from '@oreline/shared/domain/chain/records.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { policyStateValueSchema } from '@oreline/shared/domain/policy/status.ts'
import { currencyCodeSchema } from '@oreline/shared/kernel/brand.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { seedEvents, seedJson } from '../../support/seed-files.ts'

const events = new Map(seedEvents().map((event) => [event.id, event]))
const announced = chainRecords(chainSchema.parse(seedJson('chain')))
  .filter(({ key }) => key.startsWith('money/'))
  .map(({ key, body }) => ({ key, row: chainPartSchemas.money.parse(body) }))
/** What had been announced by a day, as it stood then. */
const moneyOn = (date: string) =>
  announced
    .filter(({ row }) => row.date <= date)
    .map(({ key, row }) => {
      const event = row.event_id === null ? undefined : events.get(row.event_id)
      return {
        ...row,
        id: key,
        counted_in: row.counted_in ?? null,
        event_jurisdiction: event?.jurisdiction ?? null,
        ended: isEnded(row, event === undefined ? null : stateAt(event, day(date))),
      }
    })
const money = moneyOn('2026-11-22')

const sumOf = (
  rows: readonly SummedMoney[],
  by: MoneyBy,
  name: string | null,
  unit = 'million',
  currency = 'USD',
) => moneySums(rows, by).find((sum) => sum.name === name && sum.unit === unit && sum.currency === currency)
const defence = 'US Department of Defense (War)'
const aRow = (more: Partial<SummedMoney>): SummedMoney => ({
  id: 'money/a',
  payer: 'A state',
  stage: 'magnet',
  kind: 'grant',
  amount: 1,
  currency: currencyCodeSchema.parse('USD'),
  unit: 'million',
  conditional: false,
  counted_in: null,
  event_jurisdiction: null,
  ended: false,
  ...more,
})

describe('announced money (chain.md, 35 rows)', () => {
  it('of the Pentagon: 9.6 + 30.4 + 35 + 400 + 150 = 625 million paid, 96 conditional, 258 ended with Seadrift', () => {
    expect(sumOf(money, 'payer', defence)).toMatchObject({
      paid: 625,
      conditional: 96,
      ended: 258,
      counted_elsewhere: ['money/2022-06-14-lynas-us-department-of-defense-war-grant'],
    })
  })

  it('counts the 120 million of June 2022 until the 258 million of August 2023 took them in', () => {
    const on = (date: string) => sumOf(moneyOn(date), 'payer', defence)
    expect(on('2022-12-31')).toMatchObject({ paid: 75, conditional: 120, ended: 0, counted_elsewhere: [] })
    expect(on('2023-12-31')).toMatchObject({ paid: 75, conditional: 258, ended: 0 })
  })

  it('counts the 258 million until the 96 million letter of March 2026 took their place, and the 30.4 paid of 2021 stay', () => {
    const on = (date: string) => sumOf(moneyOn(date), 'payer', defence)
    expect(on('2026-02-28')).toMatchObject({ paid: 625, conditional: 258, ended: 0 })
    expect(on('2026-03-01')).toMatchObject({ paid: 625, conditional: 96, ended: 258 })
    const old = money.find(({ amount }) => amount === 30.4)
    expect([old?.event_id, old?.ended]).toEqual(['us-2021-02-01-dod-lynas-30m', false])
  })

  it('what is promised ends with its act, a price too, and nothing else does', () => {
    const over = ['expired', 'superseded', 'revoked']
    for (const value of policyStateValueSchema.options) {
      const state = { value, since: day('2026-03-01') }
      expect(isEnded({ conditional: true, unit: 'million' }, state)).toBe(over.includes(value))
      expect(isEnded({ conditional: false, unit: 'per kg NdPr' }, state)).toBe(over.includes(value))
      expect(isEnded({ conditional: false, unit: 'million' }, state)).toBe(false)
    }
    expect(isEnded({ conditional: true, unit: 'million' }, null)).toBe(false)
  })

  it.each([
    ['magnet', 'USD', 1147.5, 4005.5, 0],
    ['separation', 'USD', 1150, 96, 258],
    ['separation', 'AUD', 950, 0, 0],
    // 183 + 80; the 375 for Base Resources ended as a promise when the purchase closed.
    ['mining', 'AUD', 0, 263, 375],
  ] as const)(
    'at the stage %s, in %s: %d million paid, %d conditional, %d ended',
    (stage, currency, paid, conditional, ended) => {
      expect(sumOf(money, 'stage', stage, 'million', currency)).toMatchObject({ paid, conditional, ended })
    },
  )

  it('adds no floor to another or to cash: three at 110 USD/kg are three rows and no sum', () => {
    expect(moneySums(money, 'kind').filter(({ name }) => name === 'floor')).toMatchObject([
      { unit: 'per kg NdPr', paid: null, conditional: null, ended: null, rows: { length: 3 } },
    ])
  })

  it('adds no level of profit to cash: 140 million EBITDA a year stand apart', () => {
    expect(sumOf(money, 'kind', 'offtake', 'million EBITDA a year, minimum')).toMatchObject({ paid: null })
    expect(sumOf(money, 'kind', 'offtake')).toMatchObject({ paid: 50, conditional: 596 })
  })

  it('takes a share sale told twice, 650 and 747.5 million, once', () => {
    const sale = money.find(({ amount }) => amount === 747.5)
    const again = aRow({ id: 'money/b', kind: 'equity-raise', amount: 650, counted_in: sale?.id ?? null })
    expect(sumOf([...money, again], 'kind', 'equity-raise')).toMatchObject({
      paid: 747.5,
      counted_elsewhere: ['money/b'],
    })
  })

  it('shows no digit that nobody stated: 0.1 + 0.2 is 0.3', () => {
    const rows = [aRow({ amount: 0.1 }), aRow({ id: 'money/b', amount: 0.2 })]
    expect(sumOf(rows, 'stage', 'magnet')).toMatchObject({ paid: 0.3, conditional: 0, ended: 0 })
  })

  it('comes to the same whatever it is told by, and names every row once', () => {
    const row = fc.record({
      amount: fc.integer({ min: 1, max: 1_000 }),
      conditional: fc.boolean(),
      ended: fc.boolean(),
      payer: fc.constantFrom('A', 'B', 'C'),
      stage: fc.constantFrom('mining' as const, 'magnet' as const),
      unit: fc.constantFrom('million', 'per kg NdPr'),
      event_jurisdiction: fc.constantFrom('US', null),
      holder: fc.option(fc.nat(12)),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const all = rows.map(({ holder, ...one }, place) =>
          aRow({
            ...one,
            id: `money/${place}`,
            // Of rows that are there, only later ones hold earlier ones: no ring.
            counted_in: holder === null || holder <= place ? null : `money/${holder}`,
          }),
        )
        const totals = (['payer', 'stage', 'kind', 'jurisdiction'] as const).map((by) => {
          const sums = moneySums(all, by)
          const named = sums.flatMap((sum) => [...sum.rows, ...sum.counted_elsewhere])
          expect(named.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
          return sums.reduce(
            (total, { paid, conditional, ended }) => total + (paid ?? 0) + (conditional ?? 0) + (ended ?? 0),
            0,
          )
        })
        expect(new Set(totals).size).toBe(1)
      }),
    )
  })
})
