import type { TimelineSelection } from '../../charts/timeline.ts'
import { EventPanel } from './event-panel.tsx'
import { FilingPanel } from './filing-panel.tsx'
import { Panel } from './panel.tsx'
import { SessionPanel } from './session-panel.tsx'
import type { Trust } from './trust.ts'
import type { Timeline } from './use-timeline.ts'
import { selecting } from './view.ts'

export type SelectionPanelProps = {
  readonly timeline: Timeline
  readonly selection: TimelineSelection
  readonly trust: Trust
}

/** What is selected, in full. */
export function SelectionPanel({ timeline, selection, trust }: SelectionPanelProps) {
  const { change, catalogue, filings, series, shownEvents, today, stateDay, data, asOf } = timeline
  const close = () => change(selecting(null))
  switch (selection.kind) {
    case 'event': {
      const event = catalogue.find(({ id }) => id === selection.id)
      if (event === undefined)
        return <Missing what="event" isLoading={data.events.isPending} onClose={close} />
      return (
        <EventPanel
          key={event.id}
          event={event}
          events={catalogue}
          today={today}
          at={stateDay.at}
          asOf={asOf}
          onClose={close}
          onRange={(days) => change(days)}
          onBase={(base) => change({ base, mode: 'rebased' })}
        />
      )
    }
    case 'filing': {
      const filing = filings.find(({ id }) => id === selection.id)
      const calendar = data.all.find(({ ticker }) => ticker === filing?.ticker)?.calendar
      if (filing === undefined || calendar === undefined) {
        return <Missing what="filing" isLoading={data.filings.isPending} onClose={close} />
      }
      return <FilingPanel key={filing.id} filing={filing} calendar={calendar} onClose={close} />
    }
    case 'session':
      return (
        <SessionPanel
          key={selection.date}
          date={selection.date}
          series={series}
          events={shownEvents}
          filings={filings}
          trust={trust}
          onClose={close}
        />
      )
  }
}

type MissingProps = { readonly what: string; readonly isLoading: boolean; readonly onClose: () => void }

/** For an address that names something that is not here, or not yet. */
function Missing({ what, isLoading, onClose }: MissingProps) {
  return (
    <Panel kicker="Selection" title={isLoading ? `Loading the ${what}` : `No such ${what}`} onClose={onClose}>
      {isLoading ? null : (
        <p>
          The address names a {what} that is not among those shown. It may belong to a stock that is switched
          off.
        </p>
      )}
    </Panel>
  )
}
