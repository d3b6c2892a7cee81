/** The months ahead as a strip: a lane for each who acts, and on it what each date is as exactly as it is known. */
import { addDays, lastDayOfMonth } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { dateOfDayNumber, dayNumber } from '@oreline/shared/kernel/day-number.ts'
import { laneOf, lanesFor } from '../../charts/jurisdictions.ts'
import { formatMonth } from '../../ui/format.ts'
import { inkOfDate } from './date-ink.ts'

const MONTHS_AHEAD = 13

/** First and last day shown, both inclusive: from the month of `today`, so that what has just passed is seen. */
export type RibbonSpan = { readonly from: IsoDate; readonly to: IsoDate; readonly days: number }

export function ribbonSpan(today: IsoDate): RibbonSpan {
  const from = isoDateSchema.parse(`${today.slice(0, 7)}-01`)
  let to = lastDayOfMonth(from)
  for (let month = 1; month < MONTHS_AHEAD; month += 1) to = lastDayOfMonth(addDays(to, 1))
  return { from, to, days: dayNumber(to) - dayNumber(from) + 1 }
}

/** `place` and `width` in days from the first one shown; marks of one day have the width 1. `row`: 0 is the upper one. */
export type RibbonMark = {
  /** The first of those that the mark stands for: the same kind of date, on the same day, as exactly known. */
  readonly date: CalendarDate
  readonly all: readonly CalendarDate[]
  readonly place: number
  readonly width: number
  readonly row: number
  /** The span goes on beyond the strip. */
  readonly goesOn: boolean
}
export type RibbonLane = {
  readonly id: string
  readonly label: string
  readonly ink: string
  readonly rows: number
  readonly marks: readonly RibbonMark[]
}

/** Lanes of policy in their fixed order, then one a company; those without a date in the strip are left out. */
export function ribbonLanes(
  dates: readonly CalendarDate[],
  span: RibbonSpan,
  gapDays: number,
): readonly RibbonLane[] {
  const shown = dates.filter(({ date, last_day: last }) => last >= span.from && date <= span.to)
  const policy = shown.flatMap((date) =>
    date.jurisdiction === null ? [] : [{ date, jurisdiction: date.jurisdiction }],
  )
  const companies = [...new Set(shown.flatMap(({ ticker }) => (ticker === null ? [] : [ticker])))].toSorted()
  return [
    ...lanesFor(policy).map(({ id, label, ink }) => ({
      id,
      label,
      ink,
      dates: policy.filter(({ jurisdiction }) => laneOf(jurisdiction) === id).map(({ date }) => date),
    })),
    ...companies.map((ticker) => ({
      id: ticker,
      label: ticker.replace(/\..*$/, ''),
      ink: inkOfDate({ jurisdiction: null, ticker }),
      dates: shown.filter((date) => date.ticker === ticker),
    })),
  ].map(({ dates: ofLane, ...lane }) => laidOut(lane, ofLane, span, gapDays))
}

/** Marks that would touch go to rows below each other. */
function laidOut(
  lane: Pick<RibbonLane, 'id' | 'label' | 'ink'>,
  dates: readonly CalendarDate[],
  span: RibbonSpan,
  gapDays: number,
): RibbonLane {
  const ends: number[] = []
  const first = dayNumber(span.from)
  const marks = merged(dates)
    .toSorted(([a], [b]) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(([date, ...others]) => {
      const place = Math.max(0, dayNumber(date.date) - first)
      const end = Math.min(span.days, dayNumber(date.last_day) - first + 1)
      const free = ends.findIndex((taken) => taken + gapDays <= place)
      const row = free === -1 ? ends.length : free
      // Room for the number beside a mark that stands for several.
      ends[row] = end + (others.length > 0 ? gapDays : 0)
      return { date, all: [date, ...others], place, width: end - place, row, goesOn: date.last_day > span.to }
    })
  return { ...lane, rows: Math.max(1, ends.length), marks }
}

/** Dates that one mark can stand for, each group with at least one. */
function merged(dates: readonly CalendarDate[]): readonly (readonly [CalendarDate, ...CalendarDate[]])[] {
  const groups = new Map<string, [CalendarDate, ...CalendarDate[]]>()
  for (const date of dates) {
    const like = [date.date, date.kind, date.precision, date.passed_unconfirmed].join(' ')
    const group = groups.get(like)
    if (group === undefined) groups.set(like, [date])
    else group.push(date)
  }
  return [...groups.values()]
}

/** The first of each month shown, as days from the first one; January is told with its year. */
export function ribbonMonths({ from, days }: RibbonSpan) {
  const first = dayNumber(from)
  return Array.from({ length: days }, (_, place) => ({ place, day: dateOfDayNumber(first + place) }))
    .filter(({ day }) => day.endsWith('-01'))
    .map(({ place, day }) => ({
      place,
      label:
        place === 0 || day.slice(5, 7) === '01' ? formatMonth(day) : (formatMonth(day).split(' ')[0] ?? ''),
      isYear: day.slice(5, 7) === '01',
    }))
}
