import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { ScheduledPrecision } from '@oreline/shared/domain/policy/expected-precision.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatAmount, formatDay, formatMonth } from '../../ui/format.ts'
import { jurisdictionWords, scheduledWords } from '../../ui/policy-words.ts'
import type { Search } from '../../ui/search.ts'
import { Section } from '../../ui/section.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { SelectionLink } from './selection-link.tsx'
import { upcomingDates, type UpcomingDate } from './upcoming.ts'
import classes from './upcoming-panel.module.css'
import type { Timeline } from './use-timeline.ts'

/** How many of each are listed. */
const MOST_LISTED = 8

/** Beside the chart while nothing is selected: the dates ahead, and those that passed without an outcome. */
export function UpcomingPanel({ timeline }: { readonly timeline: Timeline }) {
  const { shownEvents, today, data } = timeline
  return (
    <div className={classes['panel']}>
      <h2 className={classes['heading']}>What comes next</h2>
      <p className={classes['hint']}>Select an event, a filing or a day in the chart to read it here.</p>
      <Loaded query={data.events} what="The events" height={320}>
        <Upcoming events={shownEvents} today={today} />
      </Loaded>
      <p>
        <Link to="/calendar" search={filtersOf}>
          All dates, of companies too
        </Link>
      </p>
    </div>
  )
}

/** The calendar has the same filters under the same names. */
const filtersOf = ({ jurisdiction, instrument, stage, element, context, tz }: Search): Search => ({
  jurisdiction,
  instrument,
  stage,
  element,
  context,
  tz,
})

type UpcomingProps = { readonly events: readonly PolicyEventRow[]; readonly today: IsoDate }

function Upcoming({ events, today }: UpcomingProps) {
  const { ahead, unconfirmed } = useMemo(() => upcomingDates(events, today), [events, today])
  return (
    <>
      <Dates dates={ahead} today={today} none="Nothing is scheduled for the events shown." />
      {unconfirmed.length === 0 ? null : (
        <Section title="Date passed, outcome unconfirmed">
          <Dates dates={unconfirmed} today={today} none="" />
        </Section>
      )}
    </>
  )
}

type DatesProps = { readonly dates: readonly UpcomingDate[]; readonly today: IsoDate; readonly none: string }

function Dates({ dates, today, none }: DatesProps) {
  if (dates.length === 0) return <p className={classes['hint']}>{none}</p>
  const more = dates.length - MOST_LISTED
  return (
    <ol className={classes['dates']}>
      {dates.slice(0, MOST_LISTED).map(({ event, kind, date, precision, note, provision }) => (
        <li key={`${event.id}-${kind}-${provision ?? ''}-${date}`} className={classes['date']}>
          <div className={classes['when']}>
            <strong>{formatScheduled(date, precision)}</strong>
            <span>{precision === 'day' ? distance(today, date) : null}</span>
          </div>
          <div>
            <SelectionLink selection={{ kind: 'event', id: event.id }}>{event.title}</SelectionLink>
            <div className={classes['what']}>
              {jurisdictionWords(event.jurisdiction)} · {scheduledWords[kind]}
              {note === null ? '' : `: ${note}`}
            </div>
          </div>
        </li>
      ))}
      {more > 0 ? (
        <li className={classes['hint']}>and {formatAmount(more, 'more date', 'more dates')}</li>
      ) : null}
    </ol>
  )
}

function formatScheduled(date: IsoDate, precision: ScheduledPrecision): string {
  switch (precision) {
    case 'day':
      return formatDay(date)
    case 'month':
      return formatMonth(date)
    case 'year':
      return date.slice(0, 4)
    case 'approximate':
      return `about ${formatMonth(date)}`
  }
}

function distance(today: IsoDate, date: IsoDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  return days > 0 ? `in ${formatAmount(days, 'day', 'days')}` : `${formatAmount(-days, 'day', 'days')} ago`
}
