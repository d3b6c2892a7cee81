import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinePoint } from '../../../web/charts/thinning.ts'
import { thinned } from '../../../web/charts/thinning.ts'

const everything = { from: -Infinity, to: Infinity }
const lines = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: 1, max: 500, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    { maxLength: 400 },
  )
  .map((values): readonly LinePoint[] => values.map((value, ms) => ({ ms, value })))

describe('thinning', () => {
  it('keeps first, lowest, highest and last of each bucket', () => {
    const line = [5, 9, 7, 1, 6, 4].map((value, ms) => ({ ms, value }))
    expect(thinned(line, everything, 6).map(({ value }) => value)).toEqual([5, 9, 1, 4])
  })

  it('keeps holes as holes, one null for each', () => {
    const line = [1, 2, null, null, 3, 4].map((value, ms) => ({ ms, value }))
    expect(thinned(line, everything, 100).map(({ value }) => value)).toEqual([1, 2, null, 3, 4])
  })

  it('takes the nearest point on either side of the window, so that the line meets the edge', () => {
    const line = [1, 2, 3, 4, 5, 6].map((value, ms) => ({ ms: ms * 10, value }))
    expect(thinned(line, { from: 15, to: 35 }, 1).map(({ ms }) => ms)).toEqual([10, 20, 30, 40])
  })

  it('invents nothing, keeps the order, both ends and both extremes', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), (line, bucket) => {
        const kept = thinned(line, everything, bucket)
        const values = line.flatMap(({ value }) => value ?? [])
        const keptValues = kept.flatMap(({ value }) => value ?? [])
        expect(kept.every((point) => line.includes(point))).toBe(true)
        expect(kept.map(({ ms }) => ms)).toEqual(kept.map(({ ms }) => ms).toSorted((a, b) => a - b))
        expect([keptValues[0], keptValues.at(-1)]).toEqual([values[0], values.at(-1)])
        expect([Math.min(...keptValues), Math.max(...keptValues)]).toEqual([
          Math.min(...values),
          Math.max(...values),
        ])
      }),
    )
  })

  it('never joins what a hole parted', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), (line, bucket) => {
        const runs = (points: readonly LinePoint[]) =>
          points.filter(({ value }, place) => value !== null && (points[place - 1]?.value ?? null) === null)
            .length
        expect(runs(thinned(line, everything, bucket))).toBe(runs(line))
      }),
    )
  })
})
