/** The hatching of what is paused: one pattern per ink, since a pattern cannot take the colour of what it fills. */

type HatchProps = { readonly id: string; readonly ink: string; readonly size: number }

/** To be filled with `url(#id)`; `size` is the distance of the strokes in pixels. */
export function Hatch({ id, ink, size }: HatchProps) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1={size / 2} y1={0} x2={size / 2} y2={size} stroke={ink} strokeWidth={size * 0.32} />
    </pattern>
  )
}
