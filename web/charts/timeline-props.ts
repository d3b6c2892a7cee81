import type { FilingRow } from '@oreline/shared/api/filings.ts'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { CalendarId, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { GapWords } from './gap-words.ts'
import type { StateDay } from './state-day.ts'
import type { ChartSeries, DayRange, TimelineSelection } from './timeline.ts'

/** What the timeline is given and gives back. */
export type TimelineChartProps = {
  /** The lines, at most a handful; order is the order of the legend. */
  readonly series: readonly ChartSeries[]
  /** Each exchange's sessions, so that a line breaks where one is missing; undefined until they are known. */
  readonly sessions: Readonly<Record<CalendarId, SessionIndex>> | undefined
  /** Why a line has no price on a day; absent: nobody knows. The crosshair stops at these days too. */
  readonly gaps?: GapWords | undefined
  /** Already filtered by the page; the order does not matter. */
  readonly events: readonly PolicyEventRow[]
  readonly filings: readonly FilingRow[]
  /** `rebased`: 100 at each ticker's first session on or after `baseDate`; `price`: in each series' currency. */
  readonly mode: 'rebased' | 'price'
  readonly baseDate: IsoDate
  /** The days shown. Gestures move the chart at once and report through `onRangeChange` once they settle. */
  readonly range: DayRange
  /** The days that can be reached by the overview strip, panning and zooming; holds `range`. */
  readonly extent: DayRange
  /** The reader's day: what lies right of it is scheduled, not known. */
  readonly today: IsoDate
  /** The day whose states are told, with a slider to move it; absent: there are no states to tell. The events' `state` is of that day. */
  readonly stateDay?: StateDay | undefined
  readonly selection: TimelineSelection | null
  readonly onSelect: (selection: TimelineSelection | null) => void
  readonly onRangeChange: (range: DayRange) => void
  /** The reader asks for 100 at this day (key B on the prices, or the tooltip's session by double click). */
  readonly onBaseChange: (date: IsoDate) => void
  /** How the page writes a moment, in the zone the reader chose; used for provisional prices ("intraday 15:41"). */
  readonly instantText: (at: Instant, calendar: CalendarId | null) => string
}
