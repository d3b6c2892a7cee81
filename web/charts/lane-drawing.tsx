/** Marks, capsules and bars of all lanes, on an axis of their own that is moved as one: panning redraws nothing. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { memo, useMemo } from 'react'
import type { ReactNode } from 'react'
import { capsuleMiddle, itemOf, lanesHeight, rowMiddle } from './event-lane.ts'
import type { EventLane } from './event-lane.ts'
import type { EventMark } from './event-mark.ts'
import { EventMarkShape } from './event-mark-shape.tsx'
import type { Geometry } from './geometry.ts'
import { LaneBars } from './lane-bars.tsx'
import type { LaneItem, MarkCluster } from './lane-layout.ts'
import { markLabel } from './mark-text.ts'
import { pxPerMs } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'

export function LaneDrawing({ activeId, ...rest }: LaneMarksProps & { readonly activeId: string | null }) {
  const { lanes, items, drawn, geometry } = rest
  return (
    <svg className={classes['drawing']} width={drawn.width} height={lanesHeight(lanes)} role="presentation">
      <LaneMarks {...rest} />
      {activeId === null ? null : (
        <ActiveRing lanes={lanes} items={items} geometry={geometry} activeId={activeId} />
      )}
    </svg>
  )
}

type LaneMarksProps = {
  readonly idPrefix: string
  readonly lanes: readonly EventLane[]
  readonly items: readonly (readonly LaneItem[])[]
  /** The drawing's own axis, from pixel 0. */
  readonly drawn: TimeScale
  readonly geometry: Geometry
  readonly today: IsoDate
  /** The day the events' states are of. */
  readonly stateOn: IsoDate
  readonly selectedId: string | null
  /** Drawn in passing: what a capsule gathers is named only once the gesture rests. */
  readonly rough: boolean
}

const LaneMarks = memo(function LaneMarks(props: LaneMarksProps) {
  const { idPrefix, lanes, items, drawn, geometry, today, stateOn, selectedId, rough } = props
  const perMs = pxPerMs(drawn)
  return lanes.map((lane, place) => (
    <g key={lane.lane.id} role="presentation">
      <LaneBars lane={lane} drawn={drawn} geometry={geometry} today={today} selectedId={selectedId} />
      {(items[place] ?? []).map((item) =>
        item.kind === 'mark' ? (
          <Option
            key={item.mark.id}
            mark={item.mark}
            idPrefix={idPrefix}
            stateOn={stateOn}
            selectedId={selectedId}
            x={item.x}
            y={rowMiddle(lane, item.row, geometry)}
          >
            <EventMarkShape
              mark={item.mark}
              ink={lane.lane.ink}
              radius={geometry.mark.radius}
              reach={((item.mark.to - item.mark.from) * perMs) / 2}
            />
            {item.mark.event.id === selectedId ? (
              <circle r={geometry.mark.radius + 4} className={classes['selectedRing']} />
            ) : null}
          </Option>
        ) : (
          <Capsule
            key={item.marks[0]?.id}
            cluster={item}
            lane={lane}
            geometry={geometry}
            idPrefix={idPrefix}
            stateOn={stateOn}
            selectedId={selectedId}
            rough={rough}
          />
        ),
      )}
    </g>
  ))
})

type OptionProps = {
  readonly mark: EventMark
  readonly idPrefix: string
  readonly stateOn: IsoDate
  readonly selectedId: string | null
  readonly x: number
  readonly y: number
  readonly children?: ReactNode
}

function Option({ mark, idPrefix, stateOn, selectedId, x, y, children }: OptionProps) {
  const label = useMemo(() => markLabel(mark, stateOn), [mark, stateOn])
  return (
    <g
      id={`${idPrefix}${mark.id}`}
      role="option"
      aria-selected={mark.event.id === selectedId}
      aria-label={label}
      transform={`translate(${x} ${y})`}
    >
      {children}
    </g>
  )
}

type CapsuleProps = Omit<OptionProps, 'mark' | 'x' | 'y' | 'children'> & {
  readonly cluster: MarkCluster
  readonly lane: EventLane
  readonly geometry: Geometry
  readonly rough: boolean
}

/** A count over the stretch its dates lie in; its members are options all the same. */
function Capsule({ cluster, lane, geometry, rough, ...option }: CapsuleProps) {
  const { x0, x1, marks } = cluster
  const y = capsuleMiddle(lane, geometry)
  const half = 8
  const holdsSelected = marks.some(({ event }) => event.id === option.selectedId)
  return (
    <>
      <rect
        x={x0}
        y={y - half}
        width={x1 - x0}
        height={2 * half}
        rx={half}
        fill={lane.lane.ink}
        className={classes['capsule']}
      />
      {holdsSelected ? (
        <rect
          x={x0 - 3}
          y={y - half - 3}
          width={x1 - x0 + 6}
          height={2 * half + 6}
          rx={half + 3}
          className={classes['selectedRing']}
        />
      ) : null}
      <text x={(x0 + x1) / 2} y={y + 3.8} className={classes['capsuleCount']}>
        {marks.length}
      </text>
      {rough
        ? null
        : marks.map((mark) => <Option key={mark.id} mark={mark} {...option} x={(x0 + x1) / 2} y={y} />)}
    </>
  )
}

type ActiveRingProps = Pick<LaneMarksProps, 'lanes' | 'items' | 'geometry'> & { readonly activeId: string }

/** Where the keyboard is. */
function ActiveRing({ lanes, items, geometry, activeId }: ActiveRingProps) {
  const place = lanes.findIndex(({ marks }) => marks.some(({ id }) => id === activeId))
  const lane = lanes[place]
  const item = itemOf(items[place] ?? [], activeId)
  if (lane === undefined || item === undefined) return null
  if (item.kind === 'mark') {
    return (
      <circle
        cx={item.x}
        cy={rowMiddle(lane, item.row, geometry)}
        r={geometry.mark.radius + 4}
        className={classes['activeRing']}
      />
    )
  }
  const y = capsuleMiddle(lane, geometry)
  return (
    <rect
      x={item.x0 - 3}
      y={y - 11}
      width={item.x1 - item.x0 + 6}
      height={22}
      rx={11}
      className={classes['activeRing']}
    />
  )
}
