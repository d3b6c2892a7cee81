import { Button, SegmentedControl } from '@mantine/core'
import type { PolicyStateValue } from '@oreline/shared/domain/policy/status.ts'
import { useId } from 'react'
import { useDayShown } from '../../charts/state-day.ts'
import { DayField } from '../../ui/day-field.tsx'
import { formatCount, formatDay } from '../../ui/format.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { todayOf } from '../../ui/use-now.ts'
import { AsOfMenu } from './as-of-menu.tsx'
import { joinedOn, joinRefusal, movedTo, parted } from './state-day.ts'
import classes from './state-bar.module.css'
import { stateSummary } from './state-summary.ts'
import type { Timeline } from './use-timeline.ts'

/** What was in force on a day: the day, how many events stand how, and whether it is told as known now or as stored then. */
export function StateBar({ timeline }: { readonly timeline: Timeline }) {
  const { stateDay, times, asOf, change, counted, view, today, data } = timeline
  const day = useDayShown(stateDay)
  const isToday = day === today
  const why = useId()
  const refusal = data.events.data === undefined || asOf !== null ? null : joinRefusal(stateDay.at, times)
  return (
    <section aria-label="State on a day" className={classes['bar']}>
      <div className={classes['row']}>
        <div className={classes['day']}>
          <span className={classes['label']}>State on</span>
          <DayField
            label="Day whose states are told"
            value={day}
            min={stateDay.reach.from}
            max={stateDay.reach.to}
            onChange={stateDay.onChange}
          />
          <Button
            size="compact-xs"
            variant="default"
            disabled={isToday}
            onClick={() => change(movedTo(today, times), 'replace')}
          >
            Today
          </Button>
        </div>
        <KnownWhen timeline={timeline} refusal={refusal} why={why} />
      </div>
      {data.events.data === undefined ? null : (
        <Counts
          day={day}
          counted={counted}
          chosen={view.status}
          onChoose={(status) => change({ status, list: 'events' })}
        />
      )}
      {refusal === null ? null : (
        <p id={why} className={classes['faint']}>
          {refusalWords(refusal, times)}
        </p>
      )}
    </section>
  )
}

type CountsProps = {
  readonly day: Timeline['today']
  readonly counted: Timeline['counted']
  readonly chosen: readonly PolicyStateValue[]
  readonly onChoose: (status: readonly PolicyStateValue[]) => void
}

/** Each count shows its events when it is pressed, and all of them when it is pressed again. */
function Counts({ day, counted, chosen, onChoose }: CountsProps) {
  const { counts, unconfirmed, notPublic } = stateSummary(counted, day)
  return (
    <p className={classes['counts']}>
      <span className={classes['on']}>On {formatDay(day)}:</span>
      {counts.map(({ value, count }) => {
        const isChosen = chosen.includes(value)
        return (
          <button
            key={value}
            type="button"
            className={classes['count']}
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? chosen.filter((one) => one !== value) : [...chosen, value])}
          >
            <strong>{formatCount(count)}</strong> <StateMark value={value} unconfirmed={false} />
          </button>
        )
      })}
      {unconfirmed === 0 ? null : (
        <span className={classes['doubt']}>{formatCount(unconfirmed)} of them unconfirmed</span>
      )}
      {notPublic === 0 ? null : (
        <span className={classes['faint']}>{formatCount(notPublic)} not yet public</span>
      )}
    </p>
  )
}

type KnownWhenProps = { readonly timeline: Timeline; readonly refusal: Refusal | null; readonly why: string }
type Refusal = NonNullable<ReturnType<typeof joinRefusal>>

/** World time alone, or the store of that day with it; the second is refused where there is no such store. */
function KnownWhen({ timeline, refusal, why }: KnownWhenProps) {
  const { stateDay, times, asOf, change } = timeline
  return (
    <div className={classes['known']}>
      <SegmentedControl
        size="xs"
        aria-label="Known when"
        aria-describedby={refusal === null ? undefined : why}
        value={asOf === null ? 'now' : 'then'}
        onChange={(when) => change(when === 'then' ? joinedOn(stateDay.at, times) : parted(times))}
        data={[
          { value: 'now', label: 'As known today' },
          { value: 'then', label: 'As Oreline had it then', disabled: refusal !== null },
        ]}
      />
      {asOf === null ? null : <AsOfMenu asOf={asOf} onChange={(as_of) => change({ as_of, at: null })} />}
    </div>
  )
}

function refusalWords(refusal: Refusal, { since, now }: Timeline['times']): string {
  if (refusal === 'ahead') return `Nothing is stored after today, ${formatDay(todayOf(now))}.`
  return since === null
    ? 'Nothing is stored yet.'
    : `Oreline keeps its records since ${formatDay(since)}; of days before, it tells what is known today.`
}
