import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { announcerZone } from '@oreline/shared/domain/policy/announcer-zone.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { formatDay, formatQuantity } from '../ui/format.ts'
import { formatDated } from '../ui/policy-words.ts'
import { formatBounds } from '../ui/time-zone.ts'
import { useMoment } from '../ui/use-moment-text.ts'
import classes from './event.module.css'

/** The dates of an event and the number it is about. */
export function EventDates({ event }: { readonly event: PolicyEventRow }) {
  const { quant } = event
  return (
    <Facts
      facts={[
        { name: 'Announced', value: <Announcement event={event} /> },
        ...dated('In effect from', event.effective_date),
        ...span('Suspended', event.suspended_from, event.suspended_until),
        ...dated('Last day', event.end_date),
        ...dated('Expected', event.expected_date, event.expected_note),
        ...(quant === null
          ? []
          : [
              {
                name: 'Figure',
                value: `${formatQuantity(quant.value)} ${quant.unit}${quant.period === null ? '' : ` (${quant.period})`}`,
              },
            ]),
      ]}
    />
  )
}

/** In the announcer's own words where the hour was seen, and in the reader's zone where the moment is bounded. */
function Announcement({ event }: { readonly event: PolicyEventRow }) {
  const moment = useMoment()
  const { announced_from: from, announced_to: to, announced_time: time, announced_tz: zone } = event
  // Where it was announced, as far as that is recorded; the zone shown beside the bounds says which was taken.
  const home = zone ?? announcerZone(event.jurisdiction)
  const day = formatDated(event.announced_date, event.date_precision)
  const notes = [event.announced_time_note, event.date_explanation].filter((note) => note !== null)
  return (
    <>
      {day}
      {time === null ? null : `, ${time} local time`}
      {from === null || to === null ? null : (
        <div className={classes['faint']}>{formatBounds(moment(from, home), moment(to, home))}</div>
      )}
      {notes.length === 0 ? null : <div className={classes['faint']}>{notes.join('; ')}</div>}
    </>
  )
}

function dated(name: string, date: IsoDate | null, note: string | null = null): readonly Fact[] {
  if (date === null) return []
  return [{ name, value: note === null ? formatDay(date) : `${formatDay(date)} (${note})` }]
}

function span(name: string, from: IsoDate | null, until: IsoDate | null): readonly Fact[] {
  if (from === null) return []
  return [
    { name, value: until === null ? `from ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(until)}` },
  ]
}
