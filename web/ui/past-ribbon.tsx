import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useMomentText } from './use-moment-text.ts'
import classes from './past-ribbon.module.css'

export type PastRibbonProps = {
  /** null: now, and there is no ribbon. */
  readonly asOf: Instant | null
  /** What of the screen is as it was then, with a full stop. */
  readonly more: string
  readonly onReturn: () => void
}

/** Across the page while it shows the past, also on paper, so that nobody takes what was stored then for what is stored now. */
export function PastRibbon({ asOf, more, onReturn }: PastRibbonProps) {
  const momentText = useMomentText()
  const words =
    asOf === null ? '' : `You are looking at what Oreline had stored on ${momentText(asOf, null)}.`
  return (
    <>
      <p className={classes['announced']} aria-live="polite">
        {words}
      </p>
      {asOf === null ? null : (
        <div className={classes['ribbon']}>
          <p>
            <strong>{words}</strong> <span className={classes['more']}>{more}</span>
          </p>
          <button type="button" className={classes['return']} onClick={onReturn}>
            Back to now
          </button>
        </div>
      )}
    </>
  )
}
