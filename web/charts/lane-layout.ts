/**
 * Where the marks of one lane go: each at its own place, stacked in rows where they would touch, and gathered under a
 * count where even the rows are full. Places are counted from a fixed moment, so that panning changes nothing.
 */
import type { EventMark } from './event-mark.ts'

/** `row` counts from 0 at the top. */
export type PlacedMark = { readonly kind: 'mark'; readonly mark: EventMark; readonly x: number; readonly row: number }

/** Marks too dense to tell apart: a capsule from `x0` to `x1` with their number. */
export type MarkCluster = {
  readonly kind: 'cluster'
  readonly marks: readonly EventMark[]
  readonly x0: number
  readonly x1: number
}

export type LaneItem = PlacedMark | MarkCluster

/** Room a mark takes across, and the least width of a capsule that still holds two digits; pixels. */
export type MarkRoom = { readonly mark: number; readonly capsule: number }

/** The items of a lane, left to right. `marks` ascend by time; `place` gives the pixel of a moment. */
export function layoutLane(
  marks: readonly EventMark[],
  rows: number,
  place: (ms: number) => number,
  room: MarkRoom,
): readonly LaneItem[] {
  const items: LaneItem[] = []
  const free: number[] = Array.from({ length: rows }, () => -Infinity)
  for (const mark of marks) {
    const x = place(mark.at)
    const row = free.findIndex((edge) => edge <= x - room.mark / 2)
    if (row >= 0) {
      items.push({ kind: 'mark', mark, x, row })
      free[row] = x + room.mark / 2
      continue
    }
    const cluster = gathered(items, mark, place, room)
    items.push(cluster)
    free.fill(cluster.x1)
  }
  return items
}

/** Takes the items that the new mark's capsule would cover off the list, and returns the capsule that holds them all. */
function gathered(items: LaneItem[], mark: EventMark, place: (ms: number) => number, room: MarkRoom): MarkCluster {
  const newest = place(mark.at)
  let marks: readonly EventMark[] = [mark]
  let box = capsuleOf(newest, newest, room)
  for (let last = items.at(-1); last !== undefined && reachOf(last, room) > box.x0; last = items.at(-1)) {
    items.pop()
    marks = [...(last.kind === 'mark' ? [last.mark] : last.marks), ...marks]
    box = capsuleOf(place((marks[0] ?? mark).at), newest, room)
  }
  return { kind: 'cluster', marks, ...box }
}

/** The capsule over marks whose middles lie between two places. */
function capsuleOf(first: number, last: number, room: MarkRoom): { readonly x0: number; readonly x1: number } {
  const half = Math.max(room.capsule, last - first + room.mark) / 2
  const middle = (first + last) / 2
  return { x0: middle - half, x1: middle + half }
}

function reachOf(item: LaneItem, room: MarkRoom): number {
  return item.kind === 'mark' ? item.x + room.mark / 2 : item.x1
}
