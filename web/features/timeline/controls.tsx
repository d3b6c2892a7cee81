import { DayRangeFields } from './day-range-fields.tsx'
import { Filters } from './filters.tsx'
import { RangeButtons } from './range-buttons.tsx'
import { ScaleControls } from './scale-controls.tsx'
import { TickerToggles } from './ticker-toggles.tsx'
import classes from './toolbar.module.css'
import type { Timeline } from './use-timeline.ts'

export type ControlsProps = {
  readonly timeline: Timeline
  /** Where there is little room, all but the lines and the ranges fold away, so that the chart comes first. */
  readonly isWide: boolean
}

/** What the chart shows: lines, days, scale, currency and events. */
export function Controls({ timeline, isWide }: ControlsProps) {
  const { view, change, data, series, inkOf, shown, reachable, base, catalogue, shownEvents, stateDay } =
    timeline
  const lines = (
    <TickerToggles
      instruments={data.all}
      chosen={series.map(({ ticker }) => ticker)}
      inkOf={inkOf}
      onChoose={(tickers) => change({ tickers })}
    />
  )
  const scale = <ScaleControls view={view} base={base} reachable={reachable} onChange={change} />
  const ranges = <RangeButtons view={view} onChange={change} />
  const days = <DayRangeFields shown={shown} reachable={reachable} onChange={change} />
  const filters = (
    <Filters events={catalogue} shown={shownEvents.length} view={view} at={stateDay.at} onChange={change} />
  )
  if (isWide) {
    return (
      <>
        <div className={classes['toolbar']}>
          {lines}
          {scale}
        </div>
        <div className={classes['toolbar']}>
          {ranges}
          {days}
        </div>
        {filters}
      </>
    )
  }
  return (
    <>
      <div className={classes['toolbar']}>
        {lines}
        {ranges}
      </div>
      <details className={classes['more']}>
        <summary>Scale, days and filters</summary>
        <div className={classes['toolbar']}>
          {scale}
          {days}
        </div>
        {filters}
      </details>
    </>
  )
}
