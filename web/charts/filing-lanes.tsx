/** The filings of each ticker as ticks; a list box like the policy lanes, with one option drawn: the active one. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId, useMemo } from 'react'
import type { MouseEvent } from 'react'
import { formatAmount, formatDay } from '../ui/format.ts'
import { drawnScale, motionOf } from './cover.ts'
import type { Cover } from './cover.ts'
import { filingDayNear, filingDaysInOrder } from './filing-lane.ts'
import type { FilingDay, FilingLane } from './filing-lane.ts'
import { FILING_ROW } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import { FilingNames, FilingTicks } from './filing-ticks.tsx'

import type { HoverStore } from './hover.ts'
import { LaneGround } from './lane-ground.tsx'
import { MovingLayer } from './moving-layer.tsx'
import { msAt, pxPerMs, xAt } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import type { TimeTick } from './time-ticks.ts'
import type { TimelineSelection } from './timeline.ts'
import classes from './timeline.module.css'
import { useTimeList } from './use-time-list.ts'

/** Nearest tick within a finger's half width. */
const REACH_PX = 14

type FilingLanesProps = {
  readonly lanes: readonly FilingLane[]
  readonly scale: TimeScale
  readonly cover: Cover
  readonly extent: TimeWindow
  readonly geometry: Geometry
  readonly ticks: readonly TimeTick[]
  readonly today: IsoDate
  readonly hover: HoverStore
  readonly offset: number
  readonly selection: TimelineSelection | null
  readonly onSelect: (selection: TimelineSelection | null) => void
  readonly onReveal: (ms: number) => void
}

export function FilingLanes(props: FilingLanesProps) {
  const {
    lanes,
    scale,
    cover,
    extent,
    geometry,
    ticks,
    today,
    hover,
    offset,
    selection,
    onSelect,
    onReveal,
  } = props
  const id = useId()
  const order = useMemo(() => filingDaysInOrder(lanes, extent), [lanes, extent])
  const height = lanes.length * FILING_ROW
  const drawn = useMemo(() => drawnScale(cover, geometry), [cover, geometry])
  const { shift } = motionOf(drawn, scale)
  const selectedId = selection?.kind === 'filing' ? selection.id : null

  const rowOf = (day: FilingDay) => lanes.findIndex(({ series }) => series.ticker === day.ticker)
  const point = (day: FilingDay) =>
    hover.set({ kind: 'filings', day, ms: day.ms, y: offset + (rowOf(day) + 0.5) * FILING_ROW })
  const dayUnder = (event: MouseEvent<HTMLElement>): FilingDay | null => {
    const box = event.currentTarget.getBoundingClientRect()
    const lane = lanes[Math.floor((event.clientY - box.top) / FILING_ROW)]
    const ms = msAt(scale, event.clientX - box.left)
    return lane === undefined ? null : filingDayNear(lane, ms, REACH_PX / pxPerMs(scale))
  }
  const hoverAt = (event: MouseEvent<HTMLElement>) => {
    const day = dayUnder(event)
    if (day === null) hover.set(null)
    else point(day)
  }
  const { active, setActive, onKeyDown } = useTimeList({
    items: order,
    momentOf: ({ ms }) => ms,
    from: scale.window.from,
    onMove: (day) => {
      onReveal(day.ms)
      point(day)
    },
    onChoose: (day) => choose(day),
    onClear: () => {
      hover.set(null)
      onSelect(null)
    },
  })
  const choose = (day: FilingDay | null) => {
    if (day === null) return
    const present = day.filings.findIndex((filing) => filing.id === selectedId)
    const next = day.filings[(present + 1) % day.filings.length]
    setActive(day)
    if (next !== undefined) onSelect({ kind: 'filing', id: next.id })
  }

  return (
    <div
      className={classes['lanes']}
      style={{ height }}
      role="listbox"
      tabIndex={0}
      aria-label="Days with filings, in order of time"
      aria-activedescendant={active === null ? undefined : `${id}active`}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(null)}
      onPointerMove={hoverAt}
      onPointerDown={hoverAt}
      onPointerLeave={() => hover.set(null)}
      onClick={(event) => choose(dayUnder(event))}
    >
      <svg className={classes['layer']} width={geometry.width} height={height} aria-hidden="true">
        <LaneGround scale={scale} geometry={geometry} ticks={ticks} today={today} height={height} />
        <FilingNames lanes={lanes} geometry={geometry} />
      </svg>
      <MovingLayer geometry={geometry} height={height} shift={shift}>
        <FilingTicks lanes={lanes} drawn={drawn} height={height} selectedId={selectedId} />
      </MovingLayer>
      <svg className={classes['layer']} width={geometry.width} height={height} role="presentation">
        {active === null ? null : (
          <g
            id={`${id}active`}
            role="option"
            aria-selected={active.filings.some((filing) => filing.id === selectedId)}
            aria-posinset={order.indexOf(active) + 1}
            aria-setsize={order.length}
            aria-label={dayLabel(active)}
          >
            <circle
              cx={xAt(scale, active.ms)}
              cy={(rowOf(active) + 0.5) * FILING_ROW}
              r={8}
              className={classes['activeRing']}
            />
          </g>
        )}
      </svg>
    </div>
  )
}

function dayLabel({ date, ticker, filings, sensitive }: FilingDay): string {
  const titles = filings.map(({ form, title, title_en }) => `${form}: ${title_en ?? title}`).join('. ')
  const count = formatAmount(filings.length, 'filing', 'filings')
  return `${formatDay(date)}. ${ticker}, ${count}${sensitive ? ', price-sensitive' : ''}. ${titles}`
}
