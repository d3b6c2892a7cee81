import { getVintages, type VintageRow } from '@oreline/shared/api/vintages.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { listVintages, type Vintage } from '../db/vintages.ts'
import { readRoute } from '../read-route.ts'
import { knownInstruments } from '../rows/known-instruments.ts'

const price = 'currency per share'

export const vintageRoutes = [
  readRoute(
    getVintages,
    { reads: ['prices', 'reference'], changesWith: 'data' },
    async ({ params: { ticker }, query: { date } }, { snapshot }) => {
      const [instrument] = await knownInstruments(snapshot, [ticker], 'ticker')
      invariant(instrument !== undefined, 'an unknown ticker is refused')
      const found = await listVintages(snapshot, { instrumentId: instrument.id, date })
      return {
        data: found.map((vintage) => rowOf(vintage, ticker)),
        meta: {
          sources: [...new Set(found.map(({ source }) => source))],
          units: { open: price, high: price, low: price, close: price, adj_close: price, volume: 'shares' },
          currency: instrument.currency,
        },
      }
    },
  ),
]

const rowOf = (vintage: Vintage, ticker: Ticker): VintageRow => ({
  ticker,
  date: vintage.sessionDate,
  revision: vintage.revision,
  open: vintage.open,
  high: vintage.high,
  low: vintage.low,
  close: vintage.close,
  adj_close: vintage.adjClose,
  volume: vintage.volume,
  status: vintage.status,
  basis: vintage.basis,
  flags: vintage.flags,
  epoch: vintage.epoch,
  source: vintage.source,
  recorded_at: vintage.recordedAt,
  superseded_at: vintage.supersededAt,
  fetched_at: vintage.fetchedAt,
})
