import type { FilingRow } from '@oreline/shared/api/filings.ts'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import { useMemo } from 'react'
import { lineInks } from '../../charts/palette.ts'
import type { LineInk } from '../../charts/timeline.ts'
import { momentShown } from '../../ui/as-of.ts'
import { useNow, todayOf } from '../../ui/use-now.ts'
import { matchingEvents } from './facets.ts'
import { seriesOf } from './series.ts'
import { reachableDays, shownDays } from './shown-days.ts'
import { dayTold, firstRecord, type TimesShown } from './state-day.ts'
import { upcomingDates } from './upcoming.ts'
import { useStateDay } from './use-state-day.ts'
import { useTimelineData } from './use-timeline-data.ts'
import { useView } from './use-view.ts'
import { cleared, selectionOf } from './view.ts'

const NO_EVENTS: readonly PolicyEventRow[] = []
const NO_FILINGS: readonly FilingRow[] = []
const PLAIN_INK: LineInk = { color: 'currentColor', dash: null }

/** The view and the data brought together: what the chart, the lists and the panels are given. */
export function useTimeline() {
  const { view, unreadable, change } = useView()
  const now = useNow(60_000)
  const { asOf, isAhead } = momentShown(view.as_of, now)
  const today = todayOf(asOf ?? now)
  const data = useTimelineData(view, asOf)
  const { all, chosen, prices, filings, events } = data

  // Every instrument gets its ink, chosen or not, so that a line keeps its colour when another is switched off.
  const inkOf = useMemo(() => {
    const trackedFirst = all.toSorted((a, b) => Number(b.role === 'tracked') - Number(a.role === 'tracked'))
    const inks = new Map<Ticker, LineInk>()
    lineInks(trackedFirst).forEach((ink, place) => {
      const instrument = trackedFirst[place]
      if (instrument !== undefined) inks.set(instrument.ticker, ink)
    })
    return (ticker: Ticker) => inks.get(ticker) ?? PLAIN_INK
  }, [all])

  const series = useMemo(() => seriesOf(prices.data?.data ?? [], chosen, inkOf), [prices.data, chosen, inkOf])
  const rows = events.data?.data ?? NO_EVENTS
  const since = useMemo(() => firstRecord(rows), [rows])
  const times: TimesShown = { at: view.at, asOf, now, since }
  const at = dayTold(times)
  // The server told the state of its own today.
  const catalogue = useMemo(() => rows.map((event) => ({ ...event, state: stateAt(event, at) })), [rows, at])
  const { jurisdiction, instrument, stage, element, status, context } = view
  const counted = useMemo(
    () => matchingEvents(catalogue, { jurisdiction, instrument, stage, element, status: [], context }, at),
    [catalogue, jurisdiction, instrument, stage, element, context, at],
  )
  const shownEvents = useMemo(
    () => (status.length === 0 ? counted : matchingEvents(counted, { ...cleared, status, context }, at)),
    [counted, status, context, at],
  )
  const reachable = useMemo(() => {
    const { ahead } = upcomingDates(shownEvents, today)
    return reachableDays(
      chosen,
      ahead.map(({ date }) => date),
      today,
    )
  }, [chosen, shownEvents, today])
  const stateDay = useStateDay({ times, catalogue, counted, reachable, change })
  const shown = useMemo(() => shownDays(view, reachable, today), [view, reachable, today])
  const { event, filing, day } = view
  const selection = useMemo(() => selectionOf({ event, filing, day }), [event, filing, day])

  return {
    view,
    unreadable,
    change,
    /** The moment whose store is shown; null: now. */
    asOf,
    /** The address names a moment that has not come yet: now is shown. */
    isAhead,
    today,
    times,
    /** The day whose states the events tell. */
    stateDay,
    data,
    inkOf,
    series,
    catalogue,
    /** Those that pass all filters but that of the state: what is counted on a day. */
    counted,
    shownEvents,
    filings: filings.data?.data ?? NO_FILINGS,
    reachable,
    shown,
    base: view.base ?? shown.from,
    selection,
  }
}

/** What `useTimeline` gives: the parts of the page take from it what they need. */
export type Timeline = ReturnType<typeof useTimeline>
