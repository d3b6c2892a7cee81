import type { LineInk } from '../../charts/timeline.ts'

/** A short piece of a line as the chart draws it. */
export function LineSample({ ink }: { readonly ink: LineInk }) {
  return (
    <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true" focusable="false">
      <line
        x1="0"
        x2="18"
        y1="4"
        y2="4"
        stroke={ink.color}
        strokeWidth="2.5"
        {...(ink.dash === null ? {} : { strokeDasharray: ink.dash })}
      />
    </svg>
  )
}
