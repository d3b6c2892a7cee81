import { policyBalance } from '@oreline/shared/domain/chain/balance.ts'
import { chainCells } from '@oreline/shared/domain/chain/cells.ts'
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { chainEvents, controlOn } from '@oreline/shared/domain/chain/events.ts'
import { tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { seedEvent, seedEvents, seedJson } from '../../support/seed-files.ts'

const chain = chainSchema.parse(seedJson('chain'))
const catalogue = seedEvents()
const eventsOn = (at: string) =>
  chainEvents(catalogue, day(at)).filter(({ context_only: isBackground }) => !isBackground)
const cellsOn = (at: string, asked: Parameters<typeof chainCells>[1]) =>
  chainCells({ ...chain, events: eventsOn(at) }, asked)
const control = (symbol: string) => {
  const found = chain.elements.find((element) => element.symbol === symbol)?.controls[0]
  if (found === undefined) throw new Error(`no control on ${symbol}`)
  return found
}

describe('a cell of the chain', () => {
  it('holds what each company does there: separation of dysprosium, seven lines of three companies', () => {
    const rows = cellsOn('2026-11-21', { stage: ['separation'], element: ['Dy'] })
    expect(rows.map(({ ticker, status, expected }) => [ticker, status, expected])).toEqual([
      ['MP', 'planned', '2026-12-31'],
      ['LYC.AX', 'operating', null],
      ['LYC.AX', 'operating', null],
      ['LYC.AX', 'planned', '2027-10-31'],
      ['LYC.AX', 'idle', null],
      ['UUUU', 'commissioning', '2026-12-31'],
      ['UUUU', 'planned', '2029-03-31'],
    ])
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(['heavy']))
  })

  it('has one line without a company where no company is, and none when companies are asked for', () => {
    const asked = { stage: ['application'], element: ['Dy'] } as const
    expect(cellsOn('2026-11-21', asked)).toMatchObject([{ ticker: null, status: null, as_of: null }])
    expect(cellsOn('2026-11-21', { ...asked, ticker: [tickerSchema.parse('MP')] })).toEqual([])
  })

  it('is touched by No. 18 in force and No. 62 paused since 7 November 2025, which applied before', () => {
    const [now] = cellsOn('2026-11-21', { stage: ['separation'], element: ['Dy'] })
    expect(now?.events_in_force).toContain('cn-2025-04-04-mofcom-18')
    expect(now?.events_suspended).toContain('cn-2025-10-09-mofcom-62-technology')
    const [then] = cellsOn('2025-10-20', { stage: ['separation'], element: ['Dy'] })
    expect(then?.events_suspended).not.toContain('cn-2025-10-09-mofcom-62-technology')
    expect(then?.events_public).toContain('cn-2025-10-09-mofcom-62-technology')
    expect(then?.events_public).not.toContain('cn-2025-11-07-mofcom-70-suspension')
  })

  it('is each of 7 stages by 17 elements, upstream first, by atomic number, and never touched by background', () => {
    const rows = cellsOn('2026-11-21', {})
    const cells = [...new Set(rows.map(({ stage, element }) => `${stage} ${element}`))]
    expect(cells).toHaveLength(119)
    expect([cells[0], cells.at(-1)]).toEqual(['mining Sc', 'application Lu'])
    const background = new Set(catalogue.filter((event) => event.context_only).map(({ id }) => id))
    expect(rows.flatMap((row) => row.events_public).filter((id) => background.has(id))).toEqual([])
  })
})

describe('a control on an element', () => {
  const on = (symbol: string, at: string) => {
    const one = control(symbol)
    return controlOn(one, seedEvent(one.event_id), day(at))
  }

  it('of No. 57 (holmium): announced, paused to 10 November 2026, unconfirmed since (chain.md)', () => {
    expect(on('Ho', '2025-10-08')).toMatchObject({ state: null, until: null })
    expect(on('Ho', '2025-10-20')).toMatchObject({ state: { value: 'announced' }, until: null })
    expect(on('Ho', '2026-11-10').state).toEqual({ value: 'suspended', since: '2025-11-07' })
    expect(on('Ho', '2026-11-11')).toMatchObject({
      state: { value: 'suspended', since: '2025-11-07', unconfirmed: true },
      until: '2026-11-10',
    })
  })

  it('of No. 18 (dysprosium) is in force; one whose act left the catalogue has no state', () => {
    expect(on('Dy', '2026-11-21')).toMatchObject({ state: { value: 'effective' }, until: null })
    expect(controlOn(control('Dy'), undefined, day('2026-11-21'))).toMatchObject({ state: null, until: null })
  })
})

describe('the balance of policy', () => {
  const balance = policyBalance(eventsOn('2026-11-21').filter(({ state }) => state !== null))

  it('of the US in 2025: 9 upstream, 9 downstream, 8 of both; of China 6, 2 and 9', () => {
    const of = (jurisdiction: string) =>
      balance.find((row) => row.jurisdiction === jurisdiction && row.year === 2025)
    expect(of('US')).toMatchObject({ upstream: 9, downstream: 9, both: 8 })
    expect(of('CN')).toMatchObject({ upstream: 6, downstream: 2, both: 9 })
  })

  it('counts recycling beside, an event without a stage apart, and every event once', () => {
    const event = { jurisdiction: 'JP', announced_date: day('2026-01-01') }
    expect(
      policyBalance([
        { ...event, stages: ['recycling'] },
        { ...event, stages: ['recycling', 'mining'] },
        { ...event, stages: [] },
      ]),
    ).toEqual([
      { jurisdiction: 'JP', year: 2026, upstream: 1, both: 0, downstream: 0, recycling_only: 1, no_stage: 1 },
    ])
    const counted = balance.reduce(
      (sum, row) => sum + row.upstream + row.both + row.downstream + row.recycling_only + row.no_stage,
      0,
    )
    expect(counted).toBe(eventsOn('2026-11-21').length)
  })
})

describe('a realised price', () => {
  const of = (metric: string, period: string) =>
    chain.disclosed.find((row) => row.ticker === 'MP' && row.metric === metric && row.period === period)
      ?.value ?? NaN

  it.each([
    ['2023', 6854],
    ['2024', 4414],
    ['2025', 4707],
  ])(
    'is stated: concentrate revenue over volume gives the price MP states for %s, %d USD/t, total revenue does not (chain.md)',
    (period, stated) => {
      const perTonne = (metric: string) => (of(metric, period) * 1e6) / of('REO sales volume', period)
      expect(of('concentrate realised price', period)).toBe(stated)
      expect(Math.round(perTonne('concentrate revenue'))).toBe(stated)
      const wrong = Math.round(perTonne('revenue'))
      expect(chain.disclosed.filter(({ value }) => value === wrong)).toEqual([])
    },
  )
})
