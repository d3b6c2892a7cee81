import { Button } from '@mantine/core'
import type { QuarantineRow } from '@oreline/shared/api/quarantine.ts'
import { formatAmount } from '../../ui/format.ts'
import { sourceName } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { extentWords, quarantineKindWords } from './quarantine-words.ts'
import classes from './quarantine.module.css'
import { SamplePicture } from './sample-picture.tsx'

export type Decision = 'accept' | 'rescale' | 'discard'

export type QuarantineCardProps = {
  readonly row: QuarantineRow
  readonly onDecide: (decision: Decision) => void
}

/** One answer kept out: what it is, why, how it differs, and what can be done with it. */
export function QuarantineCard({ row, onDecide }: QuarantineCardProps) {
  const momentText = useMomentText()
  const { id, ticker, source, kind, why, sample, times_seen: times } = row
  return (
    <li className={classes['card']} aria-labelledby={`quarantine-${id}`}>
      <div className={classes['words']}>
        <h3 id={`quarantine-${id}`}>
          {ticker} <span className={classes['faint']}>from {sourceName(source)}</span>
        </h3>
        <p>
          <strong>{quarantineKindWords[kind]}.</strong> {why}
        </p>
        <p>{extentWords(row)}</p>
        <p className={classes['faint']}>
          Kept out since {momentText(row.opened_at, null)}, seen {formatAmount(times, 'time', 'times')}
          {times > 1 ? `, last ${momentText(row.last_seen_at, null)}` : ''}.
        </p>
        <Actions row={row} onDecide={onDecide} />
      </div>
      <SamplePicture sample={sample} />
    </li>
  )
}

function Actions({ row, onDecide }: QuarantineCardProps) {
  const momentText = useMomentText()
  const { ticker, can_accept: canAccept, can_rescale: canRescale, rescale_from: offered } = row
  return (
    <div className={classes['actions']}>
      {canAccept ? (
        <Button
          size="xs"
          variant="default"
          aria-label={`Accept the answer about ${ticker}`}
          onClick={() => onDecide('accept')}
        >
          Accept…
        </Button>
      ) : null}
      {canRescale ? (
        <Button
          size="xs"
          variant="default"
          aria-label={`Rescale the answer about ${ticker}`}
          onClick={() => onDecide('rescale')}
        >
          Rescale…
        </Button>
      ) : null}
      <Button
        size="xs"
        variant="default"
        aria-label={`Discard the answer about ${ticker}`}
        onClick={() => onDecide('discard')}
      >
        Discard…
      </Button>
      {canAccept ? null : <span className={classes['faint']}>It has no rows that could be stored.</span>}
      {canRescale || offered === null ? null : (
        <span className={classes['faint']}>
          The source has until {momentText(offered, null)} to mend it; then it can be rescaled by hand.
        </span>
      )}
    </div>
  )
}
