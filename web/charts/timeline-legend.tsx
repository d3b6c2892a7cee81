/** Which line is which, in which currency, and from which day each is 100. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay } from '../ui/format.ts'
import type { PriceLine } from './price-line.ts'
import { LineSample } from './sample.tsx'
import classes from './timeline.module.css'
import { valueTextOf } from './value-text.ts'

type TimelineLegendProps = { readonly lines: readonly PriceLine[]; readonly mode: 'rebased' | 'price' }

export function TimelineLegend({ lines, mode }: TimelineLegendProps) {
  const common = commonBase(lines)
  return (
    <ul className={classes['legend']}>
      {lines.map((line) => (
        <li key={line.series.ticker}>
          <LineSample ink={line.series.ink} />
          <b>{line.series.ticker}</b> <span className={classes['lineName']}>{line.series.name}</span>{' '}
          <span className={classes['legendNote']}>{noteOf(line, mode, common !== null)}</span>
        </li>
      ))}
      {common === null ? null : <li className={classes['legendNote']}>each 100 on {formatDay(common)}</li>}
    </ul>
  )
}

/** The day from which every line is 100; null where they differ, or in price. */
function commonBase(lines: readonly PriceLine[]): IsoDate | null {
  const days = new Set(lines.map(({ base }) => base?.date ?? null))
  return days.size === 1 ? (lines[0]?.base?.date ?? null) : null
}

/** `63.51 USD/kg`, `34.15 × 10,000 CNY/t`. */
function inUnit(figure: string, unit: string | undefined): string {
  if (unit === undefined) return figure
  return `${figure}${/^\d/.test(unit) ? ' ×' : ''} ${unit}`
}

function noteOf({ series, base }: PriceLine, mode: 'rebased' | 'price', isCommon: boolean): string {
  if (mode === 'price') return series.unit ?? series.currency
  if (base === null) return 'no session on or after the base day'
  const value = inUnit(valueTextOf(series, base.value), series.unit)
  return isCommon ? `from ${value}` : `from ${value} on ${formatDay(base.date)} = 100`
}
