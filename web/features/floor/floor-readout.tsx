import type { Floor } from '@oreline/shared/domain/floor/floor.ts'
import { countsOn } from '@oreline/shared/domain/floor/gap.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay, formatPrice } from '../../ui/format.ts'
import { currencyCodeSchema } from '@oreline/shared/kernel/brand.ts'
import type { PricedDay } from './floor-shade.ts'
import classes from './floor.module.css'

type FloorReadoutProps = {
  readonly floors: readonly Floor[]
  readonly days: readonly PricedDay[]
  readonly day: IsoDate
  readonly onDay: (day: IsoDate) => void
}

const usd = currencyCodeSchema.parse('USD')

/** One day of the market line in figures; a slider goes through its days, by pointer and by keyboard. */
export function FloorReadout({ floors, days, day, onDay }: FloorReadoutProps) {
  const place = Math.max(
    0,
    days.findIndex(({ date }) => date === day),
  )
  const value = days[place]?.value ?? null
  const words = wordsOf(floors, day, value)
  return (
    <div className={classes['readout']}>
      <input
        type="range"
        min={0}
        max={days.length - 1}
        value={place}
        aria-label="Day read out"
        aria-valuetext={`${formatDay(day)}: ${words}`}
        onChange={(event) => {
          const chosen = days[Number(event.currentTarget.value)]
          if (chosen !== undefined) onDay(chosen.date)
        }}
      />
      <p>
        <strong>{formatDay(day)}</strong>: {words}
      </p>
    </div>
  )
}

function wordsOf(floors: readonly Floor[], day: IsoDate, market: number | null): string {
  if (market === null) return 'no market price that could be used'
  const price = `market ${formatPrice(market, usd)}/kg`
  const [floor] = floors.filter((one) => countsOn(one, day))
  if (floor === undefined) return `${price}; no floor counted yet`
  const gap = floor.value - market
  const side = gap > 0 ? 'below' : 'above'
  return `${price}, floor ${formatPrice(floor.value, usd)}/kg: ${formatPrice(Math.abs(gap), usd)}/kg ${side} it`
}
