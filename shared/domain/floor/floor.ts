/**
 * Price floors of the catalogue: what a government pays up to. Only an event whose figure says so is one
 * (`USD/kg NdPr floor`); letters, plans and blocs without a figure are not drawn.
 */
import * as z from 'zod'
import { isoDateSchema, tickerSchema } from '../../kernel/brand.ts'
import { eventIdSchema, type PolicyEvent } from '../policy/event.ts'
import { stateAt } from '../policy/lifecycle.ts'
import { policyStateSchema } from '../policy/state.ts'
import type { IsoDate } from '../../kernel/brand.ts'

/** What the floors of the catalogue are in: US dollars a kilogram of NdPr oxide, without tax. */
const floorUnit = 'USD/kg NdPr floor'

/** One floor. `to`: its last day, inclusive, null: none known. `state` on the day asked for; null: not public then. */
export const floorSchema = z.object({
  event_id: eventIdSchema,
  title: z.string(),
  value: z.number().positive(),
  unit: z.literal('USD/kg'),
  /** What the price is of. */
  of: z.literal('NdPr oxide'),
  /** The first day it counts for. */
  from: isoDateSchema,
  to: isoDateSchema.nullable(),
  /** As the source states its length, `ten years`; null: not stated. */
  term: z.string().nullable(),
  /** Those whose expected gain the floor itself is. */
  tickers: z.array(tickerSchema),
  state: policyStateSchema.nullable(),
})
export type Floor = z.infer<typeof floorSchema>

/** The floor an event sets, as known on `at`; null: it sets none. */
export function floorOf(event: PolicyEvent, at: IsoDate): Floor | null {
  const { quant } = event
  if (quant === null || quant.unit !== floorUnit) return null
  return {
    event_id: event.id,
    title: event.title,
    value: quant.value,
    unit: 'USD/kg',
    of: 'NdPr oxide',
    from: event.effective_date ?? event.announced_date,
    to: event.end_date,
    term: quant.period,
    tickers: event.tickers.flatMap(({ ticker, direction }) => (direction === '+' ? [ticker] : [])),
    state: stateAt(event, at),
  }
}

/** The floors of a catalogue, by their first day. */
export function floorsOf(events: readonly PolicyEvent[], at: IsoDate): readonly Floor[] {
  return events
    .flatMap((event) => floorOf(event, at) ?? [])
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
