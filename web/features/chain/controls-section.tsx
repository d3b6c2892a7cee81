import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay } from '../../ui/format.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './chain-page.module.css'
import { controlActs, controlWeight, controlWords, generalControls, type ControlAct } from './controls.ts'
import styles from './controls.module.css'
import { EventLink } from './event-link.tsx'
import type { Chain } from './use-chain.ts'

/** Which elements an act keeps under control on the day, and what is controlled that is no element. */
export function ControlsSection({ chain, at }: { readonly chain: Chain; readonly at: IsoDate }) {
  const { map, events } = chain
  const acts = controlActs(map.elements)
  const free = map.elements.filter(({ controls }) => controls.length === 0)
  return (
    <section id="controls" aria-labelledby="controls-title" className={classes['card']}>
      <h2 id="controls-title">Under Chinese control on {formatDay(at)}</h2>
      <div className={styles['acts']}>
        {acts.map((act) => (
          <Act key={act.eventId} act={act} at={at} />
        ))}
        <article className={styles['act']} data-weight="off">
          <h3>On no list of its own</h3>
          <p className={styles['words']}>Controls on technology may still touch them.</p>
          <ul className={styles['elements']}>
            {free.map(({ symbol, name }) => (
              <li key={symbol} title={name}>
                {symbol}
              </li>
            ))}
          </ul>
        </article>
      </div>
      <h3>Not on elements: technology and foreign-made goods</h3>
      <ul className={styles['general']}>
        {generalControls(map.controls_all_elements, events).map((control) => (
          <li key={control.event_id}>
            {control.state === null ? (
              <span className={classes['faint']}>Not public yet</span>
            ) : (
              <StateMark value={control.state.value} unconfirmed={control.state.unconfirmed === true} />
            )}
            <span>
              <EventLink id={control.event_id}>{control.title}</EventLink>
              <span className={styles['words']}>{control.scope}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Act({ act, at }: { readonly act: ControlAct; readonly at: IsoDate }) {
  return (
    <article className={styles['act']} data-weight={controlWeight(act, at)}>
      <h3>
        <EventLink id={act.eventId}>{act.announcement}</EventLink>
      </h3>
      <p className={styles['standing']}>
        {act.state === null ? null : (
          <StateMark value={act.state.value} unconfirmed={act.state.unconfirmed === true} />
        )}
        <span className={styles['words']}>
          {act.state === null
            ? 'Not public yet'
            : `since ${formatDay(act.state.since)}${act.until === null ? '' : `. ${controlWords(act, at)}`}`}
        </span>
      </p>
      <ul className={styles['elements']}>
        {act.elements.map(({ symbol, name, group }) => (
          <li key={symbol} title={`${name}, ${group}`} data-group={group}>
            {symbol}
          </li>
        ))}
      </ul>
    </article>
  )
}
