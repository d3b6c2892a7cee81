/** Where a time axis is labelled: whole days, Mondays, months or years, whichever leaves each label its room. */
import { DAY_MS } from './time-scale.ts'
import type { TimeScale, TimeWindow } from './time-scale.ts'
import { pxPerMs, xAt } from './time-scale.ts'

/** `major`: a year, or a month among days, begins; the label then names it. `x` in pixels, ascending. */
export type TimeTick = {
  readonly ms: number
  readonly x: number
  readonly label: string
  readonly major: boolean
}

type Step = {
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly count: number
  readonly days: number
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const MONDAY = Date.UTC(1970, 0, 5)
const STEPS: readonly Step[] = [
  { unit: 'day', count: 1, days: 1 },
  { unit: 'day', count: 2, days: 2 },
  { unit: 'week', count: 1, days: 7 },
  { unit: 'week', count: 2, days: 14 },
  { unit: 'month', count: 1, days: 28 },
  { unit: 'month', count: 3, days: 90 },
  { unit: 'month', count: 6, days: 181 },
  { unit: 'year', count: 1, days: 365 },
  { unit: 'year', count: 2, days: 730 },
  { unit: 'year', count: 5, days: 1_826 },
  { unit: 'year', count: 10, days: 3_652 },
]
const COARSEST: Step = { unit: 'year', count: 20, days: 7_305 }

/** Ticks within the window, at least `labelPx` apart. The first names its year, unless the next begins one. */
export function timeTicks(scale: TimeScale, labelPx: number): readonly TimeTick[] {
  const dayPx = pxPerMs(scale) * DAY_MS
  const step = STEPS.find(({ days }) => days * dayPx >= labelPx) ?? COARSEST
  const ticks = momentsOf(step, scale.window).map((ms) => ({
    ms,
    x: xAt(scale, ms),
    ...labelOf(ms, step),
  }))
  const first = ticks[0]
  const second = ticks[1]
  if (first === undefined || isYearStart(first.ms) || step.unit === 'year') return ticks
  if (second !== undefined && isYearStart(second.ms)) return ticks
  return [{ ...first, label: `${first.label} ${new Date(first.ms).getUTCFullYear()}` }, ...ticks.slice(1)]
}

function momentsOf({ unit, count }: Step, window: TimeWindow): readonly number[] {
  switch (unit) {
    case 'day':
      return everyDays(window, count, 0)
    case 'week':
      return everyDays(window, count * 7, MONDAY)
    case 'month':
      return everyMonths(window, count)
    case 'year':
      return everyMonths(window, count * 12)
  }
}

function everyDays({ from, to }: TimeWindow, days: number, origin: number): readonly number[] {
  const step = days * DAY_MS
  const first = origin + Math.ceil((from - origin) / step) * step
  return Array.from(
    { length: Math.max(0, Math.ceil((to - first) / step)) },
    (_, place) => first + place * step,
  )
}

function everyMonths({ from, to }: TimeWindow, months: number): readonly number[] {
  const start = new Date(from)
  const monthNumber = start.getUTCFullYear() * 12 + start.getUTCMonth()
  const moments: number[] = []
  for (let month = Math.floor(monthNumber / months) * months; ; month += months) {
    const ms = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (ms >= to) return moments
    if (ms >= from) moments.push(ms)
  }
}

function labelOf(ms: number, { unit }: Step): Pick<TimeTick, 'label' | 'major'> {
  const day = new Date(ms)
  const month = MONTHS[day.getUTCMonth()] ?? ''
  const year = String(day.getUTCFullYear())
  if (unit === 'year') return { label: year, major: true }
  if (unit === 'month') return isYearStart(ms) ? { label: year, major: true } : { label: month, major: false }
  const label = `${day.getUTCDate()} ${month}`
  return isYearStart(ms)
    ? { label: `${label} ${year}`, major: true }
    : { label, major: day.getUTCDate() === 1 }
}

function isYearStart(ms: number): boolean {
  const day = new Date(ms)
  return day.getUTCMonth() === 0 && day.getUTCDate() === 1
}
