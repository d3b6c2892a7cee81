import { deleteInstrument, putInstrumentPaused } from '@oreline/shared/api/instrument-requests.ts'
import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ABSENT, formatDay } from '../../../ui/format.ts'
import { exchangeWords } from '../../../ui/policy-words.ts'
import classes from '../data.module.css'
import { refusalWords } from '../refusal-words.ts'

const roles: Readonly<Record<InstrumentRow['role'], string>> = {
  tracked: 'tracked',
  benchmark: 'benchmark',
  context: 'context',
}

type Change =
  | { readonly kind: 'pause' | 'resume'; readonly instrument: InstrumentRow }
  | { readonly kind: 'remove'; readonly instrument: InstrumentRow }

const done: Readonly<Record<Change['kind'], string>> = {
  pause: 'is paused: nothing is asked about it until it is resumed',
  resume: 'is asked about again from the next run on',
  remove: 'is no longer followed; its history stays readable as of then',
}

/** Every instrument with what is held of it, and the ways to pause, resume and remove it. */
export function InstrumentTable({ instruments }: { readonly instruments: readonly InstrumentRow[] }) {
  const queries = useQueryClient()
  const [toRemove, setToRemove] = useState<InstrumentRow | null>(null)
  const changing = useMutation({
    mutationFn: ({ kind, instrument: { ticker } }: Change): Promise<unknown> =>
      kind === 'remove'
        ? call(deleteInstrument, { params: { ticker } })
        : call(putInstrumentPaused, { params: { ticker }, body: { paused: kind === 'pause' } }),
    onSettled: () => queries.invalidateQueries(),
  })
  const { variables, error } = changing
  const busy = changing.isPending ? variables?.instrument.ticker : undefined
  return (
    <>
      <div aria-live="polite" className={classes['live']}>
        {changing.isSuccess ? (
          <p>
            {changing.variables.instrument.ticker} {done[changing.variables.kind]}.
          </p>
        ) : null}
      </div>
      <div role="alert" className={classes['live']}>
        {error === null ? null : (
          <p className={classes['error']}>
            {variables?.instrument.ticker}: {refusalWords(error)}
          </p>
        )}
      </div>
      <table className={`${classes['table']} ${classes['stacked']}`}>
        <thead>
          <tr>
            <th scope="col">Instrument</th>
            <th scope="col">Role</th>
            <th scope="col">Exchange</th>
            <th scope="col">Currency</th>
            <th scope="col">First session</th>
            <th scope="col">Newest session</th>
            <th scope="col">State</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {instruments.map((instrument) => {
            const { ticker, name, role, calendar, mic, currency, paused, added } = instrument
            const { first_date: first, last_date: last } = instrument
            return (
              <tr key={ticker} data-dimmed={paused}>
                <th scope="row">
                  <Link to="/" search={{ tickers: ticker }}>
                    {ticker}
                  </Link>
                  <span className={classes['note']}>{name}</span>
                </th>
                <td data-name="Role">
                  {roles[role]}
                  {added ? ', added here' : ''}
                </td>
                <td data-name="Exchange">
                  {exchangeWords[calendar]} ({mic})
                </td>
                <td data-name="Currency">{currency}</td>
                <td data-name="First session">{first === null ? ABSENT : formatDay(first)}</td>
                <td data-name="Newest session">{last === null ? 'nothing stored yet' : formatDay(last)}</td>
                <td data-name="State">
                  <span className={classes['tag']} data-tone={paused ? 'warn' : 'good'}>
                    {paused ? 'Paused' : 'Followed'}
                  </span>
                </td>
                <td>
                  <div className={classes['buttons']}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={busy !== undefined}
                      aria-label={`${paused ? 'Resume' : 'Pause'} ${ticker}`}
                      onClick={() => changing.mutate({ kind: paused ? 'resume' : 'pause', instrument })}
                    >
                      {paused ? 'Resume' : 'Pause'}
                    </Button>
                    {added ? (
                      <Button
                        size="compact-xs"
                        variant="default"
                        disabled={busy !== undefined}
                        aria-label={`Remove ${ticker}`}
                        onClick={() => setToRemove(instrument)}
                      >
                        Remove
                      </Button>
                    ) : null}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {toRemove === null ? null : (
        <ConfirmDialog
          title={`Remove ${toRemove.ticker}?`}
          confirm="Remove it"
          onCancel={() => setToRemove(null)}
          onConfirm={() => {
            setToRemove(null)
            changing.mutate({ kind: 'remove', instrument: toRemove })
          }}
        >
          {toRemove.name} will no longer be asked about and leaves the list and the timeline. Nothing stored
          is deleted: its prices stay readable as of then, and hold again should it be added once more.
        </ConfirmDialog>
      )}
    </>
  )
}
