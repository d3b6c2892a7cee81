import { putChainRow } from '@oreline/shared/api/chain-edits.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { Problem } from '@oreline/shared/kernel/errors.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, CallError } from '../../api.ts'
import { useFocusSoon } from '../../ui/field-focus.ts'
import { refusedFields, type FieldErrors } from '../../ui/form-errors.ts'
import { keepName, lastName } from '../../ui/last-name.ts'
import { emptyReason, readReason, type ReasonDraft } from '../../ui/reason-draft.ts'
import type { EditedRow } from './edit-button.tsx'
import { draftOf, readRowDraft, type RowDraft } from './row-draft.ts'

type Body = {
  readonly row: Readonly<Record<string, unknown>>
  readonly base: number | null
  readonly reason: EditReason
}

/** What somebody else has stored meanwhile; null: the row was taken off. */
export type Held = NonNullable<Problem['held']> | null

/** The state of an edit: what is typed, what is wrong with it, and who was quicker. */
export function useRowEdit({ part, row }: EditedRow, onDone: () => void) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<RowDraft>(() => draftOf(part, row))
  const [base, setBase] = useState<number | null>(row.revision)
  const [reason, setReason] = useState<ReasonDraft>(() => emptyReason(lastName()))
  const [faults, setFaults] = useState<FieldErrors>({})
  const focusSoon = useFocusSoon()
  const saving = useMutation({
    mutationFn: ({ row: sent, ...body }: Body) =>
      call(putChainRow, { params: { part, slug: slugOf(row.id) }, body: { ...body, row: { ...sent } } }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onDone()
    },
  })
  const errors = { ...faults, ...(saving.error === null ? {} : refusedFields(saving.error)) }
  const save = () => {
    const readRow = readRowDraft(part, draft)
    const readWhy = readReason(reason)
    const found = {
      ...(readRow.kind === 'faulty' ? readRow.errors : {}),
      ...(readWhy.kind === 'faulty' ? readWhy.errors : {}),
    }
    setFaults(found)
    saving.reset()
    if (readRow.kind === 'faulty' || readWhy.kind === 'faulty') {
      focusSoon(Object.keys(found)[0] ?? 'row')
      return
    }
    keepName(readWhy.reason.by)
    saving.mutate({ row: readRow.row, base, reason: readWhy.reason })
  }
  return {
    draft,
    setDraft,
    reason,
    setReason: (next: ReasonDraft, focus?: string) => {
      setReason(next)
      if (focus !== undefined) focusSoon(focus)
    },
    errors,
    save,
    isBusy: saving.isPending,
    error: saving.error,
    /** undefined: nobody was quicker. */
    held: heldOf(saving.error),
    /** Goes on from what is held now, with what is typed or with what the others say. */
    goOnFrom: (held: Held, next: RowDraft) => {
      setBase(held?.revision ?? null)
      setDraft(next)
      saving.reset()
    },
  }
}

/** `mp-mining` of `coverage/mp-mining`. */
const slugOf = (id: string) => id.slice(id.indexOf('/') + 1)

function heldOf(error: Error | null): Held | undefined {
  if (!(error instanceof CallError) || error.failure.kind !== 'problem') return undefined
  const { code, held } = error.failure.problem
  return code === 'edit-conflict' ? (held ?? null) : undefined
}
