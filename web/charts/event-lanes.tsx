/**
 * The policy lanes: a list box whose options are the dates. Its own focus stays on the list and names the active option,
 * so that zooming, which gathers and parts marks, never takes the focus away.
 */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId, useMemo, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { capsuleMiddle, itemOf, marksInOrder, rowMiddle } from './event-lane.ts'
import type { EventLane } from './event-lane.ts'
import type { EventMark } from './event-mark.ts'
import type { Geometry } from './geometry.ts'
import type { HoverStore } from './hover.ts'
import { hitLane } from './lane-hit.ts'
import type { LaneHit } from './lane-hit.ts'
import { layoutLane } from './lane-layout.ts'
import type { LaneItem } from './lane-layout.ts'
import { LaneNames } from './lane-names.tsx'
import { LaneDrawing } from './lane-drawing.tsx'
import { Future } from './plot-ground.tsx'
import { firstAtOrAfter } from './thinning.ts'
import { indexAfter } from './time-list.ts'
import { msAt, pxPerMs, xAt } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import type { TimeTick } from './time-ticks.ts'
import type { TimelineSelection } from './timeline.ts'
import classes from './timeline.module.css'

type EventLanesProps = {
  readonly lanes: readonly EventLane[]
  readonly scale: TimeScale
  readonly extent: TimeWindow
  readonly geometry: Geometry
  readonly ticks: readonly TimeTick[]
  readonly today: IsoDate
  readonly hover: HoverStore
  /** Pixels from the top of the prices to the top of the lanes. */
  readonly offset: number
  readonly selection: TimelineSelection | null
  readonly onSelect: (selection: TimelineSelection | null) => void
  /** Bring a moment into view, and show a stretch from end to end. */
  readonly onReveal: (ms: number) => void
  readonly onFrame: (from: number, to: number) => void
}

export function EventLanes(props: EventLanesProps) {
  const { lanes, scale, extent, geometry, ticks, today, hover, offset, selection, onSelect, onReveal, onFrame } = props
  const id = useId()
  const [active, setActive] = useState<EventMark | null>(null)
  const perMs = pxPerMs(scale)
  const origin = extent.from
  const order = useMemo(() => marksInOrder(lanes), [lanes])
  const items = useMemo(
    () => lanes.map(({ marks, markRows }) => layoutLane(marks, markRows, (ms) => (ms - origin) * perMs, geometry.mark)),
    [lanes, origin, perMs, geometry.mark],
  )
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0)
  const shift = xAt(scale, origin)
  const selectedId = selection?.kind === 'event' ? selection.id : null
  const shown = active !== null && order.includes(active) ? active : null

  const hitAt = (event: PointerEvent<HTMLElement>): LaneHit | null => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left
    if (x < geometry.left || x > geometry.left + geometry.across) return null
    return hitLane(lanes, items, { x: x - shift, y: event.clientY - box.top, ms: msAt(scale, x) }, geometry)
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const hit = hitAt(event)
    hover.set(hit === null ? null : { kind: 'marks', marks: hit.marks, ms: hit.ms, y: offset + hit.y })
  }
  const choose = (hit: LaneHit | null) => {
    const [first] = hit?.marks ?? []
    const last = hit?.marks.at(-1)
    if (first === undefined || last === undefined) return
    const isTogether = first.at === last.at
    if (first !== last && !isTogether) return onFrame(first.from, last.to)
    const next = afterSelected(hit?.marks ?? [], selectedId) ?? first
    setActive(next)
    onSelect({ kind: 'event', id: next.event.id })
  }
  const show = (mark: EventMark) => {
    setActive(mark)
    onReveal(mark.at)
    const y = middleOf(mark, lanes, items, geometry)
    hover.set({ kind: 'marks', marks: [mark], ms: mark.at, y: offset + y })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      hover.set(null)
      onSelect(null)
      return
    }
    if ((event.key === 'Enter' || event.key === ' ') && shown !== null) {
      event.preventDefault()
      onSelect({ kind: 'event', id: shown.event.id })
      return
    }
    const start = firstAtOrAfter(order.map(({ at }) => ({ ms: at })), scale.window.from)
    const next = indexAfter(event.key, shown === null ? -1 : order.indexOf(shown), order.length, start)
    const mark = next === null ? undefined : order[next]
    if (mark === undefined) return
    event.preventDefault()
    show(mark)
  }

  return (
    <div
      className={classes['lanes']}
      style={{ height }}
      role="listbox"
      tabIndex={0}
      aria-label="Policy events in order of time"
      aria-activedescendant={shown === null ? undefined : `${id}${shown.id}`}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(null)}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => hover.set(null)}
      onClick={(event) => choose(hitAt(asPointer(event)))}
    >
      <svg className={classes['layer']} width={geometry.width} height={height} role="presentation">
        <Future scale={scale} today={today} left={geometry.left} right={geometry.left + geometry.across} height={height} />
        {ticks.map(({ ms, x, major }) => (
          <line key={ms} x1={x} x2={x} y1={0} y2={height} className={major ? classes['yearLine'] : classes['tickLine']} />
        ))}
        <LaneNames lanes={lanes} geometry={geometry} />
        <LaneDrawing idPrefix={id} lanes={lanes} items={items} origin={origin} perMs={perMs} shift={shift} geometry={geometry} today={today} activeId={shown?.id ?? null} selectedId={selectedId} />
      </svg>
    </div>
  )
}
