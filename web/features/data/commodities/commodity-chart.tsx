import { getPolicyEvents, type PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { FilingRow } from '@oreline/shared/api/filings.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { TimelineChart } from '../../../charts/timeline-chart.tsx'
import type { DayRange, LineInk, TimelineSelection } from '../../../charts/timeline.ts'
import { endpointQuery } from '../../../api.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { formatDated } from '../../../ui/policy-words.ts'
import { useMomentText } from '../../../ui/use-moment-text.ts'
import { useToday } from '../../../ui/use-now.ts'
import type { DataView, Viewing } from '../data-view.ts'
import classes from './commodities.module.css'
import { linesOf, type Converted } from './commodity-series.ts'

export type CommodityChartProps = Viewing & {
  readonly converted: readonly Converted[]
  readonly inks: ReadonlyMap<string, LineInk>
  readonly isRebased: boolean
}

const MOST_EVENTS = 1_000
const NO_EVENTS: readonly PolicyEventRow[] = []
const NO_FILINGS: readonly FilingRow[] = []

/** Commodity prices above the policy lanes: the chart of the timeline, with other lines. */
export function CommodityChart({ converted, inks, isRebased, view, change }: CommodityChartProps) {
  const momentText = useMomentText()
  const today = useToday()
  const events = useQuery(endpointQuery(getPolicyEvents, { query: { context: 'true', limit: MOST_EVENTS } }))
  const catalogue = events.data?.data ?? NO_EVENTS
  const shown = useMemo(() => catalogue.filter(({ context_only: isContext }) => !isContext), [catalogue])
  const lines = useMemo(() => linesOf(converted, inks, view.form), [converted, inks, view.form])
  const extent = useMemo(() => extentOf(converted, today), [converted, today])
  const range = useMemo(() => rangeWithin(extent, view), [extent, view])
  const selection = useMemo<TimelineSelection | null>(
    () => (view.event === null ? null : { kind: 'event', id: view.event }),
    [view.event],
  )
  const select = useCallback(
    (chosen: TimelineSelection | null) => change({ event: chosen?.kind === 'event' ? chosen.id : null }),
    [change],
  )
  const showDays = useCallback((days: DayRange) => change(days, 'replace'), [change])
  const event = shown.find(({ id }) => id === view.event)
  return (
    <>
      {events.error === null ? null : (
        <FailureNotice
          what="The policy events"
          error={events.error}
          olderShown={events.data !== undefined}
          onRetry={() => void events.refetch()}
        />
      )}
      <TimelineChart
        series={lines}
        sessions={undefined}
        events={shown}
        filings={NO_FILINGS}
        mode={isRebased ? 'rebased' : 'price'}
        baseDate={range.from}
        range={range}
        extent={extent}
        today={today}
        selection={selection}
        onSelect={select}
        onRangeChange={showDays}
        onBaseChange={ignore}
        instantText={momentText}
      />
      {event === undefined ? null : (
        <p className={classes['event']} aria-live="polite">
          <strong>{formatDated(event.announced_date, event.date_precision)}</strong> {event.title}
          <Link to="/" search={{ event: event.id }}>
            Read it on the timeline
          </Link>
        </p>
      )}
    </>
  )
}

/** Lines of different bases all start from 100 at the first day shown: another base is had by showing other days. */
const ignore = () => undefined

/** From the first point of any line to today, or to the last point where that is later. */
function extentOf(converted: readonly Converted[], today: IsoDate): DayRange {
  const days = converted.flatMap(({ points }) => points.map(({ date }) => date))
  const from = days.reduce((first, day) => (day < first ? day : first), today)
  const to = days.reduce((last, day) => (day > last ? day : last), today)
  return { from, to }
}

/** The days the view asks for, as far as they can be reached. */
function rangeWithin(extent: DayRange, { from, to }: Pick<DataView, 'from' | 'to'>): DayRange {
  const first = from === null || from < extent.from || from >= extent.to ? extent.from : from
  const last = to === null || to > extent.to || to <= first ? extent.to : to
  return { from: first, to: last }
}
