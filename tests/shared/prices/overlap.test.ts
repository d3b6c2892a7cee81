import { compareOverlap } from '@oreline/shared/domain/prices/overlap.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../support/brands.ts'

const series = (closes: readonly number[]) =>
  closes.map((close, place) => ({ date: addDays(day('2026-01-01'), place), close }))

const closes = (least: number) =>
  fc.array(fc.double({ min: 0.5, max: 500, noNaN: true }), { minLength: least, maxLength: 40 })
/** Ratios of splits, one way and the other. */
const splitRatio = fc.constantFrom(2, 3, 4, 10, 1.5).chain((k) => fc.constantFrom(k, 1 / k))
/** The noise of a 32-bit float, far inside what counts as equal. */
const withNoise = (closes: readonly number[]) => closes.map((close) => Math.fround(close))

describe('what a fresh answer means for a stored history', () => {
  test('law: the same figures through 32-bit floats agree, in any order', () => {
    fc.assert(
      fc.property(closes(0), (stored) => {
        const fresh = series(withNoise(stored)).toReversed()
        expect(compareOverlap(series(stored), fresh)).toEqual({ kind: 'agrees', compared: stored.length })
      }),
    )
  })

  test('law: five days and more all times one k are a rebase by k', () => {
    fc.assert(
      fc.property(closes(5), splitRatio, (stored, k) => {
        const overlap = compareOverlap(series(stored), series(withNoise(stored.map((close) => close * k))))
        expect(overlap).toMatchObject({ kind: 'rebase', compared: stored.length })
        expect(overlap.kind === 'rebase' ? overlap.k : 0).toBeCloseTo(k, 4)
      }),
    )
  })

  test('law: a history rescaled up to some day only is half-adjusted, whatever the day', () => {
    fc.assert(
      fc.property(closes(6), splitRatio, fc.nat(), (stored, k, cut) => {
        const end = 1 + (cut % (stored.length - 1))
        const fresh = stored.map((close, place) => (place < end ? close * k : close))
        expect(compareOverlap(series(stored), series(fresh))).toMatchObject({
          kind: 'half-adjusted',
          agreesFrom: addDays(day('2026-01-01'), end),
        })
      }),
    )
  })

  test('law: one or two days corrected in the middle are corrections, and named', () => {
    fc.assert(
      fc.property(closes(6), fc.double({ min: 1.01, max: 3, noNaN: true }), fc.nat(), (stored, by, at) => {
        const place = 1 + (at % (stored.length - 1))
        const fresh = stored.map((close, index) => (index === place ? close * by : close))
        expect(compareOverlap(series(stored), series(fresh))).toEqual({
          kind: 'corrections',
          compared: stored.length,
          dates: [addDays(day('2026-01-01'), place)],
        })
      }),
    )
  })

  test('law: a judgement depends on ratios alone: both sides in another unit change nothing', () => {
    fc.assert(
      fc.property(closes(1), closes(1), (stored, fresh) => {
        const pence = (values: readonly number[]) => series(values.map((value) => value * 100))
        expect(compareOverlap(pence(stored), pence(fresh)).kind).toBe(
          compareOverlap(series(stored), series(fresh)).kind,
        )
      }),
    )
  })

  test('law: a rescaling with one or two days corrected in the same answer is a rebase all the same', () => {
    fc.assert(
      fc.property(closes(8), splitRatio, fc.nat(), fc.nat(), (stored, k, one, other) => {
        const corrected = [one % stored.length, other % stored.length]
        const fresh = stored.map((close, place) => close * k * (corrected.includes(place) ? 1.013 : 1))
        const overlap = compareOverlap(series(stored), series(fresh))
        expect(overlap.kind).toBe('rebase')
        expect(overlap.kind === 'rebase' ? overlap.k : 0).toBeCloseTo(k, 9)
      }),
    )
  })

  test('days that only one side has do not count', () => {
    const stored = series([10, 11, 12])
    const fresh = [...series([10, 11, 12, 13]).slice(2), { date: day('2027-01-01'), close: 1 }]
    expect(compareOverlap(stored, fresh)).toEqual({ kind: 'agrees', compared: 1 })
    expect(compareOverlap([], fresh)).toEqual({ kind: 'agrees', compared: 0 })
  })

  test('four days all times one k prove no rebase: they disagree until more are asked for', () => {
    const stored = [10, 11, 12, 13]
    const fresh = stored.map((close) => close / 2)
    expect(compareOverlap(series(stored), series(fresh))).toEqual({
      kind: 'disagrees',
      compared: 4,
      differing: 4,
      k: 0.5,
    })
  })

  test('a tenth of a long overlap may be corrected, more disagrees', () => {
    const stored = Array.from({ length: 40 }, (_, place) => 10 + place)
    const fresh = (wrong: number) =>
      stored.map((close, place) => (place % 8 === 4 && place < wrong * 8 ? close * 1.02 : close))
    expect(compareOverlap(series(stored), series(fresh(4))).kind).toBe('corrections')
    expect(compareOverlap(series(stored), series(fresh(5)))).toMatchObject({
      kind: 'disagrees',
      differing: 5,
    })
  })

  test('a first day 2 % off is a correction, a first day at half is half-adjusted', () => {
    const stored = [10, 11, 12, 13, 14, 15]
    expect(compareOverlap(series(stored), series([10.2, ...stored.slice(1)])).kind).toBe('corrections')
    expect(compareOverlap(series(stored), series([5, ...stored.slice(1)])).kind).toBe('half-adjusted')
  })

  test('Q37: an error of one day says nothing about the scale, wherever it stands; many disagree', () => {
    const stored = Array.from({ length: 15 }, (_, place) => 10 + place / 10)
    const spoilt = (...places: readonly number[]) =>
      series(stored).map((day, place) =>
        places.includes(place) ? { ...day, close: day.close * 100, flags: ['suspect'] as const } : day,
      )
    for (const place of [0, 7, 14])
      expect(compareOverlap(series(stored), spoilt(place))).toEqual({ kind: 'agrees', compared: 14 })
    expect(compareOverlap(series(stored), spoilt(3, 7, 11)).kind).toBe('disagrees')
    // The good days are suspect to a series that begins a hundredfold: they still say that the rest is wrong.
    const begunWrong = series(stored).map((day, place) =>
      place < 13 ? { ...day, close: day.close * 100 } : { ...day, flags: ['suspect'] as const },
    )
    expect(compareOverlap(series(stored), begunWrong)).toMatchObject({ kind: 'half-adjusted', k: 100 })
  })

  test('Q36: 34.4500007629 and 34.45 agree; 1e-4 is the line', () => {
    expect(compareOverlap(series([34.45]), series([34.450000762939453])).kind).toBe('agrees')
    expect(compareOverlap(series([100, 50]), series([100.02, 50])).kind).toBe('corrections')
  })
})
