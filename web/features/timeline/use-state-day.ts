import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { createDayDraft, type StateDay } from '../../charts/state-day.ts'
import type { DayRange } from '../../charts/timeline.ts'
import { dayTold, movedTo, reachOf, type TimesShown } from './state-day.ts'
import { stateSummary, summaryText } from './state-summary.ts'
import type { TimelineView } from './view.ts'

type Given = {
  readonly times: TimesShown
  /** The whole catalogue bounds the days, those that pass the other filters are counted. */
  readonly catalogue: readonly PolicyEventRow[]
  readonly counted: readonly PolicyEventRow[]
  readonly reachable: DayRange
  readonly change: (patch: Partial<TimelineView>, how: 'replace') => void
}

/** The day of the slider as the chart and the bar above it share it. */
export function useStateDay({ times, catalogue, counted, reachable, change }: Given): StateDay {
  const [draft] = useState(createDayDraft)
  const at = dayTold(times)
  const { at: asked, asOf, now, since } = times
  // The page has taken the day over, or another way led to another day.
  useEffect(() => {
    if (draft.get()?.since !== at) draft.set(null)
  }, [draft, at])
  const reach = useMemo(
    () => reachOf({ at: asked, asOf, now, since }, reachable, catalogue),
    [asked, asOf, now, since, reachable, catalogue],
  )
  const text = useCallback((day: StateDay['at']) => summaryText(stateSummary(counted, day)), [counted])
  const onChange = useCallback(
    (day: StateDay['at']) => change(movedTo(day, { at: asked, asOf, now, since }), 'replace'),
    [asked, asOf, now, since, change],
  )
  return useMemo(() => ({ at, reach, draft, text, onChange }), [at, reach, draft, text, onChange])
}
