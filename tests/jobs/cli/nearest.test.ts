import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestWord, slipsBetween } from '../../../jobs/cli/nearest.ts'

const words = fc.string({ maxLength: 12 })

describe('slips of the finger', () => {
  test.for([
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['backfill', 'bakcfill', 1],
    ['', 'abc', 3],
  ] as const)('%s to %s: %i (optimal string alignment, worked by hand)', ([a, b, slips]) => {
    expect(slipsBetween(a, b)).toBe(slips)
  })

  test('there are none exactly between equal words, and as many in either direction', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(slipsBetween(a, b) === 0).toBe(a === b)
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a))
      }),
    )
  })

  test('never more than letters in the longer word, never fewer than the words differ in length', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const slips = slipsBetween(a, b)
        expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(slips).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      }),
    )
  })
})

describe('the nearest word', () => {
  const tickers = ['MP', 'UUUU', 'LYC.AX', '600111.SS', 'SPY', 'STW.AX']
  test.for([
    ['mp', 'MP'],
    ['MPP', 'MP'],
    ['LYC', 'LYC.AX'],
    ['600111', '600111.SS'],
    ['600111.SH', '600111.SS'],
    ['UUU', 'UUUU'],
    ['S', null],
    ['AAPL', null],
  ] as const)('to %s is %s', ([word, nearest]) => {
    expect(nearestWord(word, tickers)).toBe(nearest)
  })

  test('to a word that is known is itself, whatever its case', () => {
    for (const ticker of tickers) expect(nearestWord(ticker.toLowerCase(), tickers)).toBe(ticker)
  })
})
