import { marketClock } from '@oreline/shared/domain/calendar/market-clock.ts'
import { calendarIdSchema } from '@oreline/shared/kernel/brand.ts'
import { exchangeWords } from '../../ui/policy-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { clockText } from './clock-text.ts'
import classes from './market-clocks.module.css'
import type { SessionIndexes } from './use-session-indexes.ts'

const TICK_MS = 15_000

/** What each exchange is doing now. Holds its place before the calendars have come. */
export function MarketClocks({ indexes }: { readonly indexes: SessionIndexes | undefined }) {
  const now = useNow(TICK_MS)
  const momentText = useMomentText()
  if (indexes === undefined) return <div className={classes['clocks']} />
  return (
    <ul className={classes['clocks']} aria-label="Exchanges now">
      {calendarIdSchema.options.map((id) => {
        const clock = marketClock(indexes[id], now)
        const { state, detail, opensAt } = clockText(clock, indexes[id], now)
        return (
          <li key={id} className={classes['clock']} data-state={clock.state}>
            <span className={classes['lamp']} aria-hidden="true" />
            <strong>{exchangeWords[id]}</strong>
            <span>{state}</span>
            <span
              className={classes['detail']}
              title={opensAt === null ? undefined : momentText(opensAt, id)}
            >
              {detail}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
