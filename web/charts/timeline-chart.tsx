/** The timeline: prices above, policy events and filings below, on one time axis. Ready data in, choices out. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useMemo, useRef, useState } from 'react'
import { formatIndex } from '../ui/format.ts'
import { ChartFrame } from './chart-frame.tsx'
import { Crosshair } from './crosshair.tsx'
import { DayRail, RAIL_HEIGHT, StateLine } from './day-rail.tsx'
import { stepDays } from './day-steps.ts'
import { lanesHeight } from './event-lane.ts'
import { EventLanes } from './event-lanes.tsx'
import { FilingLanes } from './filing-lanes.tsx'
import { gapText } from './gap-text.ts'
import { geometryFor } from './geometry.ts'
import { createHoverStore } from './hover.ts'
import { OverviewStrip } from './overview-strip.tsx'
import type { DrawnSession, PriceLine } from './price-line.ts'
import { PricePanel } from './price-panel.tsx'
import { AXIS_HEIGHT, TimeAxis } from './time-axis.tsx'
import { msAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import { timeTicks } from './time-ticks.ts'
import { TimelineKey } from './timeline-key.tsx'
import { TimelineLegend } from './timeline-legend.tsx'
import { axisCaption, useCover, useTimelineModel, useValueScale } from './timeline-model.ts'
import { TimelineTable } from './timeline-table.tsx'
import type { TimelineChartProps } from './timeline-props.ts'
import classes from './timeline.module.css'
import { useDrawnMark } from './use-drawn-mark.ts'
import { useTimeWindow } from './use-time-window.ts'
import { useWheel } from './use-wheel.ts'
import { useWidth } from './use-width.ts'
import { valueTextOf } from './value-text.ts'
import { framed, panTo, panned, zoomed } from './window-motion.ts'

/** Fills the width it is given; draws as soon as that is known. */
export function TimelineChart(props: TimelineChartProps) {
  const [ref, width] = useWidth()
  useDrawnMark(width > 0)
  return (
    <div ref={ref} className={classes['timeline']}>
      {width > 0 ? <DrawnTimeline {...props} width={width} /> : <div className={classes['unmeasured']} />}
    </div>
  )
}

function DrawnTimeline(props: TimelineChartProps & { readonly width: number }) {
  const { range, mode, today, selection, events, onSelect, onBaseChange, onRangeChange, instantText } = props
  const { stateDay } = props
  const geometry = useMemo(() => geometryFor(props.width), [props.width])
  const { lines, days, kind, lanes, filingLanes, extent } = useTimelineModel(props, geometry)
  const movable = useTimeWindow(range, onRangeChange)
  const { window } = movable
  const cover = useCover(window, movable.moving, 'lines')
  const laneCover = useCover(window, movable.moving, 'lanes')
  const values = useValueScale(lines, kind, cover.window, geometry)
  const [hover] = useState(createHoverStore)
  const chart = useRef<HTMLDivElement>(null)

  const scale: TimeScale = { window, left: geometry.left, width: geometry.across }
  const ticks = timeTicks(scale, geometry.narrow ? 44 : 54)
  const valueText = (line: PriceLine, { value, point }: DrawnSession) =>
    mode === 'rebased' ? formatIndex(value) : valueTextOf(line.series, point.value)
  const { gaps, sessions } = props
  const gapTextOf = (line: PriceLine, date: IsoDate) => gapText(line.series, date, { gaps, sessions })
  const event = selection?.kind === 'event' ? (events.find(({ id }) => id === selection.id) ?? null) : null
  const steps = useMemo(() => stepDays(events), [events])
  const hasRail = stateDay !== undefined && lanes.length > 0
  const onReveal = (ms: number) => {
    const next = panTo(window, ms, extent)
    if (next !== window) movable.moveTo(next)
  }
  useWheel(chart, {
    zoom: (factor, x) => movable.nudge(zoomed(window, factor, msAt(scale, x), extent)),
    pan: (dx) => movable.nudge(panned(window, msAt(scale, dx) - msAt(scale, 0), extent)),
  })

  const lanesTop = geometry.plot.height + AXIS_HEIGHT + (hasRail ? RAIL_HEIGHT : 0)
  const filingsTop = lanesTop + lanesHeight(lanes)
  const shared = {
    scale,
    cover: laneCover,
    extent,
    geometry,
    ticks,
    today,
    stateOn: stateDay?.at ?? today,
    hover,
    selection,
    onSelect,
    onReveal,
  }
  return (
    <ChartFrame
      title={frameTitle(lines, mode, lanes.length > 0, filingLanes.length > 0)}
      legend={<TimelineLegend lines={lines} mode={mode} />}
      table={<TimelineTable {...{ lines, days, window, mode, valueText }} />}
    >
      <div ref={chart} className={classes['chart']}>
        <PricePanel
          {...{
            lines,
            days,
            cover,
            scale,
            values,
            extent,
            geometry,
            ticks,
            today,
            event,
            selection,
            movable,
            hover,
          }}
          isRebased={mode === 'rebased'}
          caption={axisCaption(mode, kind, lines)}
          valueText={valueText}
          gapText={gapTextOf}
          onSelect={onSelect}
          onBaseChange={onBaseChange}
        />
        <TimeAxis ticks={ticks} geometry={geometry} />
        {hasRail ? (
          <DayRail
            {...{ stateDay, steps, scale, geometry, today }}
            cover={laneCover}
            onReveal={(ms) => {
              if (ms >= extent.from && ms < extent.to) onReveal(ms)
            }}
          />
        ) : null}
        {lanes.length === 0 ? null : (
          <EventLanes
            {...shared}
            lanes={lanes}
            offset={lanesTop}
            onFrame={(from, to) => movable.moveTo(framed(from, to, extent))}
          />
        )}
        {filingLanes.length === 0 ? null : (
          <FilingLanes {...shared} lanes={filingLanes} offset={filingsTop} />
        )}
        {hasRail ? <StateLine {...{ stateDay, scale, geometry, today }} /> : null}
        <Crosshair
          {...{ hover, lines, scale, values, geometry }}
          words={{ stateOn: stateDay?.at ?? today, valueText, instantText, gapText: gapTextOf }}
        />
      </div>
      <OverviewStrip lines={lines} kind={kind} extent={extent} movable={movable} geometry={geometry} />
      {lanes.length === 0 ? null : <TimelineKey />}
    </ChartFrame>
  )
}

function frameTitle(
  lines: readonly PriceLine[],
  mode: TimelineChartProps['mode'],
  hasEvents: boolean,
  hasFilings: boolean,
): string {
  const names = lines.map(({ series }) => series.ticker).join(', ')
  const below = [hasEvents ? 'policy events' : '', hasFilings ? 'filings' : ''].filter((part) => part !== '')
  const withThem = below.length === 0 ? '' : `, with ${below.join(' and ')}`
  return `${names} ${mode === 'rebased' ? 'rebased to 100' : 'in price'}${withThem}`
}
