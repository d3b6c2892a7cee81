import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatAmount, formatDay } from '../../ui/format.ts'
import { coverageOf, presencesOf, touching } from './cells.ts'
import { controlActs, controlWords, shortAct } from './controls.ts'
import { heavyWords, outputOf } from './output.ts'
import classes from './panel.module.css'
import type { Chain } from './use-chain.ts'

/** What the chain comes to when nothing is chosen: each company in a line, and the controls. */
export function TodaySummary({ chain, at }: { readonly chain: Chain; readonly at: IsoDate }) {
  const { map, companies, stages, events } = chain
  const { inForce, paused } = touching(events, { stage: [], element: [], tickers: [] })
  return (
    <div className={classes['panel']}>
      <header>
        <p className={classes['kicker']}>On {formatDay(at)}</p>
        <h2 className={classes['summaryTitle']}>In short</h2>
      </header>
      <p>
        {formatAmount(inForce.length, 'event is', 'events are')} in force and {paused.length} paused along the
        chain.
      </p>
      <ul className={classes['rows']}>
        {companies.map(({ ticker, short }) => {
          const statuses = stages.map((stage) =>
            presencesOf(coverageOf(map.coverage, { stage: [stage], element: [], tickers: [ticker] })).at(0),
          )
          const at = (wanted: readonly string[]) =>
            statuses.filter((presence) => presence !== undefined && wanted.includes(presence.status)).length
          return (
            <li key={ticker} className={classes['row']}>
              <p>
                <strong>{short}</strong> works at {at(['operating', 'commissioning'])} of {stages.length}{' '}
                stages
                {at(['planned']) === 0 ? '' : `, plans ${at(['planned'])} more`}.
              </p>
              <p className={classes['note']}>Heavy: {heavyWords(outputOf(map, ticker))}.</p>
            </li>
          )
        })}
      </ul>
      <ul className={classes['rows']}>
        {controlActs(map.elements).map((act) => (
          <li key={act.eventId}>
            <p>
              <strong>{shortAct(act.announcement)}</strong>{' '}
              {act.elements.map(({ symbol }) => symbol).join(' ')}
            </p>
            <p className={classes['note']}>{controlWords(act, at)}.</p>
          </li>
        ))}
      </ul>
      <p className={classes['note']}>
        Choose a stage in the picture, or a cell, a stage or an element in the table, to see who covers it and
        which events touch it.
      </p>
    </div>
  )
}
