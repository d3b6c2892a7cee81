import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strandOf } from '../../../web/charts/chain-flow.ts'
import { movedBy } from '../../../web/charts/grid-move.ts'

const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'] as const

describe('moving in a grid', () => {
  it('never leaves it, whatever the keys', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
        (rows, columns, presses) => {
          let place = { row: 0, column: 0 }
          for (const [key, far] of presses) place = movedBy(key, place, { rows, columns }, far) ?? place
          expect(place.row).toBeGreaterThanOrEqual(0)
          expect(place.row).toBeLessThan(rows)
          expect(place.column).toBeGreaterThanOrEqual(0)
          expect(place.column).toBeLessThan(columns)
        },
      ),
    )
  })

  it('Home and End stay in the row, with Control they take the ends of the grid; other keys do not move', () => {
    const size = { rows: 18, columns: 8 }
    expect(movedBy('End', { row: 3, column: 2 }, size, false)).toEqual({ row: 3, column: 7 })
    expect(movedBy('Home', { row: 3, column: 2 }, size, true)).toEqual({ row: 0, column: 0 })
    expect(movedBy('Enter', { row: 3, column: 2 }, size, false)).toBeNull()
  })
})

it('a strand runs where a company works at both stages, is dashed to a plan, and stops where it does not work', () => {
  expect(strandOf('operating', 'commissioning')).toBe('today')
  expect(strandOf('operating', 'planned')).toBe('plan')
  expect(strandOf('operating', 'idle')).toBeNull()
  expect(strandOf(null, 'operating')).toBeNull()
})
