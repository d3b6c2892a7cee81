import { postQuarantineDecision, type QuarantineRow } from '@oreline/shared/api/quarantine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import classes from './health-page.module.css'
import { QuarantineCard, type Decision } from './quarantine-card.tsx'
import { decidedWords, decisionWords } from './quarantine-words.ts'
import quarantine from './quarantine.module.css'
import { RescaleDialog } from './rescale-dialog.tsx'
import type { DecisionBody } from './rescale-draft.ts'

type Asking = { readonly row: QuarantineRow; readonly decision: Decision }
type Decided = { readonly row: QuarantineRow; readonly body: DecisionBody }

/** The answers that wait for a decision, and what came of the last one made. */
export function QuarantineList({ rows }: { readonly rows: readonly QuarantineRow[] }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking | null>(null)
  const deciding = useMutation({
    mutationFn: ({ row, body }: Decided) => call(postQuarantineDecision, { params: { id: row.id }, body }),
    onSuccess: () => {
      setAsking(null)
      return queries.invalidateQueries()
    },
  })
  const ask = (row: QuarantineRow, decision: Decision) => {
    deciding.reset()
    setAsking({ row, decision })
  }
  const done = deciding.data?.data
  const dialog = { isPending: deciding.isPending, error: deciding.error, onCancel: () => setAsking(null) }
  return (
    <>
      {rows.length === 0 ? (
        <p className={classes['faint']}>No answer waits for a decision.</p>
      ) : (
        <ul className={quarantine['cards']}>
          {rows.map((row) => (
            <QuarantineCard key={row.id} row={row} onDecide={(decision) => ask(row, decision)} />
          ))}
        </ul>
      )}
      <p aria-live="polite" className={classes['good']}>
        {done === undefined || deciding.variables === undefined
          ? ''
          : decidedWords(done.decision, done.rows_written, deciding.variables.row)}
      </p>
      {asking === null ? null : asking.decision === 'rescale' ? (
        <RescaleDialog
          {...dialog}
          row={asking.row}
          onConfirm={(body) => deciding.mutate({ row: asking.row, body })}
        />
      ) : (
        <SimpleDecision
          {...dialog}
          row={asking.row}
          decision={asking.decision}
          onConfirm={(body) => deciding.mutate({ row: asking.row, body })}
        />
      )}
    </>
  )
}

type SimpleDecisionProps = {
  readonly row: QuarantineRow
  readonly decision: 'accept' | 'discard'
  readonly isPending: boolean
  readonly error: Error | null
  readonly onConfirm: (body: DecisionBody) => void
  readonly onCancel: () => void
}

function SimpleDecision({ row, decision, onConfirm, ...dialog }: SimpleDecisionProps) {
  const verb = decision === 'accept' ? 'Accept' : 'Discard'
  return (
    <ConfirmDialog
      {...dialog}
      title={`${verb} the answer about ${row.ticker}?`}
      confirm={verb}
      onConfirm={() => onConfirm({ decision })}
    >
      {decisionWords(decision, row).map((words) => (
        <p key={words}>{words}</p>
      ))}
    </ConfirmDialog>
  )
}
