import { Hatch } from './hatch.tsx'
import classes from './chain.module.css'

export type MoneyBarProps = {
  readonly id: string
  readonly paid: number
  readonly conditional: number
  readonly ended: number
  /** The length of the whole width. */
  readonly max: number
}

/** Paid or firm: full; conditional: hatched, after it; ended: dashed and empty, at the end. The figures beside it say the same. */
export function MoneyBar({ id, paid, conditional, ended, max }: MoneyBarProps) {
  const share = (amount: number) => `${max === 0 ? 0 : (100 * amount) / max}%`
  return (
    <svg className={classes['moneyBar']} width="100%" height={14} aria-hidden="true">
      <defs>
        <Hatch id={id} ink="var(--ore-accent)" size={6} />
      </defs>
      <rect width={share(paid)} height={14} className={classes['paidBar']} />
      <rect
        x={share(paid)}
        width={share(conditional)}
        height={14}
        fill={`url(#${id})`}
        className={classes['conditionalBar']}
      />
      <rect
        x={share(paid + conditional)}
        y={0.75}
        width={share(ended)}
        height={12.5}
        className={classes['endedBar']}
      />
    </svg>
  )
}
