import { describe, expect, it } from 'vitest'
import { exportLinks } from '../../../web/features/data/files/export-addresses.ts'
import { instrumentRow } from '../rows.ts'
import { commodityRow } from './commodity-rows.ts'

const instruments = [
  instrumentRow({ ticker: 'MP' }),
  instrumentRow({ ticker: 'LYC.AX', currency: 'AUD' }),
  instrumentRow({ ticker: 'SPY', role: 'benchmark' }),
]
const choice = { tickers: [], from: '', to: '', currency: 'local', adjust: 'splits' } as const

describe('exportLinks', () => {
  it('are addresses of the API in CSV, of the tracked instruments unless others are chosen', () => {
    const links = exportLinks(choice, instruments, [commodityRow({})])
    expect(links.map(({ name, about }) => `${name}: ${about}`)).toEqual([
      'Daily prices: MP, LYC.AX',
      'Filings: MP, LYC.AX',
      'Exchange rates: AUDUSD',
      'Policy events: with their state today',
      'Nd metal, KOMIS: as published',
    ])
    expect(links[0]?.address).toBe(
      '/api/v1/prices?tickers=MP,LYC.AX&currency=local&adjust=splits&limit=50000&format=csv',
    )
    expect(links.at(-1)?.address).toBe('/api/v1/commodities/nd-metal/points?limit=50000&format=csv')
  })

  it('have the days asked for, and no rates where everything is in dollars', () => {
    const links = exportLinks(
      { ...choice, tickers: ['SPY'], from: '2026-01-01', to: '2026-02-01' },
      instruments,
      [],
    )
    expect(links.map(({ name }) => name)).toEqual(['Daily prices', 'Filings', 'Policy events'])
    expect(links[0]?.address).toContain('tickers=SPY&from=2026-01-01&to=2026-02-01&')
  })

  it('are the events alone while no instrument is known', () => {
    expect(exportLinks(choice, [], []).map(({ name }) => name)).toEqual(['Policy events'])
  })
})
