/** What stocks and their benchmarks did around events, from the closes held. */
import { eventSession, type EventSession } from '@oreline/shared/domain/policy/event-session.ts'
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { moveAround, type Move } from '@oreline/shared/domain/policy/move.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { ReadContext } from '../read-route.ts'
import { readFinalCloses, type FinalCloses } from './final-closes.ts'
import type { KnownInstrument } from './known-instruments.ts'

export type StockMove = {
  /** null: the event has no session on the stock's exchange. */
  readonly placed: EventSession | null
  readonly move: Move
  /** Of the benchmark over the same sessions. */
  readonly market: Move
}

export type StockMoves = {
  readonly moveOf: (event: PolicyEvent, stock: KnownInstrument) => StockMove
  readonly closesOf: (stock: Pick<KnownInstrument, 'ticker'>) => FinalCloses
  /** Who gave the closes. */
  readonly sources: readonly string[]
}

type Known = {
  /** Among them the benchmarks. */
  readonly instruments: readonly KnownInstrument[]
  /** The last session that is known; undefined: whatever is held. */
  readonly until: IsoDate | undefined
}

const noFigure: Move = { base: null, session: null, two_sessions: null, missing: 'no-session' }
const noCloses: FinalCloses = { closes: new Map(), newest: null, sources: [] }

/** Reads the closes of the stocks and of what they are measured against, once for any number of events. */
export async function readStockMoves(
  stocks: readonly KnownInstrument[],
  { instruments, until }: Known,
  context: Pick<ReadContext, 'snapshot' | 'asOf' | 'calendars'>,
): Promise<StockMoves> {
  const names = new Set(
    stocks.flatMap(({ ticker, benchmark }) => (benchmark === undefined ? [ticker] : [ticker, benchmark])),
  )
  const closes = await readFinalCloses(
    instruments.filter(({ ticker }) => names.has(ticker)),
    until,
    context,
  )
  const { sessions } = await context.calendars(context.snapshot, context.asOf)
  const placings = new Map<string, EventSession | null>()
  /** Many stocks share an exchange, and finding its session takes longer than all the rest of a move. */
  const placedOn = (event: PolicyEvent, calendar: CalendarId): EventSession | null => {
    const key = `${calendar} ${event.id}`
    const known = placings.get(key)
    if (known !== undefined) return known
    const placed = eventSession(event, sessions[calendar])
    placings.set(key, placed)
    return placed
  }
  return {
    sources: [...new Set([...closes.values()].flatMap((held) => held.sources))],
    closesOf: ({ ticker }) => closes.get(ticker) ?? noCloses,
    moveOf: (event, stock) => {
      const index = sessions[stock.calendar]
      const placed = placedOn(event, stock.calendar)
      const around = (name: string | undefined): Move => {
        const held = name === undefined ? undefined : closes.get(name)
        return placed === null || held === undefined ? noFigure : moveAround(held, index, placed.date)
      }
      return { placed, move: around(stock.ticker), market: around(stock.benchmark) }
    },
  }
}

/** null where either is. */
export const lessMarket = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other
