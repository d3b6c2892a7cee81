import { Skeleton } from '@mantine/core'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { lazy, Suspense, useCallback } from 'react'
import type { DayRange, TimelineSelection } from '../../charts/timeline.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './timeline-page.module.css'
import type { Timeline } from './use-timeline.ts'
import { selecting } from './view.ts'

// Asked for as soon as the page's own script runs, so that it comes beside the data and not after them.
const chart = import('../../charts/timeline-chart.tsx')
const TimelineChart = lazy(async () => ({ default: (await chart).TimelineChart }))

/** The chart, or why there is none: still loading, failed, or nothing held. */
export function ChartArea({ timeline }: { readonly timeline: Timeline }) {
  const { view, change, series, shownEvents, filings, shown, reachable, base, today, selection, data } =
    timeline
  const momentText = useMomentText()
  const select = useCallback((chosen: TimelineSelection | null) => change(selecting(chosen)), [change])
  const showDays = useCallback((days: DayRange) => change(days, 'replace'), [change])
  const rebase = useCallback((day: IsoDate) => change({ base: day, mode: 'rebased' }), [change])
  const failure = data.instruments.error ?? data.prices.error
  if (failure !== null && data.prices.data === undefined) {
    return (
      <FailureNotice
        what="The prices"
        error={failure}
        olderShown={false}
        onRetry={() => {
          void data.instruments.refetch()
          void data.prices.refetch()
        }}
      />
    )
  }
  if (data.prices.data === undefined) return <ChartSkeleton />
  if (series.every(({ points }) => points.length === 0)) {
    return (
      <Notice tone="info" title="No prices are stored yet">
        The chart is drawn as soon as the first answer has come. The events are listed below.
      </Notice>
    )
  }
  return (
    <Suspense fallback={<ChartSkeleton />}>
      <TimelineChart
        series={series}
        events={shownEvents}
        filings={filings}
        mode={view.mode}
        baseDate={base}
        range={shown}
        extent={reachable}
        today={today}
        selection={selection}
        onSelect={select}
        onRangeChange={showDays}
        onBaseChange={rebase}
        instantText={momentText}
      />
    </Suspense>
  )
}

function ChartSkeleton() {
  return (
    <div className={classes['skeleton']} aria-busy="true" aria-label="Loading the chart">
      <Skeleton height="100%" />
    </div>
  )
}
