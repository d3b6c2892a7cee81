import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import { dayMs } from '../../../web/charts/time-scale.ts'
import { piecesOf, shadesOf, type PricedDay } from '../../../web/features/floor/floor-shade.ts'

const day = (text: string) => isoDateSchema.parse(text)
const days = (...values: readonly (readonly [string, number | null])[]): readonly PricedDay[] =>
  values.map(([date, value]) => ({ date: day(date), value }))
const floor = { value: 110, from: day('2025-10-01'), to: null }

describe('the shaded gap', () => {
  it('lies below until the line crosses the floor, and above from there', () => {
    const shades = shadesOf(floor, days(['2025-10-01', 100], ['2025-10-03', 120]), null)
    expect(shades.map(({ side }) => side)).toEqual(['below', 'above'])
    const crossing = { ms: dayMs(day('2025-10-02')), value: 110 }
    expect(shades[0]?.corners.at(-1)).toEqual(crossing)
    expect(shades[1]?.corners[0]).toEqual(crossing)
  })

  it('stays on its side where the line only touches the floor', () => {
    const shades = shadesOf(floor, days(['2025-10-01', 100], ['2025-10-02', 110], ['2025-10-03', 90]), null)
    expect(shades.map(({ side }) => side)).toEqual(['below'])
    expect(shades[0]?.corners).toHaveLength(3)
  })

  it('begins with the first day the floor counts for', () => {
    expect(shadesOf(floor, days(['2025-09-29', 60], ['2025-09-30', 60]), null)).toEqual([])
  })

  it('breaks where a price is missing, and where it rests too long', () => {
    const holed = days(['2025-10-01', 60], ['2025-10-02', 61], ['2025-10-03', null], ['2025-10-06', 62])
    expect(piecesOf(holed, null).map(({ length }) => length)).toEqual([2, 1])
    const rested = days(['2025-10-01', 60], ['2025-10-02', 61], ['2025-12-01', 62], ['2025-12-02', 63])
    expect(piecesOf(rested, 15).map(({ length }) => length)).toEqual([2, 2])
    expect(shadesOf(floor, rested, 15)).toHaveLength(2)
  })

  it('of a single day is none', () => {
    expect(shadesOf(floor, days(['2025-10-01', 60]), null)).toEqual([])
  })
})
