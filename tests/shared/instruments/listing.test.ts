import { instrumentFrom, type Listing } from '@oreline/shared/domain/instruments/listing.ts'
import { describe, expect, test } from 'vitest'

const usar: Listing = {
  symbol: 'USAR',
  name: 'USA Rare Earth, Inc.',
  exchange: 'NGM',
  exchangeName: 'NasdaqGM',
  type: 'EQUITY',
  currency: 'USD',
}

describe('a listing becomes an instrument', () => {
  test.each([
    [usar, { mic: 'XNAS', calendar: 'XNYS', currency: 'USD', benchmark: 'SPY' }],
    [
      { ...usar, symbol: 'ILU.AX', exchange: 'ASX', currency: 'AUD' },
      { mic: 'XASX', calendar: 'XASX', asx: 'ILU' },
    ],
    [
      { ...usar, symbol: '600392.SS', exchange: 'SHH', currency: 'CNY' },
      { mic: 'XSHG', calendar: 'XSHG', price_limit_percent: 10 },
    ],
    [{ ...usar, symbol: '688456.SS', exchange: 'SHH', currency: 'CNY' }, { price_limit_percent: 20 }],
    [
      { ...usar, type: 'ETF', exchange: 'PCX' },
      { kind: 'etf', mic: 'ARCX' },
    ],
    [{ ...usar, name: null }, { name: 'USAR' }],
  ] as const)('%o', (listing, expected) => {
    expect(instrumentFrom(listing)).toMatchObject({
      kind: 'instrument',
      instrument: { ticker: listing.symbol, yahoo: listing.symbol, role: 'context', ...expected },
    })
  })

  test.each([
    ['an exchange without a calendar', { exchange: 'LSE', exchangeName: 'LSE' }, 'LSE'],
    ['an exchange Yahoo does not name', { exchange: '', exchangeName: '' }, 'calendars'],
    ['a future', { type: 'FUTURE' }, 'FUTURE'],
    ['an index', { type: 'INDEX' }, 'INDEX'],
    ['a price in pence', { currency: 'GBp' }, 'GBp'],
    ['no currency', { currency: null }, 'no currency'],
  ])('is refused for %s, by a sentence that says so', (_, change, word) => {
    const answer = instrumentFrom({ ...usar, ...change })
    expect(answer).toMatchObject({ kind: 'refused' })
    expect(answer.kind === 'refused' ? answer.why : '').toContain(word)
  })
})
