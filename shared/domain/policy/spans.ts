/** The stretches of an event's life that a timeline shades (in force) or hatches (paused). */
import type { IsoDate } from '../../kernel/brand.ts'
import type { PolicyEvent } from './event.ts'
import { lifeOf, lifeStateAt, turningPoints } from './life.ts'
import type { Life } from './life.ts'
import { lifeOfProvision } from './provision-life.ts'

/**
 * From `from` up to, not including, `to`; null: no end is known on the day asked for, whatever is scheduled.
 * `unconfirmed` is present only when true: an end has passed, or a step has no day, and no source says what holds.
 */
export type PolicySpan = {
  readonly from: IsoDate
  readonly to: IsoDate | null
  readonly state: 'effective' | 'suspended'
  readonly unconfirmed?: true
  /** The part of the act, where parts have dates of their own; absent on the spans of the act as a whole. */
  readonly provision?: string
}

/** The spans begun by `until`, as known on that day: first those of the act as a whole, ascending, then part by part. */
export function spansOf(event: PolicyEvent, until: IsoDate): readonly PolicySpan[] {
  return [
    ...spansOfLife(lifeOf(event), until),
    ...event.provisions.flatMap((provision) =>
      spansOfLife(lifeOfProvision(event, provision), until).map((span) => ({
        ...span,
        provision: provision.id,
      })),
    ),
  ]
}

function spansOfLife(life: Life, until: IsoDate): readonly PolicySpan[] {
  const days = [...new Set(turningPoints(life))].filter((day) => day <= until).toSorted()
  const spans: PolicySpan[] = []
  days.forEach((from, place) => {
    const state = lifeStateAt(life, from)
    if (state === null || (state.value !== 'effective' && state.value !== 'suspended')) return
    const span: PolicySpan = {
      from,
      to: days[place + 1] ?? null,
      state: state.value,
      ...(state.unconfirmed ? { unconfirmed: true as const } : {}),
    }
    const before = spans.at(-1)
    const continues =
      before?.to === from && before.state === span.state && before.unconfirmed === span.unconfirmed
    if (continues) spans.splice(-1, 1, { ...span, from: before.from })
    else spans.push(span)
  })
  return spans
}
