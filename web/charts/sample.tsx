/** Lines and marks in miniature, for legends and cards. */
import type { MarkShape } from './mark-shape.ts'
import { markPath } from './mark-shape.ts'
import type { LineInk } from './timeline.ts'
import classes from './timeline.module.css'

export function LineSample({ ink }: { readonly ink: LineInk }) {
  return (
    <svg className={classes['sample']} width={22} height={8} aria-hidden="true">
      <line
        x1={1}
        x2={21}
        y1={4}
        y2={4}
        stroke={ink.color}
        strokeWidth={2}
        strokeDasharray={ink.dash ?? undefined}
      />
    </svg>
  )
}

type MarkSampleProps = { readonly shape: MarkShape; readonly ink: string }

export function MarkSample({ shape, ink }: MarkSampleProps) {
  return (
    <svg className={classes['sample']} width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
      <path d={markPath(shape, 4.5)} fill={ink} />
    </svg>
  )
}
