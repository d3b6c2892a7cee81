/** The lanes under the prices: which there are, how tall, with which marks and bars. Nothing here knows the zoom. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { eventMarks } from './event-mark.ts'
import type { EventMark } from './event-mark.ts'
import type { Geometry } from './geometry.ts'
import { laneOf, lanesFor } from './jurisdictions.ts'
import type { Lane } from './jurisdictions.ts'
import type { LaneItem } from './lane-layout.ts'
import { laneSpans, rowCount } from './lane-span.ts'
import type { LaneSpan } from './lane-span.ts'

/** `top` and `height` in pixels of the lanes; marks above, bars below from `barsTop` on. */
export type EventLane = {
  readonly lane: Lane
  readonly marks: readonly EventMark[]
  readonly markRows: number
  readonly spans: readonly LaneSpan[]
  readonly top: number
  readonly barsTop: number
  readonly height: number
}

const PADDING = 5
const MOST_BAR_ROWS = 12
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
    const height = barsTop - top + rowCount(spans) * bar.row + PADDING
    const placed = { lane, marks, markRows, spans, top, barsTop, height }
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

/** Every mark of all lanes in order of time: the order of the keyboard. */
export function marksInOrder(lanes: readonly EventLane[]): readonly EventMark[] {
  return lanes.flatMap(({ marks }) => marks).toSorted((one, other) => one.at - other.at)
}

/** The item that shows a mark. */
export function itemOf(items: readonly LaneItem[], id: string): LaneItem | undefined {
  return items.find((item) =>
    item.kind === 'mark' ? item.mark.id === id : item.marks.some((mark) => mark.id === id),
  )
}
