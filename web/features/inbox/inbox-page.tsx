import { useCallback, useMemo } from 'react'
import { Loaded } from '../../ui/loaded.tsx'
import { useToday } from '../../ui/use-now.ts'
import { useSearchState } from '../../ui/use-search-state.ts'
import { CandidateList } from './candidate-list.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import classes from './inbox.module.css'
import { readInboxView, writeInboxView, type InboxView } from './inbox-view.ts'
import { NothingHere } from './nothing-here.tsx'
import { SilentSources, SourcesPart } from './sources-part.tsx'
import { useAnnounced } from './use-announced.ts'
import { useInbox } from './use-inbox.ts'

/** What governments published that may belong on the timeline, for a person to decide. */
export function InboxPage() {
  const { search, change: changeSearch } = useSearchState()
  const { values: view } = useMemo(() => readInboxView(search), [search])
  const change = useCallback(
    (patch: Partial<InboxView>) => changeSearch(writeInboxView(patch), 'replace'),
    [changeSearch],
  )
  const today = useToday()
  const { list, counts, sources, candidates, chosen, more } = useInbox(view)
  const { line, words, onDecided } = useAnnounced()
  const told = counts.data?.data
  const policySources = (sources.data?.data ?? []).filter(({ provides }) => provides.includes('policy'))
  return (
    <>
      <title>Oreline: inbox</title>
      <header className={classes['intro']}>
        <h1>Inbox</h1>
        <p>
          Documents of governments in which something stands that Oreline watches for. Nothing of it is on the
          timeline until somebody links it to an event, makes an event of it, or dismisses it with a reason.
        </p>
      </header>
      <SilentSources sources={policySources} />
      <div className={classes['columns']}>
        <section className={classes['main']} aria-label="Candidates">
          <InboxFilters view={view} counts={told} sources={policySources} change={change} />
          <output ref={line} tabIndex={-1} className={classes['announced']}>
            {words}
          </output>
          <Loaded query={list} what="The candidates" height={420}>
            {candidates.length === 0 ? (
              <NothingHere view={view} counts={told} sources={policySources} change={change} />
            ) : (
              <CandidateList
                candidates={candidates}
                chosen={chosen}
                today={today}
                onChoose={(id) => change({ candidate: id === null ? null : String(id) })}
                onDecided={onDecided}
              />
            )}
            {more === null ? null : (
              <button type="button" className={classes['more']} onClick={more}>
                Show more
              </button>
            )}
          </Loaded>
        </section>
        <aside className={classes['aside']} aria-labelledby="come-in">
          <h2 id="come-in">What has come in</h2>
          <Loaded query={counts} what="The counts" height={240}>
            <Loaded query={sources} what="The sources" height={240}>
              <SourcesPart counts={told} sources={policySources} />
            </Loaded>
          </Loaded>
        </aside>
      </div>
    </>
  )
}
