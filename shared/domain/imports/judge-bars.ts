/** Bars of a file judged together, and against what is held: which defects they have, and which rows are left out. */
import type { SessionIndex } from '../calendar/session-index.ts'
import { isFinalAt, sessionOn } from '../calendar/sessions.ts'
import { dateIn } from '../calendar/wall-clock.ts'
import type { Bar } from '../prices/bar.ts'
import type { Finding } from '../prices/defects/finding.ts'
import { findPartialBar } from '../prices/defects/partial-bar.ts'
import { findRepeatedDividends } from '../prices/defects/repeated-dividend.ts'
import { findRepeatedSessions } from '../prices/defects/repeated-session.ts'
import { findSwappedColumns } from '../prices/defects/swapped-columns.ts'
import { doubtfulPlaces } from '../prices/jumps.ts'
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { dayNumber } from '../../kernel/day-number.ts'
import { splitsOf, type BarJudge } from './bar-judge.ts'
import { blockingDefects } from './blocking-defects.ts'
import { firstFew } from './first-few.ts'
import type { ImportProblem, ImportWarning } from './import-problem.ts'
import type { ReadBar } from './read-bars.ts'
import { saneBar, withFlags } from './sane-bar.ts'

/** `bars` are to be taken in when there is no problem. */
export type JudgedBars = {
  readonly bars: readonly Bar[]
  readonly problems: readonly ImportProblem[]
  readonly warnings: readonly ImportWarning[]
}

/** A day's move beyond this is doubted until the next day confirms it, where the exchange sets no limit of its own. */
const USUAL_LIMIT = 0.4

export function judgeBars(rows: readonly ReadBar[], judge: BarJudge): JudgedBars {
  const { instrument, sessions, held, now } = judge
  const swapped = findSwappedColumns(rows.map(({ bar }) => bar))
  // Under wrong names every other question would be answered wrongly too.
  if (swapped !== null) return { bars: [], problems: [problemOf(swapped)], warnings: [] }
  const bars = rows.map(({ bar }) => saneBar(bar, instrument.kind === 'index'))
  const isSession = (date: IsoDate): boolean | null => {
    const session = sessionOn(sessions, date)
    return session === 'unknown' ? null : session !== 'closed'
  }
  const repeated = findRepeatedSessions(bars, isSession)
  const partial = findPartialBar(bars, finalsOf(held.bars))
  const leftOut = new Set([...repeated, ...(partial === null ? [] : [partial])].flatMap(({ dates }) => dates))
  const kept = bars.filter(({ date }) => !leftOut.has(date))
  const dividends = rows.map(({ bar: { date }, dividend }) => ({ date, dividend: dividend ?? 0 }))
  const exDates = new Set([
    ...dividends.flatMap(({ date, dividend }) => (dividend > 0 ? [date] : [])),
    ...splitsOf(rows, held).map(({ date }) => date),
  ])
  const marked = markSuspects(
    kept.map((bar) => finished(bar, isSession, isFinalOn(sessions, now))),
    exDates,
    instrument,
  )
  const { problems, warnings } = blockingDefects(rows, judge)
  return {
    bars: marked,
    problems: problems.map((problem) => ('defect' in problem ? problemOf(problem) : problem)),
    warnings: [
      ...repeated.map((finding) => warningOf(finding, 'The row is left out.')),
      ...(partial === null ? [] : [warningOf(partial, 'The row is left out.')]),
      ...findRepeatedDividends(dividends).map((finding) =>
        warningOf(finding, 'Dividends of a file are not taken in.'),
      ),
      ...warnings,
      ...markWarnings(marked),
      ...holeWarnings(marked),
    ],
  }
}

const problemOf = ({ defect, detail }: Finding): ImportProblem => ({
  line: null,
  column: null,
  problem: `${defect}: ${detail}`,
})

const warningOf = ({ defect, detail }: Finding, done: string): ImportWarning => ({
  code: defect,
  detail: `${detail.charAt(0).toUpperCase()}${detail.slice(1)}. ${done}`,
})

const finalsOf = (bars: readonly Bar[]): readonly Bar[] => bars.filter(({ status }) => status === 'final')

/** A day is over the day after, or once its session has been for a while. */
const isFinalOn =
  (sessions: SessionIndex, now: Instant) =>
  (date: IsoDate): boolean =>
    date < dateIn(sessions.calendar.timezone, now) || isFinalAt(sessions, date, now)

function finished(
  bar: Bar,
  isSession: (date: IsoDate) => boolean | null,
  isFinal: (date: IsoDate) => boolean,
): Bar {
  return {
    ...bar,
    status: isFinal(bar.date) ? bar.status : 'provisional',
    flags: withFlags(bar.flags, [isSession(bar.date) === false ? 'off_calendar' : null]),
  }
}

/** Closes that stand alone, as for answers of providers; an ex-date is an excuse. */
function markSuspects(
  bars: readonly Bar[],
  exDates: ReadonlySet<IsoDate>,
  { price_limit_percent: limitPercent }: BarJudge['instrument'],
): readonly Bar[] {
  const usable = bars.filter(({ flags }) => !flags.includes('off_calendar'))
  const places = doubtfulPlaces(
    usable.map(({ close }) => close),
    {
      limit: limitPercent === undefined ? USUAL_LIMIT : (limitPercent + 1) / 100,
      excused: (place) => usable.slice(place, place + 1).some(({ date }) => exDates.has(date)),
    },
  )
  const suspects = new Set(places.map((place) => usable[place]))
  return bars.map((bar) => (suspects.has(bar) ? { ...bar, flags: withFlags(bar.flags, ['suspect']) } : bar))
}

/** Longer than any exchange has been closed since 1918. */
const LONGEST_CLOSURE_DAYS = 30

function holeWarnings(bars: readonly Bar[]): readonly ImportWarning[] {
  const holes = bars.flatMap(({ date }, place) => {
    const before = bars[place - 1]
    if (before === undefined || dayNumber(date) - dayNumber(before.date) <= LONGEST_CLOSURE_DAYS) return []
    return [`${before.date} to ${date}`]
  })
  if (holes.length === 0) return []
  return [{ code: 'hole', detail: `Nothing between ${firstFew(holes)}: a stray row, or a part is missing.` }]
}

const marks = {
  suspect:
    'move by more than a day usually does and are not confirmed by the next: they are marked as under review',
  hl_inconsistent: 'have a high below, or a low above, another price of their day: they are marked',
  off_calendar: 'lie on days on which the exchange was closed: they are marked and not used',
} as const

function markWarnings(bars: readonly Bar[]): readonly ImportWarning[] {
  return Object.entries(marks).flatMap(([flag, words]) => {
    const dates = bars.filter(({ flags }) => flags.some((each) => each === flag)).map(({ date }) => date)
    if (dates.length === 0) return []
    return [{ code: flag, detail: `${dates.length} bars ${words} (${firstFew(dates)}).` }]
  })
}
