import type { IsoDate, Ticker } from '../../kernel/brand.ts'
import type { ElementSymbol } from '../chain/element.ts'
import type { Stage } from '../chain/stage.ts'
import type { InstrumentType, PolicyEvent } from './event.ts'
import { lifeOf, lifeStateAt } from './life.ts'
import type { PolicyStateValue } from './status.ts'

/**
 * What a reader asks of the catalogue. Within a list any name will do, lists narrow each other; an absent list asks for
 * nothing. An event that names no element or stage matches no such list.
 */
export type PolicyEventFilter = {
  readonly jurisdiction?: readonly string[] | undefined
  readonly instrument?: readonly InstrumentType[] | undefined
  readonly stage?: readonly Stage[] | undefined
  readonly element?: readonly ElementSymbol[] | undefined
  /** Events with an exposure of that instrument, whatever its direction. */
  readonly ticker?: readonly Ticker[] | undefined
  /** The state on the day `at`; an event not announced by then has none. */
  readonly status?: readonly PolicyStateValue[] | undefined
  /** Bounds of `announced_date`, inclusive; a month or a year counts as its first day. */
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  /** true: also background events, hidden otherwise. */
  readonly context?: boolean | undefined
}

/** The filter as a predicate; `at` is the day on which `status` is read. */
export function policyEventMatcher(filter: PolicyEventFilter, at: IsoDate): (event: PolicyEvent) => boolean {
  const { jurisdiction, instrument, stage, element, ticker, status, from, to } = filter
  return (event) =>
    (filter.context === true || !event.context_only) &&
    (from === undefined || event.announced_date >= from) &&
    (to === undefined || event.announced_date <= to) &&
    asksFor(jurisdiction, [event.jurisdiction]) &&
    asksFor(instrument, [event.instrument_type]) &&
    asksFor(stage, event.stages) &&
    asksFor(element, event.elements) &&
    asksFor(
      ticker,
      event.tickers.map((exposure) => exposure.ticker),
    ) &&
    (status === undefined || asksFor(status, valuesOn(event, at)))
}

function asksFor<T>(names: readonly T[] | undefined, held: readonly T[]): boolean {
  return names === undefined || held.some((name) => names.includes(name))
}

function valuesOn(event: PolicyEvent, at: IsoDate): readonly PolicyStateValue[] {
  const state = lifeStateAt(lifeOf(event), at)
  return state === null ? [] : [state.value]
}
