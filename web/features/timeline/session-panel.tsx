import type { FilingRow } from '@oreline/shared/api/filings.ts'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { TimelineSeries } from '../../charts/timeline.ts'
import { formatDay } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { SelectionLink } from './selection-link.tsx'
import { Panel } from './panel.tsx'
import classes from './panel.module.css'
import { Revisions } from './revisions.tsx'
import { SessionRow } from './session-row.tsx'
import type { Trust } from './trust.ts'
import { sessionOf } from './session-of.ts'

export type SessionPanelProps = {
  readonly date: IsoDate
  readonly series: readonly TimelineSeries[]
  readonly events: readonly PolicyEventRow[]
  readonly filings: readonly FilingRow[]
  readonly trust: Trust
  readonly onClose: () => void
}

/** One day: what each line did, which events could first move it, and what was filed. */
export function SessionPanel({ date, series, events, filings, trust, onClose }: SessionPanelProps) {
  const reacting = events.filter((event) =>
    Object.values(event.event_sessions).some((session) => session.date === date),
  )
  const filed = filings.filter((filing) => filing.published_on === date)
  return (
    <Panel kicker="Session" title={formatDay(date)} onClose={onClose}>
      <table className={classes['table']}>
        <tbody>
          {series.map((line) => (
            <SessionRow key={line.ticker} line={line} date={date} trust={trust} />
          ))}
        </tbody>
      </table>
      <Revisions date={date} lines={series.filter((line) => sessionOf(line, date) !== null)} />
      {reacting.length === 0 ? null : (
        <Section title="Events whose first session this is">
          <ul className={classes['links']}>
            {reacting.map(({ id, title }) => (
              <li key={id}>
                <SelectionLink selection={{ kind: 'event', id }}>{title}</SelectionLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {filed.length === 0 ? null : (
        <Section title="Filed on this day">
          <ul className={classes['links']}>
            {filed.map(({ id, ticker, form, title }) => (
              <li key={id}>
                <SelectionLink selection={{ kind: 'filing', id }}>
                  {ticker} {form}: {title}
                </SelectionLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Panel>
  )
}
