/** The filings of each ticker as ticks; a list box like the policy lanes, with one option drawn: the active one. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId, useMemo, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { formatAmount, formatDay } from '../ui/format.ts'
import { filingDayNear, filingDaysInOrder } from './filing-lane.ts'
import type { FilingDay, FilingLane } from './filing-lane.ts'
import { FILING_ROW } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import { FilingTicks } from './filing-ticks.tsx'

import type { HoverStore } from './hover.ts'
import { Future } from './plot-ground.tsx'
import { firstAtOrAfter } from './thinning.ts'
import { indexAfter } from './time-list.ts'
import { msAt, pxPerMs, xAt } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import type { TimelineSelection } from './timeline.ts'
import classes from './timeline.module.css'


/** Nearest tick within a finger's half width. */
const REACH_PX = 14

type FilingLanesProps = {
  readonly lanes: readonly FilingLane[]
  readonly scale: TimeScale
  readonly extent: TimeWindow
  readonly geometry: Geometry
  readonly today: IsoDate
  readonly hover: HoverStore
  readonly offset: number
  readonly selection: TimelineSelection | null
  readonly onSelect: (selection: TimelineSelection | null) => void
  readonly onReveal: (ms: number) => void
}

export function FilingLanes(props: FilingLanesProps) {
  const { lanes, scale, extent, geometry, today, hover, offset, selection, onSelect, onReveal } = props
  const id = useId()
  const [active, setActive] = useState<FilingDay | null>(null)
  const order = useMemo(() => filingDaysInOrder(lanes), [lanes])
  const height = lanes.length * FILING_ROW
  const selectedId = selection?.kind === 'filing' ? selection.id : null
  const shown = active !== null && order.includes(active) ? active : null

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
  const choose = (day: FilingDay | null) => {
    if (day === null) return
    const present = day.filings.findIndex((filing) => filing.id === selectedId)
    const next = day.filings[(present + 1) % day.filings.length]
    setActive(day)
    if (next !== undefined) onSelect({ kind: 'filing', id: next.id })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      hover.set(null)
      onSelect(null)
      return
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(shown)
      return
    }
    const start = firstAtOrAfter(order, scale.window.from)
    const next = indexAfter(event.key, shown === null ? -1 : order.indexOf(shown), order.length, start)
    const day = next === null ? undefined : order[next]
    if (day === undefined) return
    event.preventDefault()
    setActive(day)
    onReveal(day.ms)
    point(day)
  }

  return (
    <div
      className={classes['lanes']}
      style={{ height }}
      role="listbox"
      tabIndex={0}
      aria-label="Days with filings, in order of time"
      aria-activedescendant={shown === null ? undefined : `${id}active`}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(null)}
      onPointerMove={hoverAt}
      onPointerDown={hoverAt}
      onPointerLeave={() => hover.set(null)}
      onClick={(event) => choose(dayUnder(event))}
    >
      <svg className={classes['layer']} width={geometry.width} height={height} role="presentation">
        <Future scale={scale} today={today} left={geometry.left} right={geometry.left + geometry.across} height={height} />
        <FilingTicks lanes={lanes} origin={extent.from} perMs={pxPerMs(scale)} shift={xAt(scale, extent.from)} geometry={geometry} selectedId={selectedId} />
        {shown === null ? null : (
          <g
            id={`${id}active`}
            role="option"
            aria-selected={shown.filings.some((filing) => filing.id === selectedId)}
            aria-posinset={order.indexOf(shown) + 1}
            aria-setsize={order.length}
            aria-label={dayLabel(shown)}
          >
            <circle cx={xAt(scale, shown.ms)} cy={(rowOf(shown) + 0.5) * FILING_ROW} r={8} className={classes['activeRing']} />
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
