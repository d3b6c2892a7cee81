import { SegmentedControl } from '@mantine/core'
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

export type RangeButtonsProps = {
  readonly view: TimelineView
  readonly onChange: (patch: Partial<TimelineView>) => void
}

/** Spans that end today. None is marked while the days are the reader's own. */
export function RangeButtons({ view, onChange }: RangeButtonsProps) {
  const isOwn = view.from !== null || view.to !== null
  return (
    <SegmentedControl
      size="xs"
      aria-label="Range"
      value={isOwn ? '' : view.range}
      onChange={(range) => {
        if (range !== '') onChange({ range, from: null, to: null })
      }}
      data={rangeNames.map((value) => ({ value, label: rangeLabels[value] }))}
    />
  )
}
