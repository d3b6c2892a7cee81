import { getJobRuns } from '@oreline/shared/api/jobs.ts'
import { getSources } from '@oreline/shared/api/sources.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { RunTable } from '../../ui/run-table.tsx'
import { SourceCard } from './source-card.tsx'
import classes from './sources-page.module.css'

const ASK_EVERY_MS = 15_000

/** Where every number comes from, on which terms, how each source does, and a switch for each. */
export function SourcesPage() {
  const sources = useQuery({ ...endpointQuery(getSources, { query: {} }), refetchInterval: ASK_EVERY_MS })
  const runs = useQuery({ ...endpointQuery(getJobRuns, { query: {} }), refetchInterval: ASK_EVERY_MS })
  return (
    <>
      <title>Oreline: sources and terms</title>
      <header className={classes['intro']}>
        <h1>Sources and terms</h1>
        <p>
          Nothing here is investment advice. Oreline shows what the sources below published, when it was
          fetched and how old it is; it may be late or wrong. A source that does not answer is named with
          since when, and what is stored of it stays. Switching a source off stops the asking and deletes
          nothing.
        </p>
      </header>
      <Loaded query={sources} what="The sources" height={480}>
        <div className={classes['cards']}>
          {sources.data?.data.map((source) => (
            <SourceCard key={source.source} source={source} />
          ))}
        </div>
      </Loaded>
      <section className={classes['runs']} aria-labelledby="runs">
        <h2 id="runs">Last runs</h2>
        <Loaded query={runs} what="The ledger of runs" height={240}>
          <RunTable runs={runs.data?.data ?? []} />
        </Loaded>
      </section>
    </>
  )
}
