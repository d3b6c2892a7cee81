import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import { CoverageMark } from '../../charts/coverage-mark.tsx'
import type { Cell } from './cells.ts'
import type { Company } from './companies.ts'
import classes from './matrix.module.css'

const PLACE = 21
const RADIUS = 7.5

export type CellFaceProps = {
  readonly cell: Cell
  readonly companies: readonly Company[]
  /** Where some are chosen, the others step back. */
  readonly dimmed: readonly Ticker[]
}

/** Every company in a place of its own, and how many events are in force or paused there. The label says the same. */
export function CellFace({ cell, companies, dimmed }: CellFaceProps) {
  const width = companies.length * PLACE
  return (
    <span className={classes['face']}>
      <svg className={classes['marks']} viewBox={`0 0 ${width} 20`} aria-hidden="true">
        {companies.map(({ ticker, letter, ink }, place) => {
          const presence = cell.presences.find((one) => one.ticker === ticker)
          const isBack = dimmed.length > 0 && !dimmed.includes(ticker)
          return (
            <g
              key={ticker}
              transform={`translate(${place * PLACE + PLACE / 2} 10.5)`}
              opacity={isBack ? 0.25 : 1}
            >
              {presence === undefined ? (
                <circle r={1.2} className={classes['nobody']} />
              ) : (
                <CoverageMark
                  status={presence.status}
                  hasPlan={presence.hasPlan}
                  letter={letter}
                  ink={ink}
                  radius={RADIUS}
                />
              )}
            </g>
          )
        })}
      </svg>
      <EventTally inForce={cell.inForce} paused={cell.paused} />
    </span>
  )
}

/** Full: in force; hatched: paused. */
function EventTally({ inForce, paused }: { readonly inForce: number; readonly paused: number }) {
  return (
    <span className={classes['tally']} aria-hidden="true">
      <span className={classes['inForce']}>{inForce}</span>
      {paused === 0 ? null : <span className={classes['paused']}>{paused}</span>}
    </span>
  )
}
