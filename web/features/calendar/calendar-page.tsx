import { getPolicyCalendar } from '@oreline/shared/api/policy-calendar.ts'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { calendarMatcher } from '@oreline/shared/domain/policy/calendar-filter.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { endpointQuery } from '../../api.ts'
import { formatAmount, formatDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSearchState } from '../../ui/use-search-state.ts'
import { useToday } from '../../ui/use-now.ts'
import { CalendarFilters } from './calendar-filters.tsx'
import { isNarrowed } from './calendar-facets.ts'
import classes from './calendar.module.css'
import { filterOf, readCalendarView, writeCalendarView } from './calendar-view.ts'
import { CompanyEvidence } from './company-evidence.tsx'
import { DateList } from './date-list.tsx'
import { NextCards } from './next-cards.tsx'
import { PassedList } from './passed-list.tsx'
import { Subscribe } from './subscribe.tsx'
import { YearRibbon } from './year-ribbon.tsx'

const ASK_EVERY_MS = 300_000

/** What comes next: dates of policy and of companies, as exactly as each is known, and what passed without an outcome. */
export function CalendarPage() {
  const today = useToday()
  const { search, change } = useSearchState()
  const { values: view, unreadable } = useMemo(() => readCalendarView(search), [search])
  const query = useQuery({
    ...endpointQuery(getPolicyCalendar, { query: { at: today, context: 'true' } }),
    placeholderData: keepPreviousData,
    refetchInterval: ASK_EVERY_MS,
  })
  const dates = useMemo(() => query.data?.data ?? [], [query.data])
  const filter = useMemo(() => filterOf(view), [view])
  const shown = useMemo(() => dates.filter(calendarMatcher(filter)), [dates, filter])
  return (
    <>
      <title>Oreline: what’s next</title>
      <header className={classes['intro']}>
        <h1>What’s next</h1>
        <p>
          Seen from {formatDay(today)}. Scheduled is not certain: each date says how exact it is, who says so,
          and how sure that is.
        </p>
        {query.data === undefined ? null : <Jumps passed={passedCount(shown)} />}
      </header>
      {unreadable.length === 0 ? null : (
        <Notice tone="warn" title={`Parts of the address could not be read: ${unreadable.join(', ')}`} />
      )}
      <CalendarFilters
        dates={dates}
        shown={shown.length}
        view={view}
        onChange={(patch) => change(writeCalendarView(patch), 'push')}
      />
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Loaded query={query} what="The dates" height={640}>
            <NextCards dates={shown} />
            <YearRibbon dates={shown} today={today} />
            <DateList dates={shown} isNarrowed={isNarrowed(view)} />
          </Loaded>
        </div>
        <div className={classes['aside']}>
          <PassedList dates={shown} />
          <Subscribe filter={filter} />
          <CompanyEvidence />
        </div>
      </div>
    </>
  )
}

const passedCount = (dates: readonly CalendarDate[]): number =>
  dates.filter(({ passed_unconfirmed: passed }) => passed).length

/** On a narrow screen what stands beside the list otherwise is far below it. */
function Jumps({ passed }: { readonly passed: number }) {
  return (
    <p className={classes['jumps']}>
      {passed === 0 ? null : (
        <a href="#passed">{formatAmount(passed, 'date', 'dates')} passed, outcome unconfirmed</a>
      )}
      <a href="#subscribe">Subscribe</a>
    </p>
  )
}
