/** Which line is which, in which currency, and from which day each is 100. */
import { formatDay, formatPrice } from '../ui/format.ts'
import type { PriceLine } from './price-line.ts'
import { LineSample } from './sample.tsx'
import classes from './timeline.module.css'

type TimelineLegendProps = { readonly lines: readonly PriceLine[]; readonly mode: 'rebased' | 'price' }

export function TimelineLegend({ lines, mode }: TimelineLegendProps) {
  return (
    <ul className={classes['legend']}>
      {lines.map((line) => (
        <li key={line.series.ticker}>
          <LineSample ink={line.series.ink} />
          <b>{line.series.ticker}</b> <span>{line.series.name}</span>{' '}
          <span className={classes['legendNote']}>{noteOf(line, mode)}</span>
        </li>
      ))}
    </ul>
  )
}

function noteOf({ series, base }: PriceLine, mode: 'rebased' | 'price'): string {
  if (mode === 'price') return series.currency
  if (base === null) return 'no session on or after the base day'
  return `100 = ${formatPrice(base.value, series.currency)} on ${formatDay(base.date)}`
}
