import { formatPictureDay } from '@oreline/shared/domain/pictures/day-words.ts'
import type { EventPicture } from '@oreline/shared/domain/pictures/event-picture.ts'
import { pictureLine } from '@oreline/shared/domain/pictures/picture-lines.ts'
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import type { PolicyState } from '@oreline/shared/domain/policy/state.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { ReadContext } from '../read-route.ts'
import { allInstruments } from './known-instruments.ts'
import { lessMarket, readStockMoves } from './stock-moves.ts'

/** What a picture of an event says, from the store; `at`: the day of its state, and the last of its closes. */
export async function eventPictureFacts(
  event: PolicyEvent,
  at: IsoDate,
  context: Pick<ReadContext, 'snapshot' | 'asOf' | 'calendars'>,
): Promise<EventPicture> {
  const known = await allInstruments(context.snapshot, context.asOf)
  const stocks = known.filter(({ role }) => role === 'tracked').toSorted((a, b) => a.id - b.id)
  const moves = await readStockMoves(stocks, { instruments: known, until: at }, context)
  const told = stocks.map((stock) => ({ stock, ...moves.moveOf(event, stock) }))
  const sources = new Set(stocks.flatMap((stock) => moves.closesOf(stock).sources))
  return {
    title: event.title,
    kicker: [event.jurisdiction, event.instrument_type.replaceAll('-', ' '), event.issuing_body].join(' · '),
    state: `${stateWords(stateAt(event, at))}, on ${formatPictureDay(at)}`,
    announced: event.announced_date,
    lines: told.flatMap(({ stock, move }) => {
      const { closes } = moves.closesOf(stock)
      return pictureLine(stock, { closes, base: move.base }, event.announced_date) ?? []
    }),
    moves: told.map(({ stock, move, market }) => ({
      ticker: stock.ticker,
      expected: event.tickers.find(({ ticker }) => ticker === stock.ticker)?.direction ?? null,
      session: move.session,
      lessBenchmark: lessMarket(move.session, market.session),
    })),
    sources: `Closes: ${[...sources].join(', ')}. Event: ${event.official_source ?? event.secondary_url ?? event.basis}`,
  }
}

function stateWords(state: PolicyState | null): string {
  if (state === null) return 'Not public'
  const value =
    state.value === 'effective' ? 'In force' : state.value.replace(/^./, (first) => first.toUpperCase())
  const doubt = state.unconfirmed === true ? ' (end date passed or day unknown: unconfirmed)' : ''
  return `${value} since ${formatPictureDay(state.since)}${doubt}`
}
