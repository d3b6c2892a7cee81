import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { useId, useState, type ReactNode } from 'react'
import { formatCount } from '../../ui/format.ts'
import { AnnouncedButton } from './announced-button.tsx'
import classes from './calendar.module.css'
import { CompanyDateDialog } from './company-date-dialog.tsx'
import { dateGroups } from './date-groups.ts'
import { DateItem } from './date-item.tsx'

/** What lies ahead, grouped by how soon. */
export function DateList({
  dates,
  isNarrowed,
}: {
  readonly dates: readonly CalendarDate[]
  readonly isNarrowed: boolean
}) {
  const [announcing, setAnnouncing] = useState<CalendarDate | null>(null)
  const groups = dateGroups(dates)
  if (groups.length === 0)
    return (
      <p className={classes['empty']}>
        {isNarrowed ? 'Nothing ahead fits these filters.' : 'Nothing is scheduled in the catalogue.'}
      </p>
    )
  return (
    <>
      {groups.map(({ title, dates: ofGroup }) => (
        <Group key={title} title={title} count={ofGroup.length}>
          {ofGroup.map((date) => (
            <DateItem
              key={date.id}
              date={date}
              action={
                date.ticker === null ? undefined : (
                  <AnnouncedButton date={date} onClick={() => setAnnouncing(date)} />
                )
              }
            />
          ))}
        </Group>
      ))}
      {announcing === null ? null : (
        <CompanyDateDialog date={announcing} onClose={() => setAnnouncing(null)} />
      )}
    </>
  )
}

type GroupProps = { readonly title: string; readonly count: number; readonly children: ReactNode }

function Group({ title, count, children }: GroupProps) {
  const id = useId()
  return (
    <section className={classes['group']} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className={classes['faint']}>{formatCount(count)}</span>
      </h2>
      <ol>{children}</ol>
    </section>
  )
}
