import { Link } from '@tanstack/react-router'
import { Loaded } from '../../ui/loaded.tsx'
import { RunTable } from '../../ui/run-table.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { DisagreementTable } from './disagreement-table.tsx'
import { GapTable } from './gap-table.tsx'
import classes from './health-page.module.css'
import { HealthSection } from './health-section.tsx'
import { QuarantineList } from './quarantine-list.tsx'
import { SeriesTable } from './series-table.tsx'
import { SourceTable } from './source-table.tsx'
import { DISAGREEMENT_DAYS, useHealth } from './use-health.ts'
import { VerdictCard } from './verdict-card.tsx'

/** Whether what Oreline holds can be trusted: what is old, missing, doubted or kept out, and what a person has to decide. */
export function HealthPage() {
  const { verdict, checkedAt, ...health } = useHealth()
  const runs = health.runs.data?.data ?? []
  return (
    <>
      <title>Oreline: data health</title>
      <header className={classes['intro']}>
        <h1>Data health</h1>
      </header>
      <VerdictCard verdict={verdict} checkedAt={checkedAt} />
      <HealthSection
        place="quarantine"
        title="Answers kept out"
        note="An answer that contradicts what is stored is kept beside it until a person decides; the page shows what was stored before."
      >
        <Loaded query={health.quarantine} what="The answers kept out" height={80}>
          <QuarantineList rows={health.quarantine.data?.data ?? []} />
        </Loaded>
      </HealthSection>
      <HealthSection place="series" title="Series of prices">
        <Loaded query={health.series} what="The series" height={420}>
          <SeriesTable rows={health.series.data?.data ?? []} />
        </Loaded>
      </HealthSection>
      <HealthSection
        place="sources"
        title="Sources"
        note={
          <>
            What each of them is and on which terms stands under{' '}
            <Link to="/sources" search>
              Sources
            </Link>
            , with a switch for each.
          </>
        }
      >
        <Loaded query={health.sources} what="The sources" height={240}>
          <SourceTable rows={health.sources.data?.data ?? []} runs={runs} />
        </Loaded>
      </HealthSection>
      <HealthSection
        place="disagreements"
        title="Disagreements"
        note={`Days of the last ${DISAGREEMENT_DAYS} on which two sources differ by more than 0.5 %, or the adjusted close computed here and the provider’s own by more than 0.1 %. Both are kept; neither is preferred in silence.`}
      >
        <Loaded query={health.disagreements} what="The disagreements" height={120}>
          <DisagreementTable rows={health.disagreements.data?.data ?? []} />
        </Loaded>
      </HealthSection>
      <HealthSection
        place="gaps"
        title="Sessions without a price"
        note="Nothing is filled in: a hole is a broken line in the chart. It is asked for again for ten days."
      >
        <Loaded query={health.gaps} what="The gaps" height={120}>
          <GapTable rows={health.gaps.data?.data ?? []} series={health.series.data?.data ?? []} />
        </Loaded>
      </HealthSection>
      <CalendarSection horizons={health.horizons} overrides={health.overrides} />
      <HealthSection place="runs" title="Last runs">
        <Loaded query={health.runs} what="The ledger of runs" height={240}>
          <RunTable runs={runs} />
        </Loaded>
      </HealthSection>
    </>
  )
}
