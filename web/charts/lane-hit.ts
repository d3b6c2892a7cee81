/** What lies under a pointer or a finger in the lanes: the nearest mark within reach, else the bar it is on. */
import type { EventLane } from './event-lane.ts'
import { capsuleMiddle, rowMiddle } from './event-lane.ts'
import type { EventMark } from './event-mark.ts'
import type { Geometry } from './geometry.ts'
import type { LaneItem } from './lane-layout.ts'

export type LaneHit = {
  readonly marks: readonly EventMark[]
  /** Middle of what was hit. */
  readonly ms: number
  readonly y: number
}

/** A finger's half width: targets are 24 pixels and more, wherever nothing nearer competes. */
const REACH = 16

/** `x` on the axis of `items`, `y` in the lanes, `ms` the moment under the pointer. */
export function hitLane(
  lanes: readonly EventLane[],
  items: readonly (readonly LaneItem[])[],
  { x, y, ms }: { readonly x: number; readonly y: number; readonly ms: number },
  geometry: Geometry,
): LaneHit | null {
  const place = lanes.findIndex(({ top, height }) => y >= top && y < top + height)
  const lane = lanes[place]
  if (lane === undefined) return null
  const nearest = nearestItem(lane, items[place] ?? [], x, y, geometry)
  const bar = barUnder(lane, y, ms, geometry)
  if (bar !== null && (nearest === null || y >= lane.barsTop)) return bar
  return nearest
}

function nearestItem(
  lane: EventLane,
  items: readonly LaneItem[],
  x: number,
  y: number,
  geometry: Geometry,
): LaneHit | null {
  let best: LaneHit | null = null
  let least = REACH
  for (const item of items) {
    const isMark = item.kind === 'mark'
    const middle = isMark ? rowMiddle(lane, item.row, geometry) : capsuleMiddle(lane, geometry)
    const across = isMark ? Math.abs(item.x - x) : Math.max(0, item.x0 - x, x - item.x1)
    const distance = Math.hypot(across, Math.max(0, Math.abs(middle - y) - (isMark ? 0 : REACH)) * 0.7)
    if (distance >= least) continue
    least = distance
    best = isMark
      ? { marks: [item.mark], ms: item.mark.at, y: middle }
      : { marks: item.marks, ms: middleOf(item.marks), y: middle }
  }
  return best
}

/** The announcement whose act the bar under the pointer shows. */
function barUnder(lane: EventLane, y: number, ms: number, { bar }: Geometry): LaneHit | null {
  const row = Math.floor((y - lane.barsTop) / bar.row)
  const span = lane.spans.find(
    ({ row: itsRow, from, to }) => itsRow === row && from <= ms && ms < (to ?? Infinity),
  )
  const mark = lane.marks.find(({ event, role }) => event.id === span?.event.id && role === 'announced')
  return mark === undefined ? null : { marks: [mark], ms: mark.at, y: lane.barsTop }
}

function middleOf(marks: readonly EventMark[]): number {
  return ((marks[0]?.at ?? 0) + (marks.at(-1)?.at ?? 0)) / 2
}
