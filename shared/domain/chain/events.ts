/** Policy events as the chain sees them: where each touches it, and what holds of it on a day. */
import type { IsoDate, Ticker } from '../../kernel/brand.ts'
import { inCatalogueOrder } from '../policy/catalogue-file.ts'
import type { PolicyEvent } from '../policy/event.ts'
import { stateAt } from '../policy/lifecycle.ts'
import type { PolicyState } from '../policy/state.ts'
import type { ElementRow } from './chain.ts'
import { rareEarthSchema, type RareEarth } from './element.ts'

/** `elements`: the rare earths among those the event names, by atomic number. `state` null: not public by then. */
export type ChainEvent = Pick<
  PolicyEvent,
  'id' | 'title' | 'jurisdiction' | 'instrument_type' | 'announced_date' | 'stages' | 'context_only'
> & {
  readonly elements: RareEarth[]
  readonly tickers: Ticker[]
  readonly state: PolicyState | null
}

/** Every event of the catalogue with its state on `at`, ascending by announcement. */
export function chainEvents(events: readonly PolicyEvent[], at: IsoDate): readonly ChainEvent[] {
  return inCatalogueOrder(events).map((event) => ({
    id: event.id,
    title: event.title,
    jurisdiction: event.jurisdiction,
    instrument_type: event.instrument_type,
    announced_date: event.announced_date,
    stages: event.stages,
    elements: rareEarthSchema.options.filter((element) => event.elements.includes(element)),
    tickers: event.tickers.map(({ ticker }) => ticker),
    context_only: event.context_only,
    state: stateAt(event, at),
  }))
}

type Control = ElementRow['controls'][number]
type ControlOnDay = Pick<Control, 'announcement' | 'event_id' | 'related_event_ids'> & {
  readonly state: PolicyState | null
  readonly until: IsoDate | null
}

/**
 * The control as it stands on `at`, by the act's own steps; `until`: the last day of the pause it is in then. An act that
 * was not public by then, or is no longer in the catalogue, has no state.
 */
export function controlOn(control: Control, event: PolicyEvent | undefined, at: IsoDate): ControlOnDay {
  const { announcement, event_id, related_event_ids } = control
  const state = event === undefined ? null : stateAt(event, at)
  const until = event !== undefined && state?.value === 'suspended' ? event.suspended_until : null
  return { announcement, event_id, state, until, related_event_ids }
}
