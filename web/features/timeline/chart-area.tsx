import { Skeleton } from '@mantine/core'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { lazy, Suspense, useCallback } from 'react'
import type { GapWords } from '../../charts/gap-words.ts'
import type { DayRange, TimelineSelection } from '../../charts/timeline.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { NoPrices } from './no-prices.tsx'
import type { SessionIndexes } from './use-session-indexes.ts'
import type { Timeline } from './use-timeline.ts'
import { selecting } from './view.ts'

// Asked for as soon as the page's own script runs, so that it comes beside the data and not after them.
const chart = import('../../charts/timeline-chart.tsx')
const TimelineChart = lazy(async () => ({ default: (await chart).TimelineChart }))

/** Of the place kept free for the chart, in pixels. */
const HEIGHT = 640

type ChartAreaProps = {
  readonly timeline: Timeline
  readonly indexes: SessionIndexes | undefined
  readonly gaps: GapWords
}

/** The chart, or why there is none: still loading, failed, or nothing held. */
export function ChartArea({ timeline, indexes, gaps }: ChartAreaProps) {
  const { instruments, prices } = timeline.data
  // Without the instruments nobody knows which prices to ask for.
  const query = instruments.data === undefined && instruments.error !== null ? instruments : prices
  return (
    <Loaded query={query} what="The prices" height={HEIGHT}>
      {timeline.series.every(({ points }) => points.length === 0) ? (
        <NoPrices asOf={timeline.asOf} />
      ) : (
        <Suspense fallback={<Skeleton height={HEIGHT} aria-hidden="true" />}>
          <Chart timeline={timeline} indexes={indexes} gaps={gaps} />
        </Suspense>
      )}
    </Loaded>
  )
}

function Chart({ timeline, indexes, gaps }: ChartAreaProps) {
  const { view, change, series, shownEvents, filings, shown, reachable, base, today, stateDay, selection } =
    timeline
  const momentText = useMomentText()
  const select = useCallback((chosen: TimelineSelection | null) => change(selecting(chosen)), [change])
  const showDays = useCallback((days: DayRange) => change(days, 'replace'), [change])
  const rebase = useCallback((day: IsoDate) => change({ base: day, mode: 'rebased' }), [change])
  return (
    <TimelineChart
      series={series}
      sessions={indexes}
      gaps={gaps}
      events={shownEvents}
      filings={filings}
      mode={view.mode}
      baseDate={base}
      range={shown}
      extent={reachable}
      today={today}
      stateDay={stateDay}
      selection={selection}
      onSelect={select}
      onRangeChange={showDays}
      onBaseChange={rebase}
      instantText={momentText}
    />
  )
}
