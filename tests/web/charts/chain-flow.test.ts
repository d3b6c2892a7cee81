import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowTracks } from '../../../web/charts/chain-flow.ts'

describe('the tracks of the flow on a phone', () => {
  it('the names of the four companies have room whole, and leave more than half of 312 pixels to the stages', () => {
    const { middles, end } = flowTracks(['MP', 'LYC', 'UUUU', '600111'])
    expect(middles).toEqual([17.5, 48.5, 80, 119])
    expect(end).toBe(144)
  })

  it('no name touches the next, however long', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 8 }), (names) => {
        const { middles, end } = flowTracks(names)
        const edges = middles.flatMap((middle, place) => {
          const half = ((names[place] ?? '').length * 7) / 2
          return [middle - half, middle + half]
        })
        expect([0, ...edges, end]).toEqual([0, ...edges, end].toSorted((one, other) => one - other))
      }),
    )
  })
})
