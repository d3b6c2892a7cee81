import { getPolicyMoves, type PolicyMoveRow } from '@oreline/shared/api/policy-moves.ts'
import { policyEventSchema, type Exposure, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listReference } from '../db/reference-rows.ts'
import { readRoute } from '../read-route.ts'
import { allInstruments, knownInstruments, type KnownInstrument } from '../rows/known-instruments.ts'
import { lessMarket, readStockMoves, type StockMove } from '../rows/stock-moves.ts'

const figures = [
  'move_session',
  'move_two_sessions',
  'benchmark_session',
  'benchmark_two_sessions',
  'less_benchmark_session',
  'less_benchmark_two_sessions',
] as const satisfies readonly (keyof PolicyMoveRow)[]

export const policyMoveRoutes = [
  readRoute(
    getPolicyMoves,
    { reads: ['reference', 'prices'], changesWith: 'data' },
    async ({ query }, context) => {
      const { snapshot, asOf } = context
      const rows = await listReference(snapshot, 'policy-event', { asOf })
      const all = rows.map(({ body }) => policyEventSchema.parse(body))
      const events =
        query.events === undefined ? all : all.filter(({ id }) => query.events?.includes(id) === true)
      const unknown = query.events?.filter((id) => !events.some((event) => event.id === id)) ?? []
      if (unknown.length > 0)
        throw new AppError('unknown-event', `no such event: ${unknown.join(', ')}`, { parameter: 'events' })
      if (query.tickers !== undefined) await knownInstruments(snapshot, query.tickers, 'tickers')
      const instruments = await allInstruments(snapshot, asOf)
      const { at } = query
      const known = at === undefined ? events : events.filter((event) => stateAt(event, at) !== null)
      const exposures = known.flatMap((event) =>
        event.tickers
          .filter(({ ticker }) => query.tickers === undefined || query.tickers.includes(ticker))
          .map((exposure) => ({ event, exposure })),
      )
      const named = new Set(exposures.map(({ exposure }) => exposure.ticker))
      const stocks = instruments.filter(({ ticker }) => named.has(ticker))
      // Nothing to place and nothing to read, in a store without a catalogue too.
      const moves =
        exposures.length === 0 ? null : await readStockMoves(stocks, { instruments, until: at }, context)
      return {
        data: exposures.flatMap(({ event, exposure }) => {
          const stock = stocks.find(({ ticker }) => ticker === exposure.ticker)
          if (stock === undefined || moves === null) return []
          return [rowOf(event, exposure, stock, moves.moveOf(event, stock))]
        }),
        meta: {
          sources: [...new Set([...rows.map(({ origin }) => origin), ...(moves?.sources ?? [])])],
          units: Object.fromEntries(figures.map((column) => [column, 'fraction'])),
          adjusted: 'all',
        },
      }
    },
  ),
]

function rowOf(
  event: PolicyEvent,
  { ticker, direction, reason }: Exposure,
  { benchmark }: KnownInstrument,
  { placed, move, market }: StockMove,
): PolicyMoveRow {
  return {
    event: event.id,
    ticker,
    expected: direction,
    reason,
    session: placed?.date ?? null,
    basis: placed?.basis ?? null,
    base: move.base,
    move_session: move.session,
    move_two_sessions: move.two_sessions,
    benchmark: benchmark ?? null,
    benchmark_session: market.session,
    benchmark_two_sessions: market.two_sessions,
    less_benchmark_session: lessMarket(move.session, market.session),
    less_benchmark_two_sessions: lessMarket(move.two_sessions, market.two_sessions),
    missing: move.missing,
  }
}
