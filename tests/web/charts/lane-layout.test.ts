import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventMark } from '../../../web/charts/event-mark.ts'
import { eventMarks } from '../../../web/charts/event-mark.ts'
import type { LaneItem } from '../../../web/charts/lane-layout.ts'
import { layoutLane } from '../../../web/charts/lane-layout.ts'
import { DAY_MS } from '../../../web/charts/time-scale.ts'
import { TODAY, catalogueAt } from './timeline-parts.ts'

const size = { room: 12, capsule: 20, longest: 64 }
const [template] = eventMarks(catalogueAt(TODAY), TODAY)
const marksAt = (days: readonly number[]): readonly EventMark[] => {
  if (template === undefined) throw new Error('the catalogue has events')
  return days.toSorted((a, b) => a - b).map((at, place) => ({ ...template, id: `mark-${place}`, at }))
}
const layout = (days: readonly number[], rows: number) => layoutLane(marksAt(days), rows, (ms) => ms, size)
const marksIn = (item: LaneItem) => (item.kind === 'mark' ? [item.mark] : item.marks)

describe('lane layout', () => {
  it('puts marks with room in the first row', () => {
    expect(layout([0, 12, 40], 2).map((item) => (item.kind === 'mark' ? item.row : -1))).toEqual([0, 0, 0])
  })

  it('stacks marks that would touch', () => {
    expect(layout([0, 5, 9], 3).map((item) => (item.kind === 'mark' ? item.row : -1))).toEqual([0, 1, 2])
  })

  it('gathers what no row can hold, with its number and its stretch', () => {
    const [item, ...rest] = layout([100, 101, 102], 2)
    expect(rest).toEqual([])
    expect(item?.kind === 'cluster' ? [item.marks.length, item.x0, item.x1] : null).toEqual([3, 91, 111])
  })

  it('breaks a long crowd into several capsules', () => {
    const items = layout(
      Array.from({ length: 60 }, (_, place) => place * 4),
      1,
    )
    expect(items.length).toBeGreaterThan(2)
    const widths = items.map((item) => (item.kind === 'cluster' ? item.x1 - item.x0 : 0))
    expect(Math.max(...widths)).toBeLessThanOrEqual(size.longest)
    expect(Math.max(...widths)).toBeGreaterThan(size.capsule)
  })

  it('loses no mark, keeps their order, and covers none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 120 }),
        fc.integer({ min: 1, max: 3 }),
        (days, rows) => {
          const items = layout(days, rows)
          expect(items.flatMap(marksIn).map(({ at }) => at)).toEqual(days.toSorted((a, b) => a - b))
          const boxes = items.map((item) =>
            item.kind === 'mark'
              ? { x0: item.x - 6, x1: item.x + 6, row: item.row }
              : { x0: item.x0, x1: item.x1, row: null },
          )
          const covered = boxes.filter((box, place) =>
            boxes
              .slice(place + 1)
              .filter((other) => box.row === null || other.row === null || box.row === other.row)
              .some((other) => other.x0 < box.x1 - 1e-6),
          )
          expect(covered).toEqual([])
        },
      ),
    )
  })

  it('shows each event of 2025 for itself once a month fills the screen', () => {
    const marks = eventMarks(catalogueAt(TODAY), TODAY).filter(({ lane }) => lane === 'AU')
    const items = layoutLane(marks, 2, (ms) => (ms / DAY_MS) * 30, size)
    expect(items.every(({ kind }) => kind === 'mark')).toBe(true)
  })
})
