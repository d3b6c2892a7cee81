/**
 * The bars of a lane. An act with an end, a pause or an open question has a bar of its own, packed so that acts that do
 * not overlap share a row. Acts that simply stand share one strip: the deeper its shade, the more of them are in force.
 */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { InstrumentType } from '@oreline/shared/domain/policy/event.ts'
import { spansOf } from '@oreline/shared/domain/policy/spans.ts'
import type { PolicySpan } from '@oreline/shared/domain/policy/spans.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { dayMs } from './time-scale.ts'

/** `to` null: no end is known. `row` counts from 0, acts beyond the last row share it; null: the strip of standing acts. */
export type LaneSpan = {
  readonly event: PolicyEventRow
  readonly state: PolicySpan['state']
  readonly unconfirmed: boolean
  readonly from: number
  readonly to: number | null
  readonly row: number | null
}

/** Acts that hold until something changes them. What happens once (a deal, a grant) has no bar while it has no end. */
const standing: Readonly<Record<InstrumentType, boolean>> = {
  'export-control': true,
  quota: true,
  tariff: true,
  'trade-agreement': true,
  licensing: true,
  'price-floor': true,
  regulation: true,
  'corporate-milestone': false,
  'court-ruling': false,
  'equity-stake': false,
  'grant-loan': false,
  investigation: false,
  offtake: false,
  stockpile: false,
  'supply-shock': false,
}

type Act = { readonly event: PolicyEventRow; readonly spans: readonly PolicySpan[] }

/** The spans of the events of one lane as known on `today`; bars of their own in at most `rows` rows. */
export function laneSpans(
  events: readonly PolicyEventRow[],
  today: IsoDate,
  rows: number,
): readonly LaneSpan[] {
  const acts = events
    .map((event) => ({ event, spans: wholeSpans(event, today) }))
    .filter(({ spans }) => spans.length > 0)
  const changing = acts
    .filter(({ spans }) => changes(spans))
    .map((act) => ({ ...act, from: startOf(act.spans), to: endOf(act.spans) }))
    .toSorted((one, other) => one.from - other.from)
  const places = packed(changing, rows)
  const strip = acts.filter(({ event, spans }) => standing[event.instrument_type] && !changes(spans))
  return [
    ...strip.flatMap((act) => barsOf(act, null)),
    ...changing.flatMap((act, place) => barsOf(act, places[place] ?? 0)),
  ]
}

/** How many rows the bars take, without the strip. */
export function rowCount(spans: readonly LaneSpan[]): number {
  return spans.reduce((most, { row }) => Math.max(most, row === null ? 0 : row + 1), 0)
}

/**
 * The row of each stretch, given by ascending start: the first row free by then, or the last one when none is. A null
 * end never frees its row.
 */
export function packed(
  stretches: readonly { readonly from: number; readonly to: number | null }[],
  rows: number,
): readonly number[] {
  const free: number[] = Array.from({ length: rows }, () => -Infinity)
  return stretches.map(({ from, to }) => {
    const found = free.findIndex((edge) => edge <= from)
    const row = found >= 0 ? found : rows - 1
    free[row] = Math.max(free[row] ?? -Infinity, to ?? Infinity)
    return row
  })
}

/** The spans of the act as a whole; those of its parts where the whole never took effect. */
function wholeSpans(event: PolicyEventRow, today: IsoDate): readonly PolicySpan[] {
  const spans = spansOf(event, today)
  const whole = spans.filter(({ provision }) => provision === undefined)
  return whole.length > 0 ? whole : spans
}

function barsOf({ event, spans }: Act, row: number | null): readonly LaneSpan[] {
  return spans.map((span) => ({
    event,
    state: span.state,
    unconfirmed: span.unconfirmed === true,
    from: dayMs(span.from),
    to: span.to === null ? null : dayMs(span.to),
    row,
  }))
}

function changes(spans: readonly PolicySpan[]): boolean {
  const last = spans.at(-1)
  return spans.length > 1 || last?.to !== null || last.state === 'suspended' || last.unconfirmed === true
}

function startOf(spans: readonly PolicySpan[]): number {
  return Math.min(...spans.map(({ from }) => dayMs(from)))
}

function endOf(spans: readonly PolicySpan[]): number | null {
  return spans.some(({ to }) => to === null)
    ? null
    : Math.max(...spans.map(({ to }) => (to === null ? 0 : dayMs(to))))
}
