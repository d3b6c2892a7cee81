import { Tabs } from '@mantine/core'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { formatCount } from '../../ui/format.ts'
import { EventTable } from './event-table.tsx'
import { FilingTable } from './filing-table.tsx'
import classes from './timeline-page.module.css'
import type { Timeline } from './use-timeline.ts'

/** The same events and filings to read. */
export function Lists({ timeline }: { readonly timeline: Timeline }) {
  const { view, change, shownEvents, filings, data } = timeline
  return (
    <section aria-label="Lists" className={classes['lists']}>
      <Tabs
        value={view.list}
        onChange={(list) => change({ list: list === 'filings' ? 'filings' : 'events' }, 'replace')}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="events">Events ({formatCount(shownEvents.length)})</Tabs.Tab>
          <Tabs.Tab value="filings">Filings ({formatCount(filings.length)})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="events">
          {data.events.error === null ? null : (
            <FailureNotice
              what="The events"
              error={data.events.error}
              olderShown={data.events.data !== undefined}
              onRetry={() => void data.events.refetch()}
            />
          )}
          <EventTable
            events={shownEvents}
            selected={view.event}
            sort={view.sort}
            onSort={(sort) => change({ sort }, 'replace')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="filings">
          {data.filings.error === null ? null : (
            <FailureNotice
              what="The filings"
              error={data.filings.error}
              olderShown={data.filings.data !== undefined}
              onRetry={() => void data.filings.refetch()}
            />
          )}
          <FilingTable filings={filings} selected={view.filing} />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}
