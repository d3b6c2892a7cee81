import type { Ticker } from '../../kernel/brand.ts'
import type { ElementSymbol } from '../chain/element.ts'
import type { Stage } from '../chain/stage.ts'
import type { CalendarDate, CalendarKind } from './calendar-date.ts'
import type { InstrumentType } from './event.ts'

/**
 * What a reader asks of the calendar. Within a list any name will do, lists narrow each other; an absent list asks for
 * nothing. A date of a company names no jurisdiction, instrument, stage or element, and so matches no such list.
 */
export type CalendarFilter = {
  readonly jurisdiction?: readonly string[] | undefined
  readonly instrument?: readonly InstrumentType[] | undefined
  readonly stage?: readonly Stage[] | undefined
  readonly element?: readonly ElementSymbol[] | undefined
  /** Dates of that company, and of events that may move it. */
  readonly ticker?: readonly Ticker[] | undefined
  readonly kind?: readonly CalendarKind[] | undefined
  /** true: also background events, hidden otherwise. */
  readonly context?: boolean | undefined
}

export function calendarMatcher(filter: CalendarFilter): (date: CalendarDate) => boolean {
  const { jurisdiction, instrument, stage, element, ticker, kind } = filter
  return (date) =>
    (filter.context === true || !date.context_only) &&
    asksFor(jurisdiction, date.jurisdiction === null ? [] : [date.jurisdiction]) &&
    asksFor(instrument, date.instrument_type === null ? [] : [date.instrument_type]) &&
    asksFor(stage, date.stages) &&
    asksFor(element, date.elements) &&
    asksFor(ticker, date.tickers) &&
    asksFor(kind, [date.kind])
}

function asksFor<T>(names: readonly T[] | undefined, held: readonly T[]): boolean {
  return names === undefined || held.some((name) => names.includes(name))
}
