/** In which pieces a time is asked for: the register gives no more than fifty pages of an answer. */
import {
  addDays,
  daysBetween,
  lastDayOfMonth,
  lastDayOfYear,
} from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'

/** Publication days, both inclusive; `to` null: and whatever is scheduled. `name` is the same on every run. */
export type Span = { readonly name: string; readonly from: IsoDate; readonly to: IsoDate | null }

const recentDays = 100

/** What is new and a first answer are asked for in one piece, what reaches further back by calendar years. */
export function spansBackTo(since: IsoDate, today: IsoDate): readonly Span[] {
  if (daysBetween(since, today) <= recentDays) return [{ name: 'recent', from: since, to: null }]
  return pieces(since, today, 4, lastDayOfYear)
}

/** The months of a span that proved too large. */
export const monthsOf = (span: Span, today: IsoDate): readonly Span[] =>
  pieces(span.from, span.to ?? today, 7, lastDayOfMonth).map((month) =>
    span.to === null || month.to !== null ? month : { ...month, to: span.to },
  )

/** The span of that name, for an answer that is read again; null: there is none. */
export function spanNamed(name: string, today: IsoDate): Span | null {
  if (name === 'recent') return { name, from: addDays(today, -recentDays), to: null }
  const from = isoDateSchema.safeParse(`${name}-01-01`.slice(0, 10))
  if (!from.success || !/^\d{4}(-\d\d)?$/.test(name)) return null
  return { name, from: from.data, to: (name.length === 4 ? lastDayOfYear : lastDayOfMonth)(from.data) }
}

/** Newest first; each named by so many letters of its days, the first of them open at its end. */
function pieces(
  from: IsoDate,
  to: IsoDate,
  letters: number,
  lastDay: (date: IsoDate) => IsoDate,
): readonly Span[] {
  const spans: Span[] = []
  for (let start = from; start <= to; start = addDays(lastDay(start), 1)) {
    const end = lastDay(start)
    spans.push({ name: start.slice(0, letters), from: start, to: end >= to ? null : end })
  }
  return spans.toReversed()
}
