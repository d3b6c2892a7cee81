import { getInstrumentRequests, type InstrumentRequestRow } from '@oreline/shared/api/instrument-requests.ts'
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

/** Of a request that is being worked on, and of one that waits for a provider, perhaps for hours. */
const ASK_EVERY_MS = { atWork: 1_000, waiting: 5_000 } as const

function askAgainIn(requests: readonly InstrumentRequestRow[]): number | false {
  const underWay = requests.filter(isUnderWay)
  if (underWay.length === 0) return false
  return underWay.every(({ state }) => state === 'pending') ? ASK_EVERY_MS.waiting : ASK_EVERY_MS.atWork
}

/** What is followed, and how to follow more. */
export function InstrumentsPart() {
  const queries = useQueryClient()
  const instruments = useQuery(endpointQuery(getInstruments, { query: {} }))
  const requests = useQuery({
    ...endpointQuery(getInstrumentRequests, { query: {} }),
    refetchInterval: ({ state }) => askAgainIn(state.data?.data ?? []),
  })
  const rows = requests.data?.data ?? []
  const held = instruments.data?.data
  const followed = held === undefined ? undefined : new Set<string>(held.map(({ ticker }) => ticker))
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
          <RequestTable requests={rows} followed={followed} />
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
