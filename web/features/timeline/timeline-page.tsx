import { useMediaQuery } from '@mantine/hooks'
import { Drawer } from '../../ui/drawer.tsx'
import { PastRibbon } from '../../ui/past-ribbon.tsx'
import { ChartArea } from './chart-area.tsx'
import { Controls } from './controls.tsx'
import { FilingSources } from './filing-sources.tsx'
import { LineTable } from './line-table.tsx'
import { Lists } from './lists.tsx'
import { MarketClocks } from './market-clocks.tsx'
import { Refresh } from './refresh.tsx'
import { SelectionPanel } from './selection-panel.tsx'
import { SourceNotices } from './source-notices.tsx'
import { StateBar } from './state-bar.tsx'
import classes from './timeline-page.module.css'
import { TrustFailure } from './trust-failure.tsx'
import { UpcomingPanel } from './upcoming-panel.tsx'
import { useLedger } from './use-ledger.ts'
import { useSessionIndexes } from './use-session-indexes.ts'
import { useTimeline } from './use-timeline.ts'
import { useTrust } from './use-trust.ts'
import { selecting } from './view.ts'
import { ViewNotices } from './view-notices.tsx'

/** The four stocks against the policy timeline. */
export function TimelinePage() {
  const timeline = useTimeline()
  const { prices } = timeline.data
  const indexes = useSessionIndexes(prices.data !== undefined || prices.error !== null)
  const { trust, hasFailed } = useTrust(timeline, prices.data !== undefined && !prices.isFetching)
  useLedger({ enabled: timeline.asOf === null })
  // Beside the chart where there is room, over it on a phone; under it on paper.
  const isWide = useMediaQuery('(min-width: 68em), print', true, { getInitialValueInEffect: false })
  const { change, data, series, shown, selection, asOf } = timeline
  // How the sources do is about now: of the past it would tell nothing.
  const sources = asOf === null ? (data.sources.data?.data ?? []) : []
  const close = () => change(selecting(null))
  return (
    <>
      <title>Oreline: rare-earth stocks against the policy timeline</title>
      <h1 className={classes['hidden']}>Rare-earth stocks against the policy timeline</h1>
      <PastRibbon
        asOf={asOf}
        more="What came later is not in the chart, the lists and the figures; “today” is that day."
        onReturn={() => change({ as_of: null })}
      />
      {asOf === null ? (
        <div className={classes['top']}>
          <MarketClocks indexes={indexes} />
          <Refresh />
        </div>
      ) : null}
      <SourceNotices sources={sources} />
      <ViewNotices timeline={timeline} />
      <div className={classes['columns']} data-past={asOf !== null}>
        <div>
          <section aria-label="Chart" className={classes['card']}>
            <Controls timeline={timeline} isWide={isWide} />
            <StateBar timeline={timeline} />
            <ChartArea timeline={timeline} indexes={indexes} gaps={trust.gaps} />
            {data.prices.data === undefined ? null : (
              <LineTable series={series} shown={shown} indexes={indexes} asOf={asOf} trust={trust} />
            )}
            {hasFailed ? <TrustFailure /> : null}
            <FilingSources sources={sources} />
          </section>
        </div>
        <aside className={classes['aside']} aria-label={selection === null ? 'What comes next' : 'Selection'}>
          {selection !== null && isWide ? (
            <SelectionPanel timeline={timeline} selection={selection} trust={trust} />
          ) : (
            <UpcomingPanel timeline={timeline} />
          )}
        </aside>
      </div>
      <Lists timeline={timeline} />
      {selection !== null && !isWide ? (
        <Drawer label="Selection" onClose={close}>
          <SelectionPanel timeline={timeline} selection={selection} trust={trust} />
        </Drawer>
      ) : null}
    </>
  )
}
