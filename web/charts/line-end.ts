/** Where each line ends on the screen, and the label that says which it is and how far it reaches. */
import { formatDay } from '../ui/format.ts'
import type { Geometry } from './geometry.ts'
import { placeLabels } from './label-placement.ts'
import type { DrawnSession, PriceLine } from './price-line.ts'
import { shortTicker } from './short-ticker.ts'
import { firstAtOrAfter } from './thinning.ts'
import type { TimeScale } from './time-scale.ts'
import { xAt } from './time-scale.ts'
import type { ValueScale } from './value-scale.ts'
import { yAt } from './value-scale.ts'

/**
 * The last session in view. `endsHere`: the series ends with it; otherwise the line runs on beyond the edge. `text` and
 * below it `note`, its last day (null where the line runs on); `labelX`, `labelY`: left middle of both.
 */
export type LineEnd = {
  readonly line: PriceLine
  readonly session: DrawnSession
  readonly endsHere: boolean
  readonly text: string
  readonly note: string | null
  readonly x: number
  readonly y: number
  readonly labelX: number
  readonly labelY: number
}

const GAP = 7
const LINE_HEIGHT = 13
/** Of a bold letter and of a light one in the sizes of the labels, which are smaller on a narrow screen. */
const LETTER_PX = { wide: 7.2, narrow: 7 } as const
const SMALL_LETTER_PX = 6.3

/** The ends of the lines that have a session in view, with labels that do not cover each other. */
export function lineEnds(
  lines: readonly PriceLine[],
  scale: TimeScale,
  values: ValueScale,
  geometry: Geometry,
  textOf: (line: PriceLine, session: DrawnSession) => string,
): readonly LineEnd[] {
  const ends = lines.flatMap((line) => {
    const last = lastInView(line, scale)
    if (last === null) return []
    const x = xAt(scale, last.session.ms)
    const y = Math.max(values.top, Math.min(values.bottom, yAt(values, last.session.value)))
    const text = `${shortTicker(line.series.ticker, geometry)} ${textOf(line, last.session)}`
    const note = last.endsHere ? noteOf(last.session) : null
    const width = Math.max(
      text.length * LETTER_PX[geometry.narrow ? 'narrow' : 'wide'],
      (note?.length ?? 0) * SMALL_LETTER_PX,
    )
    return [{ line, ...last, text, note, width, x, y, labelX: Math.min(x + GAP, geometry.width - width) }]
  })
  const middles = placeLabels(
    ends.map(({ y, labelX, endsHere, width }) => ({
      y,
      height: (endsHere ? 2 : 1) * LINE_HEIGHT + 1,
      x0: labelX,
      x1: labelX + width,
    })),
    { top: 2, bottom: geometry.plot.height },
  )
  return ends.map((end, place) => ({ ...end, labelY: middles[place] ?? end.y }))
}

function noteOf({ point }: DrawnSession): string {
  return `${formatDay(point.date)}${point.status === 'provisional' ? ', provisional' : ''}`
}

function lastInView({ sessions }: PriceLine, { window }: TimeScale) {
  const place = firstAtOrAfter(sessions, window.to) - 1
  const session = sessions[place]
  if (session === undefined || session.ms < window.from) return null
  return { session, endsHere: place === sessions.length - 1 }
}
