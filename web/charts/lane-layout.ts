/**
 * Where the marks of one lane go: each at its own place, stacked in rows where they would touch, and gathered under a
 * count where even the rows are full. Places are counted from a fixed moment, so that panning changes nothing.
 */
import type { EventMark } from './event-mark.ts'

/** `row` counts from 0 at the top. */
type PlacedMark = {
  readonly kind: 'mark'
  readonly mark: EventMark
  readonly x: number
  readonly row: number
}

/** Marks too dense to tell apart: a capsule from `x0` to `x1` with their number. */
export type MarkCluster = {
  readonly kind: 'cluster'
  readonly marks: readonly EventMark[]
  readonly x0: number
  readonly x1: number
}

export type LaneItem = PlacedMark | MarkCluster

/** The room a mark takes across; the least width of a capsule, which still holds two digits, and the most; pixels. */
export type MarkRoom = { readonly room: number; readonly capsule: number; readonly longest: number }

const CAPSULE_GAP = 1

/** The items of a lane, left to right. `marks` ascend by time; `place` gives the pixel of a moment. */
export function layoutLane(
  marks: readonly EventMark[],
  rows: number,
  place: (ms: number) => number,
  size: MarkRoom,
): readonly LaneItem[] {
  const items: LaneItem[] = []
  const free: number[] = Array.from({ length: rows }, () => -Infinity)
  for (const mark of marks) {
    const x = place(mark.at)
    const row = free.findIndex((edge) => edge <= x - size.room / 2)
    if (row >= 0) {
      items.push({ kind: 'mark', mark, x, row })
      free[row] = x + size.room / 2
      continue
    }
    const cluster = gathered(items, mark, place, size)
    items.push(cluster)
    free.fill(cluster.x1)
  }
  return items
}

/**
 * Takes the items that the new mark's capsule would cover off the list, and returns the capsule that holds them all. A
 * capsule that has grown long enough stays, and the new one stands beside it: a year of events is not one number.
 */
function gathered(
  items: LaneItem[],
  mark: EventMark,
  place: (ms: number) => number,
  size: MarkRoom,
): MarkCluster {
  const newest = place(mark.at)
  let marks: readonly EventMark[] = [mark]
  let box = capsuleOf(newest, newest, size)
  for (let last = items.at(-1); last !== undefined && reachOf(last, size) > box.x0; last = items.at(-1)) {
    const members = last.kind === 'mark' ? [last.mark] : last.marks
    const wider = capsuleOf(place((members[0] ?? mark).at), newest, size)
    if (last.kind === 'cluster' && wider.x1 - wider.x0 > size.longest) {
      const x0 = last.x1 + CAPSULE_GAP
      return { kind: 'cluster', marks, x0, x1: Math.max(box.x1, x0 + size.capsule) }
    }
    items.pop()
    marks = [...members, ...marks]
    box = wider
  }
  return { kind: 'cluster', marks, ...box }
}

/** The capsule over marks whose middles lie between two places. */
function capsuleOf(
  first: number,
  last: number,
  size: MarkRoom,
): { readonly x0: number; readonly x1: number } {
  const half = Math.max(size.capsule, last - first + size.room) / 2
  const middle = (first + last) / 2
  return { x0: middle - half, x1: middle + half }
}

function reachOf(item: LaneItem, size: MarkRoom): number {
  return item.kind === 'mark' ? item.x + size.room / 2 : item.x1
}
