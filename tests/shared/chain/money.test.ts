import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { moneySums, type MoneyBy, type SummedMoney } from '@oreline/shared/domain/chain/money.ts'
import { chainPartSchemas, chainRecords } from '@oreline/shared/domain/chain/records.ts'
import { currencyCodeSchema } from '@oreline/shared/kernel/brand.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedEvents, seedJson } from '../../support/seed-files.ts'

const jurisdictions = new Map<string, string>(seedEvents().map(({ id, jurisdiction }) => [id, jurisdiction]))
const money = chainRecords(chainSchema.parse(seedJson('chain')))
  .filter(({ key }) => key.startsWith('money/'))
  .map(({ key, body }) => {
    const row = chainPartSchemas.money.parse(body)
    return {
      ...row,
      id: key,
      counted_in: row.counted_in ?? null,
      event_jurisdiction: jurisdictions.get(row.event_id ?? '') ?? null,
    }
  })

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
  ...more,
})

describe('announced money (chain.md, 35 rows)', () => {
  it('of the Pentagon: 9.6 + 30.4 + 35 + 400 + 150 = 625 million paid, 258 + 96 = 354 conditional', () => {
    expect(sumOf(money, 'payer', defence)).toMatchObject({
      paid: 625,
      conditional: 354,
      counted_elsewhere: ['money/2022-06-14-lynas-us-department-of-defense-war-grant'],
    })
  })

  it('counts the 120 million of June 2022 until the 258 million of August 2023 took them in', () => {
    const by = (date: string) =>
      sumOf(
        money.filter((row) => row.date <= date),
        'payer',
        defence,
      )
    expect(by('2022-12-31')).toMatchObject({ paid: 75, conditional: 120, counted_elsewhere: [] })
    expect(by('2023-12-31')).toMatchObject({ paid: 75, conditional: 258 })
  })

  it.each([
    ['magnet', 'USD', 1147.5, 4005.5],
    ['separation', 'USD', 1150, 354],
    ['separation', 'AUD', 950, 0],
    ['mining', 'AUD', 0, 638],
  ] as const)(
    'at the stage %s, in %s: %d million paid, %d conditional',
    (stage, currency, paid, conditional) => {
      expect(sumOf(money, 'stage', stage, 'million', currency)).toMatchObject({ paid, conditional })
    },
  )

  it('adds no floor to another or to cash: three at 110 USD/kg are three rows and no sum', () => {
    expect(moneySums(money, 'kind').filter(({ name }) => name === 'floor')).toMatchObject([
      { unit: 'per kg NdPr', paid: null, conditional: null, rows: { length: 3 } },
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
    expect(sumOf(rows, 'stage', 'magnet')).toMatchObject({ paid: 0.3, conditional: 0 })
  })

  it('comes to the same whatever it is told by, and names every row once', () => {
    const row = fc.record({
      amount: fc.integer({ min: 1, max: 1_000 }),
      conditional: fc.boolean(),
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
          return sums.reduce((total, { paid, conditional }) => total + (paid ?? 0) + (conditional ?? 0), 0)
        })
        expect(new Set(totals).size).toBe(1)
      }),
    )
  })
})
