import { describe, expect, it } from 'vitest'
import {
  columnGuess,
  guessDraft,
  headersOf,
  valueColumns,
} from '../../../web/features/data/files/file-guess.ts'
import { instrumentRow } from '../rows.ts'

const instruments = [
  instrumentRow({ ticker: 'MP' }),
  instrumentRow({ ticker: 'LYC.AX', currency: 'AUD', calendar: 'XASX', mic: 'XASX' }),
  instrumentRow({ ticker: '600111.SS', currency: 'CNY', calendar: 'XSHG', mic: 'XSHG' }),
]

describe('headersOf', () => {
  it.each([
    ['comma', 'Date,Close,Volume\n2025-07-09,30.03,1'],
    ['semicolon, quotes and a byte order mark', '\uFEFF"Date";"Close";"Volume"\r\n'],
    ['tab', 'Date\tClose\tVolume\n'],
  ])('reads the first line: %s', (_, text) => {
    expect(headersOf(text)).toEqual(['Date', 'Close', 'Volume'])
  })
})

describe('valueColumns', () => {
  it('are neither the day in any writing nor the nameless one after a last comma, as the ECB ends its lines', () => {
    expect(valueColumns(['Date', 'USD', 'JPY', ''])).toEqual(['USD', 'JPY'])
    expect(valueColumns(['日期', '氧化钕平均价', '年', '月', '日'])).toEqual(['氧化钕平均价'])
  })
})

describe('guessDraft', () => {
  it.each([
    ['LYC.AX_daily.csv', 'LYC.AX', 'AUD'],
    ['600111 2026.csv', '600111.SS', 'CNY'],
    ['mp.csv', 'MP', 'USD'],
    ['mpx.csv', '', ''],
    ['prices.csv', '', ''],
  ])('tells bars by a close and their instrument by the name of the file: %s', (name, ticker, currency) => {
    const draft = guessDraft(name, ['Date', 'Open', 'Close'], instruments)
    expect(draft).toMatchObject({ kind: 'bars', ticker, currency, basis: '' })
  })

  it('tells exchange rates by columns named after currencies', () => {
    expect(guessDraft('eurofxref.csv', ['Date', 'USD', 'CNY'], instruments).kind).toBe('fx')
  })

  it('takes anything else for a commodity, and fills in what the only column says of itself', () => {
    const draft = guessDraft('komis.csv', ['date', 'nd_metal_99_5_fob_china_usd_kg'], instruments)
    expect(draft).toMatchObject({ kind: 'commodity', name: 'Nd metal', currency: 'USD', per: 'kg' })
  })

  it('never guesses the tax inside a price, nor whether prices are adjusted', () => {
    expect(guessDraft('x.csv', ['date', 'ndpr_oxide_rmb_t'], []).vat_percent).toBe('')
    expect(guessDraft('MP.csv', ['date', 'close', 'adj close'], instruments).basis).toBe('')
  })
})

describe('columnGuess', () => {
  it('reads element, form, purity, terms, currency and mass', () => {
    expect(columnGuess('nd_metal_99_5_fob_china_usd_kg')).toEqual({
      value: 'nd_metal_99_5_fob_china_usd_kg',
      name: 'Nd metal',
      elements: 'Nd',
      form: 'metal',
      currency: 'USD',
      per: 'kg',
      incoterm: 'FOB China',
      purity_percent: '99.5',
    })
    expect(columnGuess('NdPr oxide RMB/t')).toMatchObject({ elements: 'Nd Pr', currency: 'CNY', per: 't' })
  })

  it('leaves empty what a name does not say', () => {
    expect(columnGuess('price')).toEqual({
      value: 'price',
      name: '',
      elements: '',
      form: '',
      currency: '',
      per: '',
      incoterm: '',
      purity_percent: '',
    })
  })
})
