import { getInstrumentRequests } from '@oreline/shared/api/instrument-requests.ts'
import { getInstruments } from '@oreline/shared/api/instruments.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { endpointQuery } from '../../../api.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import classes from '../data.module.css'
import { AddInstrument } from './add-instrument.tsx'
import { InstrumentTable } from './instrument-table.tsx'
import { RequestTable } from './request-table.tsx'
import { isUnderWay } from './request-words.ts'

const ASK_EVERY_MS = 1_000

/** What is followed, and how to follow more. */
export function InstrumentsPart() {
  const queries = useQueryClient()
  const instruments = useQuery(endpointQuery(getInstruments, { query: {} }))
  const requests = useQuery({
    ...endpointQuery(getInstrumentRequests, { query: {} }),
    refetchInterval: ({ state }) => (state.data?.data.some(isUnderWay) === true ? ASK_EVERY_MS : false),
  })
  const rows = requests.data?.data ?? []
  const underWay = rows.filter(isUnderWay).length
  // Each one that has come to an end may have added an instrument.
  const before = useRef(underWay)
  useEffect(() => {
    if (underWay < before.current) {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== getInstrumentRequests.path,
      })
    }
    before.current = underWay
  }, [underWay, queries])
  return (
    <div className={classes['panel']}>
      <section className={classes['card']} aria-labelledby="add">
        <h2 id="add">Follow another instrument</h2>
        <AddInstrument />
        <Loaded query={requests} what="The requests" height={40}>
          <RequestTable requests={rows} />
        </Loaded>
      </section>
      <section className={classes['card']} aria-labelledby="followed">
        <h2 id="followed">Followed now</h2>
        <Loaded query={instruments} what="The instruments" height={320}>
          <InstrumentTable instruments={instruments.data?.data ?? []} />
        </Loaded>
      </section>
    </div>
  )
}
