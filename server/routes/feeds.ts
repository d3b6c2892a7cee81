/** What other programs subscribe to: the dates ahead as iCalendar, the timeline as Atom. */
import { calendarFileQuery, feedQuery } from '@oreline/shared/api/policy-calendar.ts'
import { atomFeed, type FeedEntry } from '@oreline/shared/domain/feeds/atom-feed.ts'
import { calendarFile } from '@oreline/shared/domain/feeds/calendar-file.ts'
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { policyEventMatcher } from '@oreline/shared/domain/policy/filter.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { listReference } from '../db/reference-rows.ts'
import { documentRoute } from '../document-route.ts'
import { knownInstruments } from '../rows/known-instruments.ts'
import { policyCalendar } from '../rows/policy-calendar-rows.ts'

export const feedRoutes = [
  documentRoute(
    {
      path: '/calendar.ics',
      query: calendarFileQuery,
      contentType: 'text/calendar; charset=utf-8',
      reads: ['reference', 'filings', 'prices'],
    },
    async ({ alarm = [], ...asked }, context) => {
      const { at, publicUrl } = context
      const { rows: dates } = await policyCalendar({ ...asked, at }, context)
      return calendarFile({ dates, today: at, publicUrl, alarmDays: alarm.map(Number) })
    },
  ),

  documentRoute(
    {
      path: '/feed.atom',
      query: feedQuery,
      contentType: 'application/atom+xml; charset=utf-8',
      reads: ['reference'],
    },
    async ({ limit, ...filter }, { snapshot, asOf, at, changedAt, now, publicUrl, url }) => {
      if (filter.ticker !== undefined) await knownInstruments(snapshot, filter.ticker, 'ticker')
      const rows = await listReference(snapshot, 'policy-event', { asOf })
      const matches = policyEventMatcher(filter, at)
      const entries = rows
        .map(({ body, recordedAt }) => ({ event: policyEventSchema.parse(body), recordedAt }))
        .filter(({ event }) => matches(event))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
        .slice(0, limit)
        .map((entry) => ({ ...entry, state: stateAt(entry.event, at) }))
      return atomFeed({
        entries,
        updated: entries[0]?.recordedAt ?? asOf ?? changedAt ?? now,
        publicUrl,
        self: url,
      })
    },
  ),
]

/** By when it was stored, then when it was announced; of one seed all were stored at once. */
const placeOf = ({ event, recordedAt }: Pick<FeedEntry, 'event' | 'recordedAt'>): string =>
  `${recordedAt} ${event.announced_date} ${event.id}`
