/** What the timeline computes from its props before anything is drawn; each part only when what it depends on changes. */
import { useMemo, useState } from 'react'
import { canServe, coverOf, MARGIN } from './cover.ts'
import type { Cover } from './cover.ts'
import { eventLanes } from './event-lane.ts'
import { filingLanes } from './filing-lane.ts'
import type { Geometry } from './geometry.ts'
import { priceLine, sessionDays } from './price-line.ts'
import type { PriceLine } from './price-line.ts'
import type { TimelineChartProps } from './timeline-props.ts'
import { firstAtOrAfter } from './thinning.ts'
import { windowOf } from './time-scale.ts'
import type { TimeWindow } from './time-scale.ts'
import { valueScale } from './value-scale.ts'
import type { ValueScale } from './value-scale.ts'

const TICK_PX = 46

export function useTimelineModel(props: TimelineChartProps, geometry: Geometry) {
  const { series, sessions, gaps, mode, baseDate, events, filings, today, extent } = props
  const lines = useMemo(
    () =>
      series.map((one) =>
        priceLine(one, mode, baseDate, one.calendar === null ? undefined : sessions?.[one.calendar]),
      ),
    [series, sessions, mode, baseDate],
  )
  const { from, to } = extent
  return {
    lines,
    days: useMemo(() => sessionDays(lines, gaps), [lines, gaps]),
    kind: scaleKind(mode, lines),
    lanes: useMemo(() => eventLanes(events, today, geometry), [events, today, geometry]),
    filingLanes: useMemo(() => filingLanes(series, filings), [series, filings]),
    extent: useMemo(() => windowOf({ from, to }), [from, to]),
  }
}

/**
 * Prices of several stocks stand on a log axis: their sizes and currencies differ, but there equal heights are equal
 * changes for all of them. One price alone, or lines that start from 100, are read on a linear axis.
 */
function scaleKind(mode: TimelineChartProps['mode'], lines: readonly PriceLine[]): ValueScale['kind'] {
  return mode === 'price' && lines.length > 1 ? 'log' : 'linear'
}

/** How much the drawing of each may be stretched, and how far it reaches beyond the window. */
const limits = {
  lines: { stretch: 2, margin: MARGIN.lines },
  lanes: { stretch: 1, margin: MARGIN.lanes },
} as const

/**
 * The drawing to show for a window: the last one while a gesture passes through and it will do, else a new one. Lines
 * may be stretched, marks may not.
 */
export function useCover(window: TimeWindow, moving: boolean, of: keyof typeof limits): Cover {
  const { stretch, margin } = limits[of]
  const [cover, setCover] = useState(() => coverOf(window, false, margin))
  const isExact = cover.window.from === window.from && cover.window.to === window.to
  if (isExact && (moving || !cover.rough)) return cover
  if (moving && canServe(cover, window, stretch)) return cover
  const next = coverOf(window, moving, margin)
  setCover(next)
  return next
}

/** The axis for the values in view, with those just outside, so that lines leave through the edges and not the top. */
export function useValueScale(
  lines: readonly PriceLine[],
  kind: ValueScale['kind'],
  { from, to }: TimeWindow,
  { plot }: Geometry,
): ValueScale | null {
  return useMemo(() => {
    const seen = lines.flatMap(({ sessions }) =>
      sessions
        .slice(Math.max(0, firstAtOrAfter(sessions, from) - 1), firstAtOrAfter(sessions, to) + 1)
        .map(({ value }) => value),
    )
    return valueScale(kind, seen, { top: plot.top, bottom: plot.bottom, tickPx: TICK_PX })
  }, [lines, kind, from, to, plot])
}

/** What the figures of the axis count, in words. */
export function axisCaption(
  mode: TimelineChartProps['mode'],
  kind: ValueScale['kind'],
  lines: readonly PriceLine[],
): string {
  if (mode === 'rebased') return ''
  const units = [...new Set(lines.map(({ series }) => series.unit ?? series.currency))]
  const unit = units.length === 1 ? (units[0] ?? '') : 'each in its own currency'
  return kind === 'log' ? `${unit}, log scale` : unit
}
