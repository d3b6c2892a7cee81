import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabelBox } from '../../../web/charts/label-placement.ts'
import { placeLabels } from '../../../web/charts/label-placement.ts'

const room = { top: 0, bottom: 400 }
const at = (y: number, x0 = 0): LabelBox => ({ y, height: 26, x0, x1: x0 + 80 })

describe('label placement', () => {
  it('leaves labels alone that have room', () => {
    expect(placeLabels([at(200), at(100)], room)).toEqual([200, 100])
  })

  it('parts two on one spot evenly', () => {
    expect(placeLabels([at(200), at(200)], room)).toEqual([187, 213])
  })

  it('lets labels on different days overlap in height', () => {
    expect(placeLabels([at(200, 0), at(200, 300)], room)).toEqual([200, 200])
  })

  it('keeps a crowd at the edge inside', () => {
    expect(placeLabels([at(398), at(399)], room)).toEqual([361, 387])
  })

  it('overlaps none, leaves none outside, keeps their order, whatever the heights', () => {
    const labels = fc.array(
      fc
        .record({ y: fc.integer({ min: -50, max: 450 }), height: fc.constantFrom(14, 27) })
        .map(({ y, height }) => ({ y, height, x0: 0, x1: 80 })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(labels, (boxes) => {
        const middles = placeLabels(boxes, room)
        const placed = boxes.map(({ y, height }, place) => ({
          wanted: y,
          top: (middles[place] ?? 0) - height / 2,
          bottom: (middles[place] ?? 0) + height / 2,
        }))
        const down = placed.toSorted((one, other) => one.top - other.top)
        down.forEach(({ top, bottom, wanted }, place) => {
          expect(top).toBeGreaterThanOrEqual(room.top - 1e-6)
          expect(bottom).toBeLessThanOrEqual(room.bottom + 1e-6)
          const next = down[place + 1]
          if (next === undefined) return
          expect(next.top).toBeGreaterThanOrEqual(bottom - 1e-6)
          expect(wanted).toBeLessThanOrEqual(next.wanted)
        })
      }),
    )
  })
})
