/** The bars of a lane: one row per act, in force or paused, packed so that acts that do not overlap share a row. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { InstrumentType } from '@oreline/shared/domain/policy/event.ts'
import { spansOf } from '@oreline/shared/domain/policy/spans.ts'
import type { PolicySpan } from '@oreline/shared/domain/policy/spans.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { dayMs } from './time-scale.ts'

/** `to` null: no end is known. `row` counts from 0; acts beyond the last row share it. */
export type LaneSpan = {
  readonly event: PolicyEventRow
  readonly state: PolicySpan['state']
  readonly unconfirmed: boolean
  readonly from: number
  readonly to: number | null
  readonly row: number
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

/** The spans of the events of one lane as known on `today`, packed into at most `rows` rows. */
export function laneSpans(
  events: readonly PolicyEventRow[],
  today: IsoDate,
  rows: number,
): readonly LaneSpan[] {
  const acts = events
    .map((event) => ({ event, spans: wholeSpans(event, today) }))
    .filter(({ event, spans }) => spans.length > 0 && (standing[event.instrument_type] || hasEnd(spans)))
    .map((act) => ({ ...act, from: startOf(act.spans), to: endOf(act.spans) }))
    .toSorted((one, other) => one.from - other.from)
  const places = packed(acts, rows)
  return acts.flatMap(({ event, spans }, act) =>
    spans.map((span) => ({
      event,
      state: span.state,
      unconfirmed: span.unconfirmed === true,
      from: dayMs(span.from),
      to: span.to === null ? null : dayMs(span.to),
      row: places[act] ?? 0,
    })),
  )
}

/** How many rows the spans take. */
export function rowCount(spans: readonly LaneSpan[]): number {
  return spans.reduce((most, { row }) => Math.max(most, row + 1), 0)
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

function hasEnd(spans: readonly PolicySpan[]): boolean {
  return spans.length > 1 || spans.at(-1)?.to !== null
}

function startOf(spans: readonly PolicySpan[]): number {
  return Math.min(...spans.map(({ from }) => dayMs(from)))
}

function endOf(spans: readonly PolicySpan[]): number | null {
  return spans.some(({ to }) => to === null) ? null : Math.max(...spans.map(({ to }) => (to === null ? 0 : dayMs(to))))
}
