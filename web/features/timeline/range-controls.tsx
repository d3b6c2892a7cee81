import { SegmentedControl } from '@mantine/core'
import type { DayRange } from '../../charts/timeline.ts'
import { DayField } from '../../ui/day-field.tsx'
import classes from './toolbar.module.css'
import { rangeNames, type RangeName, type TimelineView } from './view.ts'

const rangeLabels: Readonly<Record<RangeName, string>> = {
  '1m': '1M',
  '3m': '3M',
  '6m': '6M',
  ytd: 'YTD',
  '1y': '1Y',
  '3y': '3Y',
  max: 'Max',
}

export type RangeControlsProps = {
  readonly view: TimelineView
  readonly shown: DayRange
  readonly reachable: DayRange
  readonly onChange: (patch: Partial<TimelineView>) => void
}

/** Named spans, and a first and last day of one's own. */
export function RangeControls({ view, shown, reachable, onChange }: RangeControlsProps) {
  const isOwn = view.from !== null || view.to !== null
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Range"
        // No segment is marked while the days are the reader's own.
        value={isOwn ? '' : view.range}
        onChange={(range) => {
          if (range !== '') onChange({ range, from: null, to: null })
        }}
        data={rangeNames.map((value) => ({ value, label: rangeLabels[value] }))}
      />
      <fieldset className={classes['group']} aria-label="Own range">
        <DayField
          label="First day shown"
          value={shown.from}
          min={reachable.from}
          max={shown.to}
          onChange={(from) => onChange({ from, to: shown.to })}
        />
        <span aria-hidden="true">–</span>
        <DayField
          label="Last day shown"
          value={shown.to}
          min={shown.from}
          max={reachable.to}
          onChange={(to) => onChange({ from: shown.from, to })}
        />
      </fieldset>
    </>
  )
}
