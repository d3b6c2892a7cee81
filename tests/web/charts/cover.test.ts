import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canServe, coverOf, drawnScale, motionOf } from '../../../web/charts/cover.ts'
import { DAY_MS, xAt } from '../../../web/charts/time-scale.ts'

const geometry = { across: 900 }
const window = { from: 1_000 * DAY_MS, to: 2_000 * DAY_MS }
const cover = coverOf(window, false)

describe('cover', () => {
  it('serves what it reaches and no more', () => {
    expect(canServe(cover, window, 1)).toBe(true)
    expect(canServe(cover, { from: 600 * DAY_MS, to: 1_600 * DAY_MS }, 1)).toBe(true)
    expect(canServe(cover, { from: 400 * DAY_MS, to: 1_400 * DAY_MS }, 1)).toBe(false)
    expect(canServe(cover, { from: 1_200 * DAY_MS, to: 1_800 * DAY_MS }, 1)).toBe(false)
    expect(canServe(cover, { from: 1_200 * DAY_MS, to: 1_800 * DAY_MS }, 2)).toBe(true)
    expect(canServe(cover, { from: 1_450 * DAY_MS, to: 1_550 * DAY_MS }, 2)).toBe(false)
  })

  it('puts every moment where a fresh drawing would have put it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 600, max: 2_300 }),
        fc.integer({ min: 300, max: 1_900 }),
        fc.integer({ min: 500, max: 2_500 }),
        (from, length, moment) => {
          const shown = {
            window: { from: from * DAY_MS, to: (from + length) * DAY_MS },
            left: 74,
            width: geometry.across,
          }
          const drawn = drawnScale(cover, geometry)
          const { stretch, shift } = motionOf(drawn, shown)
          const ms = moment * DAY_MS
          expect(xAt(drawn, ms) * stretch + shift).toBeCloseTo(xAt(shown, ms), 6)
        },
      ),
    )
  })
})
