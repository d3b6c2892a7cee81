import { getCommodities, type CommodityRow } from '@oreline/shared/api/commodities.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { endpointQuery } from '../../../api.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import classes from '../data.module.css'
import type { Viewing } from '../data-view.ts'
import { CommodityCard } from './commodity-card.tsx'
import { CommodityTable } from './commodity-table.tsx'

/** Commodity prices with everything their figures stand on, drawn together only where that is honest. */
export function CommoditiesPart({ view, change }: Viewing) {
  const commodities = useQuery(endpointQuery(getCommodities, { query: {} }))
  const all = commodities.data?.data ?? NO_SERIES
  return (
    <div className={classes['panel']}>
      <Loaded query={commodities} what="The commodity series" height={420}>
        {all.length === 0 ? (
          <p className={classes['empty']}>
            No commodity price is held. Most assessments are sold under licence, so none is shipped: take a
            file of your own in under{' '}
            <Link to="/data" search>
              Files
            </Link>
            , or send points to the API.
          </p>
        ) : (
          <>
            <CommodityCard all={all} view={view} change={change} />
            <section className={classes['card']} aria-labelledby="held">
              <h2 id="held">What is held</h2>
              <CommodityTable all={all} />
            </section>
          </>
        )}
      </Loaded>
    </div>
  )
}

const NO_SERIES: readonly CommodityRow[] = []
