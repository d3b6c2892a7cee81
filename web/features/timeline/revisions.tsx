import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { lazy, Suspense, useState } from 'react'
import type { TimelineSeries } from '../../charts/timeline.ts'
import { Section } from '../../ui/section.tsx'
import classes from './panel.module.css'

const VintageTable = lazy(async () => ({
  default: (await import('./vintage-table.tsx')).VintageTable,
}))

export type RevisionsProps = {
  readonly date: IsoDate
  /** The lines that have a bar on this day. */
  readonly lines: readonly TimelineSeries[]
}

/** On demand, what was stored about a line's bar at which time, from whom. */
export function Revisions({ date, lines }: RevisionsProps) {
  const [opened, setOpened] = useState<TimelineSeries['ticker'] | null>(null)
  if (lines.length === 0) return null
  return (
    <Section title="Revisions of this bar" note="what was stored, from whom, from when until when">
      <div className={classes['actions']}>
        {lines.map(({ ticker }) => (
          <button
            key={ticker}
            type="button"
            className={classes['choice']}
            aria-expanded={opened === ticker}
            onClick={() => setOpened(opened === ticker ? null : ticker)}
          >
            {ticker}
          </button>
        ))}
      </div>
      {opened === null ? null : (
        <Suspense fallback={<p className={classes['faint']}>Loading the revisions</p>}>
          <VintageTable key={opened} ticker={opened} date={date} />
        </Suspense>
      )}
    </Section>
  )
}
