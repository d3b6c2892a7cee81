/** The chain over HTTP as shipped: what touches it on a day, and its figures. */
import { getChinaShares, getDisclosed, getMoney, getMoneySums } from '@oreline/shared/api/chain-figures.ts'
import { getChain, getChainMap, type ChainMap } from '@oreline/shared/api/chain.ts'
import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'

const chain = '/api/v1/chain'
const file = new URL('../../../migrations/seed/chain.json', import.meta.url)
const elementIn = ({ elements }: ChainMap, symbol: string) => elements.find((one) => one.symbol === symbol)

describe('the chain as shipped', () => {
  test('says which act controls which element, and whether it holds, on the day', async ({ shipped }) => {
    const on = async (at: string) => (await read(shipped, getChainMap, `${chain}/map?at=${at}`)).data
    const now = await on('2026-11-21')
    expect([now.stages, now.elements, now.coverage].map(({ length }) => length)).toEqual([7, 17, 51])
    expect(elementIn(now, 'Dy')?.controls).toMatchObject([
      {
        event_id: 'cn-2025-04-04-mofcom-18',
        state: { value: 'effective', since: '2025-04-04' },
        until: null,
      },
    ])
    expect(elementIn(now, 'Ho')?.controls).toMatchObject([
      { state: { value: 'suspended', unconfirmed: true }, until: '2026-11-10' },
    ])
    const before = await on('2025-01-01')
    expect(elementIn(before, 'Dy')?.controls).toMatchObject([{ state: null }])
    expect(before.controls_all_elements.map(({ state }) => state?.value)).toEqual([
      'effective',
      undefined,
      undefined,
      undefined,
    ])
    expect(await read(shipped, getChain, `${chain}?stage=magnet&element=Nd&ticker=MP`)).toMatchObject({
      data: [
        { site: 'Independence, Fort Worth, Texas', status: 'commissioning', group: 'light' },
        { site: '10X, Northlake, Texas', status: 'planned', expected: '2028-12-31' },
      ],
    })
  })

  test('gives shares side by side, figures with their basis, and money without adding it twice', async ({
    shipped,
  }) => {
    const shares = await read(shipped, getChinaShares, `${chain}/china-share`)
    expect(shares.data).toHaveLength(21)
    expect(shares.data.filter(({ stage }) => stage === 'refining').map((row) => row.share_percent)).toEqual([
      92,
      77,
      null,
      80,
      70,
      77,
      93,
      70,
    ])
    for (const [metric, figures, basis] of [
      ['NdPr realised price', 6, 'oxide equivalent'],
      ['NdPr production', 12, 'oxide weight'],
      ['Price Protection Agreement income', 3, 'booked outside revenue'],
    ] as const) {
      const { data } = await read(shipped, getDisclosed, `${chain}/disclosed?ticker=MP&metric=${metric}`)
      expect(data).toHaveLength(figures)
      for (const row of data) expect(row.basis).toContain(basis)
    }
    const money = await read(shipped, getMoney, `${chain}/money?from=2025-04-01&at=2025-12-31`)
    expect([money.data[0]?.date, money.data.at(-1)?.date]).toEqual(['2025-04-01', '2025-11-26'])
    const sums = await read(shipped, getMoneySums, `${chain}/money-sums?by=jurisdiction`)
    expect(sums.data).toContainEqual(
      expect.objectContaining({
        name: 'JP',
        currency: 'USD',
        unit: 'million',
        paid: 259,
        conditional: 0,
        ended: 0,
      }),
    )
    const seadrift = (await read(shipped, getMoney, `${chain}/money?at=2026-11-21`)).data.filter(
      ({ payer, payee }) => payee === 'Lynas' && payer.startsWith('US'),
    )
    expect(seadrift.map(({ amount, ended }) => [amount, ended])).toEqual([
      [30.4, false],
      [120, true],
      [258, true],
      [96, false],
      [110, false],
    ])
    const table = await ask(shipped, `${chain}/money?at=2026-11-21&format=csv`)
    expect(table.text.split('\n')[0]).toContain('conditional,ended,stage')
  })

  test.for([
    ['?element=Dy,Xx', 'element'],
    ['?stage=melting', 'stage'],
    ['?ticker=XYZ', 'ticker'],
    ['?at=2025-13-01', 'at'],
    ['/disclosed?metric=NdPr price', 'metric'],
    ['/money?from=2026-01-01&to=2025-01-01', 'from'],
    ['/money-sums?by=colour', 'by'],
    ['/map?as_of=2020-01-01T00:00:00Z', 'as_of'],
    ['/rows/stage/mining/history', 'part'],
    ['/rows/coverage/nowhere/history', 'slug'],
  ] as const)('%s is refused, naming %s', async ([question, parameter], { shipped }) => {
    const { status, json } = await ask(shipped, `${chain}${question}`)
    expect([status, json]).toMatchObject([
      expect.toSatisfy((code) => code === 400 || code === 404),
      { parameter },
    ])
  })

  test('leaves as the file it came in, to the byte', async ({ shipped }) => {
    const { text, headers } = await ask(shipped, '/chain.json')
    expect(text).toBe(readFileSync(file, 'utf8'))
    const again = await ask(shipped, '/chain.json', { headers: { 'if-none-match': String(headers['etag']) } })
    expect(again.status).toBe(304)
    expect(await ask(shipped, '/chain.json?as_of=2020-01-01T00:00:00Z')).toMatchObject({ status: 404 })
  })
})
