import { Tabs } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { EventTable } from './event-table.tsx'
import { FilingSources } from './filing-sources.tsx'
import { FilingTable } from './filing-table.tsx'
import classes from './timeline-page.module.css'
import type { Timeline } from './use-timeline.ts'

/** The same events and filings to read. */
export function Lists({ timeline }: { readonly timeline: Timeline }) {
  const { view, change, shownEvents, filings, data, asOf } = timeline
  return (
    <section aria-label="Lists" className={classes['lists']}>
      <Tabs
        value={view.list}
        onChange={(list) => change({ list: list === 'filings' ? 'filings' : 'events' }, 'replace')}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="events">Events{counted(data.events, shownEvents)}</Tabs.Tab>
          <Tabs.Tab value="filings">Filings{counted(data.filings, filings)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="events">
          <p className={classes['add']}>
            <Link to="/events/new">Add an event</Link>
          </p>
          <Loaded query={data.events} what="The events" height={400}>
            {asOf !== null && data.events.data?.data.length === 0 ? <p>No event was stored then.</p> : null}
            <EventTable
              events={shownEvents}
              selected={view.event}
              sort={view.sort}
              onSort={(sort) => change({ sort }, 'replace')}
            />
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="filings">
          <Loaded query={data.filings} what="The filings" height={400}>
            {filings.length === 0 ? (
              <p>No filing of these stocks {asOf === null ? 'is stored yet' : 'was stored then'}.</p>
            ) : (
              <FilingTable filings={filings} selected={view.filing} />
            )}
            <FilingSources sources={asOf === null ? (data.sources.data?.data ?? []) : []} />
          </Loaded>
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

/** ` (157)`; nothing while it is not known. */
const counted = (query: { readonly data: unknown }, rows: readonly unknown[]) =>
  query.data === undefined ? '' : ` (${formatCount(rows.length)})`
