/** When acts were in force (solid) or paused (hatched); thin and dashed where no source says what holds. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId } from 'react'
import type { EventLane } from './event-lane.ts'
import type { Geometry } from './geometry.ts'
import { Hatch } from './hatch.tsx'
import type { LaneSpan } from './lane-span.ts'
import { DAY_MS, dayMs, xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'

const IN_FORCE = 0.5
/** Of one act in the strip: a dozen of them are nearly opaque. */
const STANDING = 0.1

type LaneBarsProps = {
  readonly lane: EventLane
  readonly drawn: TimeScale
  readonly geometry: Geometry
  readonly today: IsoDate
  readonly selectedId: string | null
}

/** A bar without a known end reaches to the end of today: what comes after is not known. */
export function LaneBars({ lane, drawn, geometry, today, selectedId }: LaneBarsProps) {
  const hatch = useId()
  const { bar } = geometry
  const { ink } = lane.lane
  const endOfToday = dayMs(today) + DAY_MS
  return (
    <g aria-hidden="true">
      <Hatch id={hatch} ink={ink} size={3} />
      {lane.spans.map((span) => {
        const x = Math.max(0, xAt(drawn, span.from))
        const width = Math.min(drawn.width, xAt(drawn, span.to ?? endOfToday)) - x
        if (width <= 0) return null
        const isSelected = span.event.id === selectedId
        const key = `${span.event.id} ${span.from}`
        if (span.row === null) {
          const opacity = isSelected ? 1 : STANDING
          return (
            <rect
              key={key}
              x={x}
              y={lane.stripTop}
              width={width}
              height={bar.strip}
              fill={ink}
              opacity={opacity}
            />
          )
        }
        const y = lane.barsTop + span.row * bar.row
        if (span.unconfirmed) {
          const middle = y + bar.height / 2
          return (
            <line
              key={key}
              x1={x}
              x2={x + width}
              y1={middle}
              y2={middle}
              stroke={ink}
              strokeWidth={isSelected ? 2 : 1.2}
              strokeDasharray="2 3"
            />
          )
        }
        return (
          <rect
            key={key}
            x={x}
            y={y}
            width={width}
            height={bar.height}
            fill={fillOf(span, ink, hatch)}
            opacity={isSelected || span.state === 'suspended' ? 1 : IN_FORCE}
          />
        )
      })}
    </g>
  )
}

function fillOf(span: LaneSpan, ink: string, hatch: string): string {
  return span.state === 'suspended' ? `url(#${hatch})` : ink
}
