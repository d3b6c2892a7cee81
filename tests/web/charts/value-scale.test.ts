import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueScale, yAt } from '../../../web/charts/value-scale.ts'

const place = { top: 10, bottom: 330, tickPx: 46 }

describe('value scale', () => {
  it('is none without values', () => {
    expect(valueScale('linear', [], place)).toBeNull()
  })

  it('shows every value between top and bottom, on either kind of axis', () => {
    const values = fc.array(fc.double({ min: 0.01, max: 100_000, noNaN: true }), {
      minLength: 1,
      maxLength: 50,
    })
    fc.assert(
      fc.property(values, fc.constantFrom('linear' as const, 'log' as const), (prices, kind) => {
        const scale = valueScale(kind, prices, place)
        if (scale === null) throw new Error('there were values')
        for (const price of prices) {
          const y = yAt(scale, price)
          expect(y).toBeGreaterThanOrEqual(place.top)
          expect(y).toBeLessThanOrEqual(place.bottom)
        }
        for (const tick of scale.ticks) expect(tick >= scale.min && tick <= scale.max).toBe(true)
      }),
    )
  })

  it('ticks in round steps', () => {
    expect(valueScale('linear', [52, 503], place)?.ticks).toEqual([100, 200, 300, 400, 500])
  })

  it('ticks a log axis by 1, 2 and 5', () => {
    expect(valueScale('log', [4, 98], place)?.ticks).toEqual([5, 10, 20, 50, 100])
  })

  it('makes equal changes equally high on a log axis', () => {
    const scale = valueScale('log', [5, 200], place)
    if (scale === null) throw new Error('there were values')
    expect(yAt(scale, 10) - yAt(scale, 20)).toBeCloseTo(yAt(scale, 50) - yAt(scale, 100), 9)
  })

  it('gives a line that never moves some room', () => {
    const scale = valueScale('linear', [0, 0], place)
    expect(scale !== null && scale.max > scale.min).toBe(true)
  })
})
