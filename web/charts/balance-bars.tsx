/** Counts by year: downstream grows upwards, upstream downwards, and what reaches for both lies between them. */
import { useId } from 'react'
import classes from './chain.module.css'
import { Hatch } from './hatch.tsx'
import { useWidth } from './use-width.ts'

export type BalanceBar = {
  readonly year: number
  readonly downstream: number
  readonly both: number
  readonly upstream: number
}

const NAMES = 84
const UNIT_MAX = 16
const BAND_MAX = 92
const AXIS = 16

export function BalanceBars({ bars }: { readonly bars: readonly BalanceBar[] }) {
  const id = useId()
  const [ref, width] = useWidth()
  const most = (pick: (bar: BalanceBar) => number) => Math.max(1, ...bars.map(pick))
  const [up, middle, down] = [
    most((bar) => bar.downstream),
    most((bar) => bar.both),
    most((bar) => bar.upstream),
  ]
  // One scale for all three, or a band would look as heavy as it is not.
  const unit = Math.min(UNIT_MAX, BAND_MAX / Math.max(up, middle, down))
  const upEnd = up * unit + 16
  const middleEnd = upEnd + middle * unit + 36
  const height = middleEnd + down * unit + 18
  const names = width < 480 ? 0 : NAMES
  const step = (width - names) / Math.max(1, bars.length)
  const bar = Math.min(step - 2, 30)
  const isLabelled = (year: number) => step >= 34 || year % (step >= 17 ? 2 : 5) === 0
  return (
    <div ref={ref} className={classes['bars']}>
      {width === 0 ? null : (
        <svg width={width} height={height + AXIS} aria-hidden="true">
          <defs>
            <Hatch id={id} ink="var(--ore-ink-faint)" size={5} />
          </defs>
          {names === 0 ? null : (
            <>
              <text y={upEnd - 4} className={classes['words']}>
                Downstream
              </text>
              <text y={(upEnd + middleEnd) / 2 + 4} className={classes['words']}>
                Both
              </text>
              <text y={middleEnd + 12} className={classes['words']}>
                Upstream
              </text>
            </>
          )}
          <path
            d={`M${names} ${upEnd}H${width}M${names} ${middleEnd}H${width}`}
            className={classes['ground']}
          />
          {bars.map(({ year, downstream, both, upstream }, place) => (
            <g key={year} transform={`translate(${names + place * step + (step - bar) / 2} 0)`}>
              <rect
                y={upEnd - downstream * unit}
                width={bar}
                height={downstream * unit}
                className={classes['downstream']}
              />
              <Count count={downstream} x={bar / 2} y={upEnd - downstream * unit - 3} />
              <rect
                y={(upEnd + middleEnd - both * unit) / 2}
                width={bar}
                height={both * unit}
                fill={`url(#${id})`}
                className={classes['both']}
              />
              <Count count={both} x={bar / 2} y={(upEnd + middleEnd - both * unit) / 2 - 3} />
              <rect y={middleEnd} width={bar} height={upstream * unit} className={classes['upstream']} />
              <Count count={upstream} x={bar / 2} y={middleEnd + upstream * unit + 10} />
              {isLabelled(year) ? (
                <text x={bar / 2} y={height + AXIS - 3} className={classes['faintMiddle']}>
                  {step < 26 ? `’${String(year).slice(2)}` : year}
                </text>
              ) : null}
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}

type CountProps = { readonly count: number; readonly x: number; readonly y: number }

function Count({ count, x, y }: CountProps) {
  if (count === 0) return null
  return (
    <text x={x} y={y} className={classes['faintMiddle']}>
      {count}
    </text>
  )
}
