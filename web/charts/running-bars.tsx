/** A total that runs on by month: what is paid or firm stands below what is conditional. */
import { useId } from 'react'
import classes from './chain.module.css'
import { Hatch } from './hatch.tsx'
import { useWidth } from './use-width.ts'

type RunningBar = {
  readonly key: string
  /** Under the bar, where there is room. */
  readonly label: string
  readonly paid: number
  readonly conditional: number
}

export type RunningBarsProps = {
  readonly bars: readonly RunningBar[]
  readonly formatAmount: (amount: number) => string
}

const HEIGHT = 168
const TOP = 20
const BOTTOM = 20
const LEFT = 4

export function RunningBars({ bars, formatAmount }: RunningBarsProps) {
  const id = useId()
  const [ref, width] = useWidth()
  const max = Math.max(1, ...bars.map(({ paid, conditional }) => paid + conditional))
  const step = (width - LEFT) / Math.max(1, bars.length)
  const heightOf = (amount: number) => (amount / max) * (HEIGHT - TOP - BOTTOM)
  const ground = HEIGHT - BOTTOM
  // About 56 pixels for a label; whole quarters read best.
  const every = Math.max(1, Math.ceil(56 / Math.max(1, step) / 3)) * 3
  const last = bars.at(-1)
  return (
    <div ref={ref} className={classes['bars']}>
      {width === 0 ? null : (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <defs>
            <Hatch id={id} ink="var(--ore-accent)" size={6} />
          </defs>
          {bars.map(({ key, label, paid, conditional }, place) => (
            <g key={key} transform={`translate(${LEFT + place * step} 0)`}>
              <rect
                x={1}
                y={ground - heightOf(paid)}
                width={Math.max(1, step - 2)}
                height={heightOf(paid)}
                className={classes['paidBar']}
              />
              <rect
                x={1.5}
                y={ground - heightOf(paid) - heightOf(conditional)}
                width={Math.max(1, step - 3)}
                height={heightOf(conditional)}
                fill={`url(#${id})`}
                className={classes['conditionalBar']}
              />
              <text x={1} y={HEIGHT - 6} className={classes['faint']}>
                {place % every === 0 ? label : ''}
              </text>
            </g>
          ))}
          <path d={`M0 ${ground}H${width}`} className={classes['ground']} />
          {last === undefined ? null : (
            <text
              x={width}
              y={ground - heightOf(last.paid) - heightOf(last.conditional) - 6}
              className={classes['figureEnd']}
            >
              {formatAmount(last.paid)} + {formatAmount(last.conditional)} conditional
            </text>
          )}
        </svg>
      )}
    </div>
  )
}
