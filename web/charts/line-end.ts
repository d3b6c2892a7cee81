/** Where each line ends on the screen, and the label that says which it is and how far it reaches. */
import type { Geometry } from './geometry.ts'
import { placeLabels } from './label-placement.ts'
import type { DrawnSession, PriceLine } from './price-line.ts'
import { firstAtOrAfter } from './thinning.ts'
import type { TimeScale } from './time-scale.ts'
import { xAt } from './time-scale.ts'
import type { ValueScale } from './value-scale.ts'
import { yAt } from './value-scale.ts'

/**
 * The last session in view. `endsHere`: the series ends with it, so its date is worth saying; otherwise the line runs
 * on beyond the edge. `labelX`, `labelY`: left middle of the label.
 */
export type LineEnd = {
  readonly line: PriceLine
  readonly session: DrawnSession
  readonly endsHere: boolean
  readonly x: number
  readonly y: number
  readonly labelX: number
  readonly labelY: number
}

const GAP = 7
const LINE_HEIGHT = 13
const WIDE = 84
const NARROW = 54

/** The ends of the lines that have a session in view, with labels that do not cover each other. */
export function lineEnds(
  lines: readonly PriceLine[],
  scale: TimeScale,
  values: ValueScale,
  geometry: Geometry,
): readonly LineEnd[] {
  const ends = lines.flatMap((line) => {
    const last = lastInView(line, scale)
    if (last === null) return []
    const x = xAt(scale, last.session.ms)
    const y = Math.max(values.top, Math.min(values.bottom, yAt(values, last.session.value)))
    return [{ line, ...last, x, y, labelX: x + GAP }]
  })
  const width = geometry.narrow ? NARROW : WIDE
  const middles = placeLabels(
    ends.map(({ y, labelX, endsHere }) => ({
      y,
      height: (endsHere ? 2 : 1) * LINE_HEIGHT + 1,
      x0: labelX,
      x1: labelX + width,
    })),
    { top: 2, bottom: geometry.plot.height },
  )
  return ends.map((end, place) => ({ ...end, labelY: middles[place] ?? end.y }))
}


function lastInView({ sessions }: PriceLine, { window }: TimeScale) {
  const place = firstAtOrAfter(sessions, window.to) - 1
  const session = sessions[place]
  if (session === undefined || session.ms < window.from) return null
  return { session, endsHere: place === sessions.length - 1 }
}
