import { TextInput } from '@mantine/core'
import type { QuarantineRow } from '@oreline/shared/api/quarantine.ts'
import { useState } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sourceName } from '../../ui/source-words.ts'
import { readRescaling, rescaleDraftOf, type DecisionBody, type RescaleDraft } from './rescale-draft.ts'

export type RescaleDialogProps = {
  readonly row: QuarantineRow
  readonly isPending: boolean
  readonly error: Error | null
  readonly onConfirm: (body: DecisionBody) => void
  readonly onCancel: () => void
}

/** Asks by which factor the days before a split are brought to the scale of those after it. */
export function RescaleDialog({ row, isPending, error, onConfirm, onCancel }: RescaleDialogProps) {
  const [draft, setDraft] = useState<RescaleDraft>(rescaleDraftOf(row))
  const [fault, setFault] = useState<Error | null>(null)
  const change = (patch: Partial<RescaleDraft>) => {
    setFault(null)
    setDraft({ ...draft, ...patch })
  }
  const confirm = () => {
    const reading = readRescaling(draft)
    if (reading.kind === 'ready') onConfirm(reading.body)
    else setFault(new Error(reading.why))
  }
  return (
    <ConfirmDialog
      title={`Rescale the answer about ${row.ticker} by hand?`}
      confirm="Rescale and store"
      isPending={isPending}
      error={fault ?? error}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <p>
        The prices that {sourceName(row.source)} sent are multiplied by the factor on the days given, volumes
        divided by it, and the whole series is stored so, under a new epoch.
      </p>
      <TextInput
        size="xs"
        label="Factor"
        inputMode="decimal"
        value={draft.k}
        onChange={(event) => change({ k: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label="First day to rescale (empty: the first there is)"
        value={draft.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label="First day that stays as it came"
        value={draft.before}
        onChange={(event) => change({ before: event.currentTarget.value })}
      />
      <p>What is shown now stays readable: as revisions, and as what was stored before this moment.</p>
    </ConfirmDialog>
  )
}
