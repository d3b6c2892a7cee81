/** The lanes under the prices: which there are, how tall, with which marks and bars. Nothing here knows the zoom. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { eventMarks } from './event-mark.ts'
import type { EventMark } from './event-mark.ts'
import type { Geometry } from './geometry.ts'
import { laneOf, lanesFor } from './jurisdictions.ts'
import type { Lane } from './jurisdictions.ts'
import { layoutLane } from './lane-layout.ts'
import type { LaneItem } from './lane-layout.ts'
import { laneSpans, rowCount } from './lane-span.ts'
import type { LaneSpan } from './lane-span.ts'
import { xAt } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'

/** In pixels down from the top of all lanes: marks from `top` on, bars from `barsTop`, the strip from `stripTop`. */
export type EventLane = {
  readonly lane: Lane
  readonly marks: readonly EventMark[]
  readonly markRows: number
  readonly spans: readonly LaneSpan[]
  readonly top: number
  readonly barsTop: number
  readonly stripTop: number
  readonly height: number
}

const PADDING = 5
const MOST_BAR_ROWS = 10
/** Lanes with at least so many marks get a second and a third row. */
const MARKS_FOR_ROWS = [6, 30] as const

/** Top to bottom; every jurisdiction that has an event. */
export function eventLanes(
  events: readonly PolicyEventRow[],
  today: IsoDate,
  { mark, bar }: Pick<Geometry, 'mark' | 'bar'>,
): readonly EventLane[] {
  const marksByLane = Map.groupBy(eventMarks(events, today), ({ lane }) => lane)
  const eventsByLane = Map.groupBy(events, ({ jurisdiction }) => laneOf(jurisdiction))
  let top = 0
  return lanesFor(events).map((lane) => {
    const marks = marksByLane.get(lane.id) ?? []
    const markRows = 1 + MARKS_FOR_ROWS.filter((count) => marks.length >= count).length
    const spans = laneSpans(eventsByLane.get(lane.id) ?? [], today, MOST_BAR_ROWS)
    const barsTop = top + PADDING + markRows * mark.row
    const stripTop = barsTop + rowCount(spans) * bar.row
    const hasStrip = spans.some(({ row }) => row === null)
    const height = stripTop + (hasStrip ? bar.strip : 0) + PADDING - top
    const placed = { lane, marks, markRows, spans, top, barsTop, stripTop, height }
    top += height
    return placed
  })
}

/** The middle of a mark's row. */
export function rowMiddle(lane: EventLane, row: number, { mark }: Pick<Geometry, 'mark'>): number {
  return lane.top + PADDING + (row + 0.5) * mark.row
}

/** The middle of a capsule, which takes all rows. */
export function capsuleMiddle(lane: EventLane, { mark }: Pick<Geometry, 'mark'>): number {
  return lane.top + PADDING + (lane.markRows * mark.row) / 2
}

/** Every mark that can be reached, in order of time: the order of the keyboard. */
export function marksInOrder(lanes: readonly EventLane[], { from, to }: TimeWindow): readonly EventMark[] {
  return lanes
    .flatMap(({ marks }) => marks)
    .filter(({ at }) => at >= from && at < to)
    .toSorted((one, other) => one.at - other.at)
}

/** The item that shows a mark. */
export function itemOf(items: readonly LaneItem[], id: string): LaneItem | undefined {
  return items.find((item) =>
    item.kind === 'mark' ? item.mark.id === id : item.marks.some((mark) => mark.id === id),
  )
}

/**
 * What is drawn of each lane on the drawing's axis. Laid out from a moment that panning does not change, so that marks
 * do not part and gather while they move.
 */
export function drawnItems(
  lanes: readonly EventLane[],
  drawn: TimeScale,
  size: Geometry['mark'],
): readonly (readonly LaneItem[])[] {
  const place = (ms: number) => xAt(drawn, ms)
  return lanes.map(({ marks, markRows }) =>
    layoutLane(marks, markRows, place, size).filter((item) => {
      const [x0, x1] = item.kind === 'mark' ? [item.x, item.x] : [item.x0, item.x1]
      return x1 >= -size.room && x0 <= drawn.width + size.room
    }),
  )
}

export function lanesHeight(lanes: readonly EventLane[]): number {
  return lanes.reduce((sum, { height }) => sum + height, 0)
}

/** The middle of what shows a mark, down from the top of the lanes. `items` are those of the lanes, lane by lane. */
export function middleOf(
  mark: EventMark,
  lanes: readonly EventLane[],
  items: readonly (readonly LaneItem[])[],
  geometry: Pick<Geometry, 'mark'>,
): number {
  const place = lanes.findIndex(({ lane }) => lane.id === mark.lane)
  const lane = lanes[place]
  const item = itemOf(items[place] ?? [], mark.id)
  if (lane === undefined) return 0
  return item?.kind === 'mark' ? rowMiddle(lane, item.row, geometry) : capsuleMiddle(lane, geometry)
}
