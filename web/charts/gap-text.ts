import { sessionsBefore, sessionsThrough } from '@oreline/shared/domain/calendar/session-index.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { TimelineChartProps } from './timeline-props.ts'
import type { ChartSeries } from './timeline.ts'

/**
 * What is said of a day on which a line has no price though its exchange had a session; null: the exchange had none, or
 * nobody knows.
 */
export function gapText(
  { ticker, calendar }: ChartSeries,
  date: IsoDate,
  { gaps, sessions }: Pick<TimelineChartProps, 'gaps' | 'sessions'>,
): string | null {
  const words = gaps?.get(ticker)?.get(date)
  if (words !== undefined) return words
  const index = calendar === null ? undefined : sessions?.[calendar]
  return index !== undefined && sessionsThrough(index, date) > sessionsBefore(index, date) ? 'no price' : null
}
