import { doubtfulPlaces } from '@oreline/shared/domain/prices/jumps.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const rule = { limit: 0.4 }
/** Levels that never move by more than 20 % from one to the next. */
const calm = fc
  .array(fc.double({ min: 0.85, max: 1.15, noNaN: true }), { minLength: 4, maxLength: 30 })
  .map((steps) => steps.reduce<number[]>((levels, step) => [...levels, (levels.at(-1) ?? 20) * step], [20]))

describe('levels that stand alone', () => {
  test('law: a calm series has none', () => {
    fc.assert(
      fc.property(calm, (levels) => {
        expect(doubtfulPlaces(levels, rule)).toEqual([])
      }),
    )
  })

  test('law: one level a hundredfold is found wherever it stands, and no other is', () => {
    fc.assert(
      fc.property(calm, fc.nat(), fc.constantFrom(100, 0.01), (levels, at, by) => {
        const place = at % levels.length
        const bad = levels.map((level, index) => (index === place ? level * by : level))
        expect(doubtfulPlaces(bad, rule)).toEqual([place])
      }),
    )
  })

  test('law: a lasting move of any size is doubted on its first day only while no day follows', () => {
    fc.assert(
      fc.property(calm, fc.double({ min: 1.8, max: 50, noNaN: true }), (levels, by) => {
        const moved = levels.map((level) => level * by)
        expect(doubtfulPlaces([...levels, ...moved], rule)).toEqual([])
        const last = levels.at(-1) ?? 1
        expect(doubtfulPlaces([...levels, last * by], rule)).toEqual([levels.length])
      }),
    )
  })

  test('law: the unit of the levels does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true })), (levels) => {
        const halves = levels.map((level) => level / 2)
        expect(doubtfulPlaces(halves, rule)).toEqual(doubtfulPlaces(levels, rule))
      }),
    )
  })

  test('MP on 2025-07-10: 30.03 to 45.23 (+50.6 %), confirmed by the next day', () => {
    expect(doubtfulPlaces([30.5, 30.03, 45.23, 45.11], rule)).toEqual([])
    expect(doubtfulPlaces([30.5, 30.03, 45.23], rule)).toEqual([2])
  })

  test('what is excused is believed; what is impossible is never confirmed', () => {
    expect(doubtfulPlaces([10, 10, 4, 4], { ...rule, excused: (place) => place === 2 })).toEqual([])
    const impossible = (ratio: number): boolean => ratio > 50
    expect(doubtfulPlaces([10, 10, 1_000, 1_000, 10], { ...rule, impossible })).toEqual([2, 3])
  })

  test('none and one are never doubted', () => {
    expect(doubtfulPlaces([], rule)).toEqual([])
    expect(doubtfulPlaces([7], rule)).toEqual([])
  })
})
