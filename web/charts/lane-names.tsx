/** The names of the lanes in the left gutter, and the lines between lanes. */
import type { EventLane } from './event-lane.ts'
import type { Geometry } from './geometry.ts'
import classes from './timeline.module.css'

export function LaneNames({
  lanes,
  geometry,
}: {
  readonly lanes: readonly EventLane[]
  readonly geometry: Geometry
}) {
  const { width, narrow, left, mark } = geometry
  return (
    <g aria-hidden="true">
      {lanes.map(({ lane, top }) => (
        <g key={lane.id}>
          <line x1={0} x2={width} y1={top + 0.5} y2={top + 0.5} className={classes['laneLine']} />
          <text
            x={left - 8}
            y={top + mark.row + 3}
            textAnchor="end"
            className={classes['laneName']}
            fill={lane.ink}
          >
            {narrow ? lane.short : lane.label}
          </text>
        </g>
      ))}
    </g>
  )
}
