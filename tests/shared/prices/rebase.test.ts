import { rebaseBase, rebased } from '@oreline/shared/domain/prices/rebase.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'

describe('rebasing', () => {
  it('makes 45.23 of a base of 30.03 into 150.62 (MP, 9 and 10 July 2025)', () => {
    expect(rebased(45.23, { date: day('2025-07-09'), value: 30.03 })).toBeCloseTo(150.616, 3)
  })

  it('looks for the first priced session on or after the day', () => {
    const points = [
      { date: day('2025-07-03'), value: 1 },
      { date: day('2025-07-07'), value: null },
      { date: day('2025-07-08'), value: 0 },
      { date: day('2025-07-09'), value: 4 },
    ]
    expect(rebaseBase(points, day('2025-07-04'))).toEqual({ date: '2025-07-09', value: 4 })
    expect(rebaseBase(points, day('2025-07-03'))).toEqual({ date: '2025-07-03', value: 1 })
    expect(rebaseBase(points, day('2025-07-10'))).toBeNull()
  })

  it('keeps relative changes, whatever the base', () => {
    const price = fc.double({ min: 0.01, max: 10_000, noNaN: true })
    fc.assert(
      fc.property(price, price, price, (base, one, other) => {
        const on = { date: day('2025-01-02'), value: base }
        expect(rebased(other, on) / rebased(one, on)).toBeCloseTo(other / one, 6)
      }),
    )
  })
})
