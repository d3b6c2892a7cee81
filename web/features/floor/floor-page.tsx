import { getDisclosed, getMoney } from '@oreline/shared/api/chain-figures.ts'
import { getCommodities } from '@oreline/shared/api/commodities.ts'
import { getFloors } from '@oreline/shared/api/floors.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { endpointQuery } from '../../api.ts'
import { formatDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useToday } from '../../ui/use-now.ts'
import { useSearchState } from '../../ui/use-search-state.ts'
import { disclosedOf } from './disclosed-points.ts'
import { FloorChart } from './floor-chart.tsx'
import { FloorList, OtherFloors } from './floor-list.tsx'
import { FloorReadout } from './floor-readout.tsx'
import { FloorTraps } from './floor-traps.tsx'
import { readFloorView, writeFloorView, type FloorView } from './floor-view.ts'
import classes from './floor.module.css'
import { MarketChoice, NoMarket } from './market-choice.tsx'
import { chosenMarket, useMarket } from './use-market.ts'

const HEIGHT = 520

/** What governments pay up to, against what the market pays, and what was disclosed in between. */
export function FloorPage() {
  const { search, change: changeSearch } = useSearchState()
  const { values: view } = useMemo(() => readFloorView(search), [search])
  const change = useCallback(
    (patch: Partial<FloorView>) => changeSearch(writeFloorView(patch), 'replace'),
    [changeSearch],
  )
  const today = useToday()
  const floors = useQuery(endpointQuery(getFloors, { query: {} }))
  const disclosed = useQuery(endpointQuery(getDisclosed, { query: { ticker: 'MP' } }))
  const money = useQuery(endpointQuery(getMoney, { query: {} }))
  const commodities = useQuery(endpointQuery(getCommodities, { query: {} }))
  const all = commodities.data?.data ?? []
  const chosen = chosenMarket(all, view)
  const { footing, query, market, done } = useMarket(chosen, view)
  const rows = disclosed.data?.data ?? []
  const held = floors.data?.data ?? []
  const days = market?.days ?? []
  const readDay = days.some(({ date }) => date === view.read) ? view.read : (days.at(-1)?.date ?? null)
  const others = (money.data?.data ?? []).filter(
    ({ kind, event_id: event }) => kind === 'floor' && !held.some(({ event_id: id }) => id === event),
  )
  return (
    <>
      <title>Oreline: price floors against the market</title>
      <header className={classes['intro']}>
        <h1>Floor against market</h1>
        <p>
          What a government tops the price of NdPr oxide up to, the price the market pays on the same footing,
          and what MP Materials says it received. A line with tax inside or of another product is drawn only
          where its conversion is stated.
        </p>
      </header>
      <section className={classes['card']} aria-label="Chart">
        <Loaded query={commodities} what="The commodity series" height={60}>
          {chosen === undefined || footing === null ? (
            <NoMarket />
          ) : (
            <MarketChoice all={all} chosen={chosen} footing={footing} view={view} change={change} />
          )}
        </Loaded>
        {footing?.kind === 'drawn' ? (
          <Loaded query={query} what="The market prices" height={24}>
            <p className={classes['made']}>
              {done === null ? 'As published, nothing converted' : `Made so: ${done}`}. Source:{' '}
              {chosen?.source}
              {chosen?.newest_day == null ? '' : `, to ${formatDay(chosen.newest_day)}`};{' '}
              {chosen?.licence_note}.
            </p>
          </Loaded>
        ) : null}
        <Loaded query={floors} what="The floors" height={HEIGHT}>
          <Loaded query={disclosed} what="The disclosed figures" height={HEIGHT}>
            <FloorChart
              floors={held}
              market={market}
              prices={disclosedOf(rows, 'price')}
              output={disclosedOf(rows, 'output')}
              payments={disclosedOf(rows, 'payments')}
              readDay={readDay}
              today={today}
            />
            {readDay === null ? null : (
              <FloorReadout floors={held} days={days} day={readDay} onDay={(read) => change({ read })} />
            )}
          </Loaded>
        </Loaded>
        <FloorTraps />
      </section>
      <section className={classes['card']} aria-labelledby="floors">
        <h2 id="floors">Floors</h2>
        <FloorList floors={held} />
        {others.length === 0 ? null : (
          <>
            <h3>Other floors named, not drawn: letters, and amounts of another kind</h3>
            <OtherFloors rows={others} />
          </>
        )}
      </section>
    </>
  )
}
