/** The prices with all that lies over and under them; itself a slider that moves the crosshair from session to session. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useMemo } from 'react'
import { formatDay } from '../ui/format.ts'
import { drawnScale, motionOf } from './cover.ts'
import type { Cover } from './cover.ts'
import type { Geometry } from './geometry.ts'
import type { HoverStore } from './hover.ts'
import { lineEnds } from './line-end.ts'
import { MovingLayer } from './moving-layer.tsx'
import { PlotGround } from './plot-ground.tsx'
import { PlotOverlay } from './plot-overlay.tsx'
import type { DrawnSession, PriceLine } from './price-line.ts'
import { PricePlot, Stretch } from './price-plot.tsx'
import { nearestDay, readoutsAt } from './readout.ts'
import { readoutSentence } from './readout-text.ts'
import { DAY_MS, dayAt } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import type { TimeTick } from './time-ticks.ts'
import type { TimelineSelection } from './timeline.ts'
import classes from './timeline.module.css'
import { usePlotPointer } from './use-plot-pointer.ts'
import { usePriceKeys } from './use-price-keys.ts'
import type { MovableWindow } from './use-time-window.ts'
import type { ValueScale } from './value-scale.ts'

type PricePanelProps = {
  readonly lines: readonly PriceLine[]
  /** Days with a session of any line, ascending. */
  readonly days: readonly number[]
  readonly cover: Cover
  readonly scale: TimeScale
  readonly values: ValueScale | null
  readonly extent: TimeWindow
  readonly geometry: Geometry
  readonly ticks: readonly TimeTick[]
  readonly today: IsoDate
  readonly isRebased: boolean
  readonly caption: string
  readonly event: PolicyEventRow | null
  readonly selection: TimelineSelection | null
  readonly movable: MovableWindow
  readonly hover: HoverStore
  readonly valueText: (line: PriceLine, session: DrawnSession) => string
  readonly gapText: (line: PriceLine, date: IsoDate) => string | null
  readonly onSelect: (selection: TimelineSelection | null) => void
  readonly onBaseChange: (date: IsoDate) => void
}

export function PricePanel(props: PricePanelProps) {
  const {
    lines,
    days,
    cover,
    scale,
    values,
    extent,
    geometry,
    ticks,
    today,
    isRebased,
    caption,
    event,
    selection,
  } = props
  const { movable, hover, valueText, gapText, onSelect, onBaseChange } = props
  const { active, setActive, onKeyDown } = usePriceKeys({
    days,
    extent,
    movable,
    hover,
    onSelect,
    onBaseChange,
  })

  const point = (ms: number | null) => {
    const day = ms === null ? undefined : nearestDay(days, ms - DAY_MS / 2)
    hover.set(day === undefined ? null : { kind: 'session', ms: day })
  }
  const choose = (ms: number) => {
    const day = nearestDay(days, ms - DAY_MS / 2)
    if (day === undefined) return
    setActive(day)
    onSelect({ kind: 'session', date: dayAt(day) })
  }
  const pointer = usePlotPointer({
    scale,
    extent,
    geometry,
    movable,
    onPoint: point,
    onChoose: choose,
    onRebase: (ms) => {
      const day = nearestDay(days, ms - DAY_MS / 2)
      if (day !== undefined) onBaseChange(dayAt(day))
    },
  })
  const drawn = useMemo(() => drawnScale(cover, geometry), [cover, geometry])
  const { stretch, shift } = motionOf(drawn, scale)
  const at = active ?? days.at(-1) ?? 0
  return (
    <div
      className={classes['plot']}
      style={{ height: geometry.plot.height }}
      role="slider"
      tabIndex={0}
      aria-label="Prices by session"
      aria-orientation="horizontal"
      aria-valuemin={Math.round((days[0] ?? 0) / DAY_MS)}
      aria-valuemax={Math.round((days.at(-1) ?? 0) / DAY_MS)}
      aria-valuenow={Math.round(at / DAY_MS)}
      aria-valuetext={`${formatDay(dayAt(at))}. ${readoutSentence(readoutsAt(lines, at), {
        valueText,
        gapText: (line) => gapText(line, dayAt(at)),
      })}`}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(null)}
      {...pointer}
    >
      <PlotGround
        geometry={geometry}
        scale={scale}
        values={values}
        ticks={ticks}
        today={today}
        isRebased={isRebased}
        caption={caption}
        event={event}
      />
      {values === null ? (
        <p className={classes['nothing']}>No prices in these days</p>
      ) : (
        <>
          <MovingLayer geometry={geometry} height={geometry.plot.height} shift={shift}>
            <Stretch value={stretch}>
              <PricePlot
                lines={lines}
                drawn={drawn}
                rough={cover.rough}
                values={values}
                geometry={geometry}
              />
            </Stretch>
          </MovingLayer>
          <PlotOverlay
            geometry={geometry}
            scale={scale}
            ends={lineEnds(lines, scale, values, geometry, valueText)}
            series={lines.map(({ series }) => series)}
            selection={selection}
            event={event}
          />
        </>
      )}
    </div>
  )
}
