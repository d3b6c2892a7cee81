/** When acts were in force (solid) or paused (hatched); thin and dashed where no source says what holds. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId } from 'react'
import type { EventLane } from './event-lane.ts'
import type { Geometry } from './geometry.ts'
import { Hatch } from './hatch.tsx'
import type { LaneSpan } from './lane-span.ts'
import { DAY_MS, dayMs } from './time-scale.ts'

type LaneBarsProps = {
  readonly lane: EventLane
  readonly origin: number
  readonly perMs: number
  readonly geometry: Geometry
  readonly today: IsoDate
  readonly selectedId: string | null
}

/** A bar without a known end reaches to the end of today: what comes after is not known. */
export function LaneBars({ lane, origin, perMs, geometry, today, selectedId }: LaneBarsProps) {
  const hatch = useId()
  const { bar } = geometry
  const endOfToday = dayMs(today) + DAY_MS
  return (
    <g aria-hidden="true">
      <Hatch id={hatch} ink={lane.lane.ink} size={3} />
      {lane.spans.map((span) => {
        const x = (span.from - origin) * perMs
        const width = Math.max(1, ((span.to ?? endOfToday) - origin) * perMs - x)
        const y = lane.barsTop + span.row * bar.row
        const opacity = span.event.id === selectedId ? 1 : span.unconfirmed ? 0.6 : 0.5
        const key = `${span.event.id} ${span.from}`
        if (span.unconfirmed) {
          const middle = y + bar.height / 2
          return <line key={key} x1={x} x2={x + width} y1={middle} y2={middle} stroke={lane.lane.ink} strokeWidth={1} strokeDasharray="2 3" opacity={opacity} />
        }
        return <rect key={key} x={x} y={y} width={width} height={bar.height} fill={fillOf(span, lane, hatch)} opacity={opacity} />
      })}
    </g>
  )
}

function fillOf(span: LaneSpan, lane: EventLane, hatch: string): string {
  return span.state === 'suspended' ? `url(#${hatch})` : lane.lane.ink
}
