import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../web/charts/time-scale.ts'
import { framed, keptWithin, panTo, panned, zoomed } from '../../../web/charts/window-motion.ts'

const extent = { from: 0, to: 1_000 * DAY_MS }
const windowIn = fc
  .tuple(fc.integer({ min: 0, max: 985 }), fc.integer({ min: 14, max: 1_000 }))
  .map(([from, length]) => ({ from: from * DAY_MS, to: Math.min(1_000, from + length) * DAY_MS }))
const isWithin = ({ from, to }: { from: number; to: number }) =>
  from >= extent.from - 1 && to <= extent.to + 1 && to - from >= 14 * DAY_MS - 1

describe('window motion', () => {
  it('stays within what can be reached and never shows less than a fortnight', () => {
    fc.assert(
      fc.property(
        windowIn,
        fc.integer({ min: -2_000, max: 2_000 }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (window, days, factor) => {
          const ms = days * DAY_MS
          expect(isWithin(panned(window, ms, extent))).toBe(true)
          expect(isWithin(zoomed(window, factor, window.from, extent))).toBe(true)
          expect(isWithin(panTo(window, ms, extent))).toBe(true)
          expect(isWithin(framed(ms, ms + DAY_MS, extent))).toBe(true)
        },
      ),
    )
  })

  it('pans without a change of length', () => {
    const window = { from: 100 * DAY_MS, to: 200 * DAY_MS }
    expect(panned(window, 5_000 * DAY_MS, extent)).toEqual({ from: 900 * DAY_MS, to: 1_000 * DAY_MS })
  })

  it('zooms around the moment under the pointer', () => {
    const window = { from: 400 * DAY_MS, to: 600 * DAY_MS }
    const next = zoomed(window, 0.5, 450 * DAY_MS, extent)
    expect(next).toEqual({ from: 425 * DAY_MS, to: 525 * DAY_MS })
  })

  it('leaves a window alone that already shows the moment', () => {
    const window = { from: 400 * DAY_MS, to: 600 * DAY_MS }
    expect(panTo(window, 500 * DAY_MS, extent)).toBe(window)
    expect(panTo(window, 640 * DAY_MS, extent)).toEqual({ from: 465 * DAY_MS, to: 665 * DAY_MS })
  })

  it('shows an extent shorter than a fortnight as a whole', () => {
    const short = { from: 0, to: 5 * DAY_MS }
    expect(keptWithin({ from: 0, to: DAY_MS }, short)).toEqual(short)
  })
})
