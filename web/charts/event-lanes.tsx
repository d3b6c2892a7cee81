/**
 * The policy lanes: a list box whose options are the dates. Its own focus stays on the list and names the active option,
 * so that zooming, which gathers and parts marks, never takes the focus away.
 */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId, useMemo } from 'react'
import type { MouseEvent } from 'react'
import { drawnScale, motionOf } from './cover.ts'
import type { Cover } from './cover.ts'
import { drawnItems, lanesHeight, marksInOrder, middleOf } from './event-lane.ts'
import type { EventLane } from './event-lane.ts'
import type { EventMark } from './event-mark.ts'
import type { Geometry } from './geometry.ts'
import type { HoverStore } from './hover.ts'
import { LaneDrawing } from './lane-drawing.tsx'
import { LaneGround } from './lane-ground.tsx'
import { hitLane } from './lane-hit.ts'
import type { LaneHit } from './lane-hit.ts'
import { LaneNames } from './lane-names.tsx'
import { MovingLayer } from './moving-layer.tsx'
import { msAt } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import type { TimeTick } from './time-ticks.ts'
import type { TimelineSelection } from './timeline.ts'
import classes from './timeline.module.css'
import { useTimeList } from './use-time-list.ts'

type EventLanesProps = {
  readonly lanes: readonly EventLane[]
  readonly scale: TimeScale
  readonly cover: Cover
  readonly extent: TimeWindow
  readonly geometry: Geometry
  readonly ticks: readonly TimeTick[]
  readonly today: IsoDate
  /** The day the events' states are of. */
  readonly stateOn: IsoDate
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
  const {
    lanes,
    scale,
    cover,
    extent,
    geometry,
    ticks,
    today,
    stateOn,
    hover,
    offset,
    selection,
    onSelect,
    onReveal,
    onFrame,
  } = props
  const id = useId()
  const drawn = useMemo(() => drawnScale(cover, geometry), [cover, geometry])
  const { shift } = motionOf(drawn, scale)
  const order = useMemo(() => marksInOrder(lanes, extent), [lanes, extent])
  const items = useMemo(() => drawnItems(lanes, drawn, geometry.mark), [lanes, drawn, geometry.mark])
  const height = lanesHeight(lanes)
  const selectedId = selection?.kind === 'event' ? selection.id : null

  const select = (mark: EventMark) => onSelect({ kind: 'event', id: mark.event.id })
  const { active, setActive, onKeyDown } = useTimeList({
    items: order,
    momentOf: ({ at }) => at,
    from: scale.window.from,
    onMove: (mark) => {
      onReveal(mark.at)
      hover.set({
        kind: 'marks',
        marks: [mark],
        ms: mark.at,
        y: offset + middleOf(mark, lanes, items, geometry),
      })
    },
    onChoose: select,
    onClear: () => {
      hover.set(null)
      onSelect(null)
    },
  })
  const hitAt = (event: MouseEvent<HTMLElement>): LaneHit | null => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left
    if (x < geometry.left || x > geometry.left + geometry.across) return null
    return hitLane(lanes, items, { x: x - shift, y: event.clientY - box.top, ms: msAt(scale, x) }, geometry)
  }
  const point = (event: MouseEvent<HTMLElement>) => {
    const hit = hitAt(event)
    hover.set(hit === null ? null : { kind: 'marks', marks: hit.marks, ms: hit.ms, y: offset + hit.y })
  }
  const choose = (hit: LaneHit | null) => {
    const first = hit?.marks[0]
    const last = hit?.marks.at(-1)
    if (hit === null || first === undefined || last === undefined) return
    if (first.at !== last.at) {
      onFrame(first.from, last.to)
      return
    }
    const present = hit.marks.findIndex(({ event }) => event.id === selectedId)
    const next = hit.marks[(present + 1) % hit.marks.length] ?? first
    setActive(next)
    select(next)
  }

  return (
    <div
      className={classes['lanes']}
      style={{ height }}
      role="listbox"
      tabIndex={0}
      aria-label="Policy events in order of time"
      aria-activedescendant={active === null ? undefined : `${id}${active.id}`}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(null)}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => hover.set(null)}
      onClick={(event) => choose(hitAt(event))}
    >
      <svg className={classes['layer']} width={geometry.width} height={height} aria-hidden="true">
        <LaneGround scale={scale} geometry={geometry} ticks={ticks} today={today} height={height} />
        <LaneNames lanes={lanes} geometry={geometry} />
      </svg>
      <MovingLayer geometry={geometry} height={height} shift={shift}>
        <LaneDrawing
          idPrefix={id}
          activeId={active?.id ?? null}
          rough={cover.rough}
          {...{ lanes, items, drawn, geometry, today, stateOn, selectedId }}
        />
      </MovingLayer>
    </div>
  )
}
