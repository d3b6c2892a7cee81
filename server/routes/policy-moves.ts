import { getPolicyMoves, type PolicyMoveRow } from '@oreline/shared/api/policy-moves.ts'
import { eventSession } from '@oreline/shared/domain/policy/event-session.ts'
import { policyEventSchema, type Exposure, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { moveAround, type Move } from '@oreline/shared/domain/policy/move.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listReference } from '../db/reference-rows.ts'
import { readRoute } from '../read-route.ts'
import type { ShelvedCalendars } from '../rows/calendar-shelf.ts'
import { readFinalCloses, type FinalCloses } from '../rows/final-closes.ts'
import { allInstruments, type KnownInstrument } from '../rows/known-instruments.ts'

export const policyMoveRoutes = [
  readRoute(
    getPolicyMoves,
    { reads: ['reference', 'prices'], changesWith: 'data' },
    async ({ query }, context) => {
      const { snapshot, asOf } = context
      const rows = await listReference(snapshot, 'policy-event', { asOf })
      const all = rows.map(({ body }) => policyEventSchema.parse(body))
      const events = query.events === undefined ? all : all.filter(({ id }) => query.events?.includes(id))
      const unknown = query.events?.filter((id) => !events.some((event) => event.id === id)) ?? []
      if (unknown.length > 0)
        throw new AppError('unknown-event', `no such event: ${unknown.join(', ')}`, { parameter: 'events' })
      const known = await allInstruments(snapshot)
      const strange = query.tickers?.filter((name) => !known.some(({ ticker }) => ticker === name)) ?? []
      if (strange.length > 0)
        throw new AppError('unknown-ticker', `no such instrument: ${strange.join(', ')}`, {
          parameter: 'tickers',
        })
      const exposures = events.flatMap((event) =>
        event.tickers
          .filter(({ ticker }) => query.tickers === undefined || query.tickers.includes(ticker))
          .map((exposure) => ({ event, exposure })),
      )
      const named = new Set(exposures.map(({ exposure }) => exposure.ticker))
      const stocks = known.filter(({ ticker }) => named.has(ticker))
      const benchmarks = new Set(stocks.flatMap(({ benchmark }) => benchmark ?? []))
      const closes = await readFinalCloses(
        known.filter(({ ticker }) => named.has(ticker) || benchmarks.has(ticker)),
        context,
      )
      const calendars = exposures.length === 0 ? null : await context.calendars(snapshot, asOf)
      return {
        data: exposures.flatMap(({ event, exposure }) => {
          const stock = stocks.find(({ ticker }) => ticker === exposure.ticker)
          if (stock === undefined || calendars === null) return []
          return [rowOf(event, exposure, { stock, calendars, closes })]
        }),
        meta: {
          sources: [...new Set(rows.map(({ origin }) => origin))],
          adjusted: 'all',
        },
      }
    },
  ),
]

type Held = {
  readonly stock: KnownInstrument
  readonly calendars: ShelvedCalendars
  readonly closes: ReadonlyMap<string, FinalCloses>
}

const noFigure: Move = { base: null, session: null, two_sessions: null, missing: 'no-session' }

function rowOf(
  event: PolicyEvent,
  { ticker, direction, reason }: Exposure,
  { stock, calendars, closes }: Held,
): PolicyMoveRow {
  const index = calendars.sessions[stock.calendar]
  const placed = eventSession(event, index)
  const around = (name: string | undefined): Move => {
    const held = name === undefined ? undefined : closes.get(name)
    return placed === null || held === undefined ? noFigure : moveAround(held, index, placed.date)
  }
  const move = around(ticker)
  const market = around(stock.benchmark)
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
    benchmark: stock.benchmark ?? null,
    benchmark_session: market.session,
    benchmark_two_sessions: market.two_sessions,
    less_benchmark_session: difference(move.session, market.session),
    less_benchmark_two_sessions: difference(move.two_sessions, market.two_sessions),
    missing: move.missing,
  }
}

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other
