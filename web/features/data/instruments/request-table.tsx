import type { InstrumentRequestRow } from '@oreline/shared/api/instrument-requests.ts'
import { Loader } from '@mantine/core'
import { formatAmount } from '../../../ui/format.ts'
import { useMomentText } from '../../../ui/use-moment-text.ts'
import classes from '../data.module.css'
import { isUnderWay, newestRequests, requestWords } from './request-words.ts'

const MOST_SHOWN = 8

export type RequestTableProps = {
  readonly requests: readonly InstrumentRequestRow[]
  /** The tickers followed now; undefined: not known yet. */
  readonly followed: ReadonlySet<string> | undefined
}

/** What became of the symbols asked for, newest first; read out as it changes. */
export function RequestTable({ requests, followed }: RequestTableProps) {
  const momentText = useMomentText()
  const shown = newestRequests(requests).slice(0, MOST_SHOWN)
  return (
    <div aria-live="polite" className={classes['live']}>
      {shown.length === 0 ? null : (
        <table className={`${classes['table']} ${classes['stacked']}`}>
          <thead>
            <tr>
              <th scope="col">Asked for</th>
              <th scope="col">State</th>
              <th scope="col">Stored</th>
              <th scope="col">What happened</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((request) => (
              <tr key={request.id}>
                <th scope="row">{request.symbol}</th>
                <td>
                  <span className={classes['tag']} data-tone={tones[request.state]}>
                    {isUnderWay(request) ? <Loader size={10} aria-hidden="true" /> : null}{' '}
                    {requestWords(request, followed)}
                  </span>
                </td>
                <td data-name="Stored">{formatAmount(request.bars_stored, 'bar', 'bars')}</td>
                <td data-name="What happened">{request.detail}</td>
                <td data-name="When">{momentText(request.changed_at, null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const tones: Readonly<Record<InstrumentRequestRow['state'], 'plain' | 'good' | 'bad'>> = {
  pending: 'plain',
  'looking-up': 'plain',
  backfilling: 'plain',
  done: 'good',
  refused: 'bad',
}
