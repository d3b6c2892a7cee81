import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, dayAt, daysOf, msAt, windowOf, xAt } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'

const moments = fc.integer({ min: Date.UTC(2002, 0, 1), max: Date.UTC(2040, 0, 1) })
const windows = fc
  .tuple(moments, fc.integer({ min: DAY_MS, max: 9_000 * DAY_MS }))
  .map(([from, length]) => ({ from, to: from + length }))

describe('time scale', () => {
  it('gives the last day its room', () => {
    expect(windowOf({ from: day('2025-11-07'), to: day('2025-11-07') })).toEqual({
      from: Date.UTC(2025, 10, 7),
      to: Date.UTC(2025, 10, 8),
    })
  })

  it('finds the day of any moment in it, whatever the zone of the machine', () => {
    expect(dayAt(Date.UTC(2025, 9, 9))).toBe('2025-10-09')
    expect(dayAt(Date.UTC(2025, 9, 10) - 1)).toBe('2025-10-09')
  })

  it('comes back to the same days from their window', () => {
    const range = { from: day('2024-02-29'), to: day('2026-11-21') }
    expect(daysOf(windowOf(range))).toEqual(range)
  })

  it('never yields an empty range of days', () => {
    fc.assert(
      fc.property(windows, (window) => {
        const { from, to } = daysOf(window)
        expect(from <= to).toBe(true)
      }),
    )
  })

  it('undoes itself from moment to pixel and back', () => {
    fc.assert(
      fc.property(windows, moments, (window, ms) => {
        const scale = { window, left: 74, width: 900 }
        expect(Math.abs(msAt(scale, xAt(scale, ms)) - ms)).toBeLessThan(1)
      }),
    )
  })
})
