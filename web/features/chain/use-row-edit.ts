import { deleteChainRow, putChainRow } from '@oreline/shared/api/chain-edits.ts'
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
import { newRowId } from './row-name.ts'

/** `row` null: it is taken off. */
type Change = {
  readonly row: Readonly<Record<string, unknown>> | null
  readonly base: number | null
  readonly reason: EditReason
}

/** What somebody else has stored meanwhile; null: the row was taken off. */
export type Held = NonNullable<Problem['held']> | null

/** The state of an edit: what is typed, what is wrong with it, and who was quicker. */
export function useRowEdit(edited: EditedRow, onDone: () => void) {
  const { part } = edited
  const queries = useQueryClient()
  const [draft, setDraft] = useState<RowDraft>(() =>
    draftOf(part, edited.row === null ? edited.start : edited.row),
  )
  const [base, setBase] = useState<number | null>(edited.row?.revision ?? null)
  const [reason, setReason] = useState<ReasonDraft>(() => emptyReason(lastName()))
  const [faults, setFaults] = useState<FieldErrors>({})
  const focusSoon = useFocusSoon()
  const saving = useMutation({
    mutationFn: (change: Change) => store(edited, change),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onDone()
    },
  })
  const send = (isRemoval: boolean) => {
    const read = isRemoval ? ({ kind: 'row', row: null } as const) : readRowDraft(part, draft)
    const why = readReason(reason)
    const found = {
      ...(read.kind === 'faulty' ? read.errors : {}),
      ...(why.kind === 'faulty' ? why.errors : {}),
    }
    setFaults(found)
    saving.reset()
    if (read.kind === 'faulty' || why.kind === 'faulty') {
      focusSoon(Object.keys(found)[0] ?? 'row')
      return
    }
    keepName(why.reason.by)
    saving.mutate({ row: read.row, base, reason: why.reason })
  }
  return {
    draft,
    setDraft,
    reason,
    setReason: (next: ReasonDraft, focus?: string) => {
      setReason(next)
      if (focus !== undefined) focusSoon(focus)
    },
    errors: { ...faults, ...(saving.error === null ? {} : refusedFields(saving.error)) },
    save: () => send(false),
    takeOff: () => send(true),
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

async function store(edited: EditedRow, { row, base, reason }: Change): Promise<void> {
  const { part } = edited
  if (row === null) {
    if (edited.row === null || base === null) return
    await call(deleteChainRow, { params: { part, slug: slugOf(edited.row.id) }, body: { base, reason } })
    return
  }
  const id = edited.row === null ? newRowId(edited.part, row, edited.taken) : edited.row.id
  await call(putChainRow, { params: { part, slug: slugOf(id) }, body: { row: { ...row }, base, reason } })
}

/** `mp-mining` of `coverage/mp-mining`. */
const slugOf = (id: string) => id.slice(id.indexOf('/') + 1)

function heldOf(error: Error | null): Held | undefined {
  if (!(error instanceof CallError) || error.failure.kind !== 'problem') return undefined
  const { code, held } = error.failure.problem
  return code === 'edit-conflict' ? (held ?? null) : undefined
}
