import { ActionIcon, SegmentedControl } from '@mantine/core'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { DayRange } from '../../charts/timeline.ts'
import { DayField } from '../../ui/day-field.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import classes from './toolbar.module.css'
import type { TimelineView } from './view.ts'

export type ScaleControlsProps = {
  readonly view: TimelineView
  /** The day that reads 100 now, chosen or not. */
  readonly base: IsoDate
  readonly reachable: DayRange
  readonly onChange: (patch: Partial<TimelineView>) => void
}

/** What the vertical axis means: an index against a day, or the price, in the listing's currency or in US dollars. */
export function ScaleControls({ view, base, reachable, onChange }: ScaleControlsProps) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Scale"
        value={view.mode}
        onChange={(mode) => onChange({ mode })}
        data={[
          { value: 'rebased', label: '100 at' },
          { value: 'price', label: 'Price' },
        ]}
      />
      {view.mode === 'rebased' ? (
        <div className={classes['group']}>
          <DayField
            label="Day that reads 100"
            value={base}
            min={reachable.from}
            max={reachable.to}
            onChange={(day) => onChange({ base: day })}
          />
          {view.base === null ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label="100 at the first day shown again"
              title="100 at the first day shown again"
              onClick={() => onChange({ base: null })}
            >
              <CloseIcon />
            </ActionIcon>
          )}
        </div>
      ) : null}
      <SegmentedControl
        size="xs"
        aria-label="Currency"
        value={view.currency}
        onChange={(currency) => onChange({ currency })}
        data={[
          { value: 'local', label: 'Local' },
          { value: 'USD', label: 'USD' },
        ]}
      />
    </>
  )
}
