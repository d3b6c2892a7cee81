import { Button } from '@mantine/core'
import { formatAmount } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { stateWords } from '../../ui/policy-words.ts'
import { isFiltered } from './facets.ts'
import { seriesWithoutValues } from './series.ts'
import type { Timeline } from './use-timeline.ts'
import { cleared } from './view.ts'

/** What a reader must know about the view itself: parts of the address that cannot be read, filters that leave nothing, dollars without rates. */
export function ViewNotices({ timeline }: { readonly timeline: Timeline }) {
  const { view, unreadable, isAhead, change, series, catalogue, shownEvents, data } = timeline
  const unknown =
    data.all.length === 0
      ? []
      : view.tickers.filter((name) => !data.all.some(({ ticker }) => ticker === name))
  const withoutRates =
    view.currency === 'USD' && !data.prices.isPlaceholderData ? seriesWithoutValues(series) : []
  const [missing] = withoutRates
  const cut = [
    { name: 'prices', next: data.prices.data?.meta.next },
    { name: 'filings', next: data.filings.data?.meta.next },
    { name: 'events', next: data.events.data?.meta.next },
  ].flatMap(({ name, next }) => (typeof next === 'string' ? [name] : []))
  return (
    <>
      {isAhead ? (
        <Notice tone="warn" title="The moment in the address has not come yet">
          Nothing can have been stored then: what is stored now is shown.
        </Notice>
      ) : null}
      {unreadable.length === 0 ? null : (
        <Notice tone="warn" title="Parts of the address could not be read">
          {unreadable.join(', ')}: the usual view is shown instead.
        </Notice>
      )}
      {unknown.length === 0 ? null : (
        <Notice tone="warn" title={`Not held here: ${unknown.join(', ')}`}>
          The address names {formatAmount(unknown.length, 'instrument', 'instruments')} that this Oreline does
          not follow.
        </Notice>
      )}
      {cut.length === 0 ? null : (
        <Notice tone="warn" title={`Not everything is shown: too many ${cut.join(' and ')} for one answer`}>
          Choose fewer lines to see the rest.
        </Notice>
      )}
      {missing === undefined ? null : (
        <Notice
          tone="warn"
          title={`No exchange rates yet: ${withoutRates.map(({ ticker }) => ticker).join(', ')} cannot be shown in US dollars`}
          actions={
            <Button size="compact-sm" variant="default" onClick={() => change({ currency: 'local' })}>
              Local currency
            </Button>
          }
        >
          The rates come from the European Central Bank; none has been stored so far, and none is guessed.
        </Notice>
      )}
      {catalogue.length > 0 && shownEvents.length === 0 && isFiltered(view) ? (
        <Notice
          tone="info"
          title="No event passes all filters"
          actions={
            <Button size="compact-sm" variant="default" onClick={() => change(cleared)}>
              Clear filters
            </Button>
          }
        >
          {filterWords(view)}.
        </Notice>
      ) : null}
    </>
  )
}

function filterWords(view: Timeline['view']): string {
  const parts = [
    { name: 'Jurisdiction', chosen: view.jurisdiction },
    { name: 'Instrument', chosen: view.instrument },
    { name: 'Stage', chosen: view.stage },
    { name: 'Element', chosen: view.element },
    { name: 'State', chosen: view.status.map((value) => stateWords[value]) },
  ]
  return parts
    .filter(({ chosen }) => chosen.length > 0)
    .map(({ name, chosen }) => `${name}: ${chosen.join(' or ')}`)
    .join('; ')
}
