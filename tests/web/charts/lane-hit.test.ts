import { describe, expect, it } from 'vitest'
import {
  capsuleMiddle,
  drawnItems,
  eventLanes,
  lanesHeight,
  marksInOrder,
  rowMiddle,
} from '../../../web/charts/event-lane.ts'
import { geometryFor } from '../../../web/charts/geometry.ts'
import { hitLane } from '../../../web/charts/lane-hit.ts'
import { msAt, windowOf } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'
import { TODAY, catalogueAt } from './timeline-parts.ts'

const geometry = geometryFor(360)
const lanes = eventLanes(catalogueAt(TODAY), TODAY, geometry)
const drawn = {
  window: windowOf({ from: day('2024-01-01'), to: day('2027-03-31') }),
  left: 0,
  width: geometry.across,
}
const items = drawnItems(lanes, drawn, geometry.mark)
const hitAt = (x: number, y: number) => hitLane(lanes, items, { x, y, ms: msAt(drawn, x) }, geometry)

describe('lanes', () => {
  it('stand under one another without gap or overlap, in a fixed order', () => {
    expect(lanes.map(({ lane }) => lane.id)).toEqual(['US', 'CN', 'AU', 'MY', 'JP', 'EU', 'other'])
    lanes.forEach(({ top, height }, place) =>
      expect(lanes[place + 1]?.top ?? lanesHeight(lanes)).toBe(top + height),
    )
  })

  it('drop a jurisdiction without events', () => {
    const chinese = catalogueAt(TODAY).filter(({ jurisdiction }) => jurisdiction === 'CN')
    expect(eventLanes(chinese, TODAY, geometry).map(({ lane }) => lane.id)).toEqual(['CN'])
  })

  it('give the keyboard every mark once, in order of time', () => {
    const order = marksInOrder(lanes, { from: -Infinity, to: Infinity })
    expect(order).toHaveLength(lanes.reduce((sum, { marks }) => sum + marks.length, 0))
    const reachable = marksInOrder(lanes, drawn.window)
    expect(reachable.length).toBeGreaterThan(100)
    expect(reachable.every(({ date }) => date >= '2023-12-01' && date <= '2027-03-31')).toBe(true)
    expect(order.map(({ at }) => at)).toEqual(order.map(({ at }) => at).toSorted((a, b) => a - b))
  })
})

describe('a finger in the lanes', () => {
  it('finds every mark drawn at its own place', () => {
    lanes.forEach((lane, place) => {
      for (const item of items[place] ?? []) {
        const isMark = item.kind === 'mark'
        const x = isMark ? item.x : (item.x0 + item.x1) / 2
        const hit = hitAt(x, isMark ? rowMiddle(lane, item.row, geometry) : capsuleMiddle(lane, geometry))
        expect(hit?.marks).toEqual(isMark ? [item.mark] : item.marks)
      }
    })
  })

  it('need not be exact: twelve pixels aside still hit where nothing else is near', () => {
    const japan = lanes.findIndex(({ lane }) => lane.id === 'JP')
    const lane = lanes[japan]
    const [only] = items[japan] ?? []
    if (lane === undefined || only?.kind !== 'mark') throw new Error('Japan has one mark in these years')
    expect(hitAt(only.x - 11, rowMiddle(lane, 0, geometry) + 4)?.marks).toEqual([only.mark])
    expect(hitAt(only.x - 30, rowMiddle(lane, 0, geometry))).toBeNull()
  })

  it('finds the act whose bar it is on', () => {
    const place = lanes.findIndex(({ lane }) => lane.id === 'CN')
    const lane = lanes[place]
    const span = lane?.spans.find(({ state, row }) => state === 'suspended' && row !== null)
    if (lane === undefined || span === undefined || span.row === null)
      throw new Error('China has paused acts')
    const ms = span.from + 100 * 86_400_000
    const y = lane.barsTop + span.row * geometry.bar.row + 1
    const hit = hitLane(lanes, items, { x: -1_000, y, ms }, geometry)
    expect(hit?.marks.map(({ event, role }) => [event.id, role])).toEqual([[span.event.id, 'announced']])
  })
})
