/** A file of the chain on its way in: chosen, looked at, given a reason, taken in. */
import { postChainFile, postChainPreview } from '@oreline/shared/api/chain-file.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useFocusSoon } from '../../../ui/field-focus.ts'
import { refusedFields, type FieldErrors } from '../../../ui/form-errors.ts'
import { keepName, lastName } from '../../../ui/last-name.ts'
import { emptyReason, readReason, type ReasonDraft } from '../../../ui/reason-draft.ts'
import { tooLarge } from '../json/json-text.ts'
import { readChainFileText, type ChainFile } from './chain-file-text.ts'

type Chosen = { readonly fileName: string; readonly chain: ChainFile; readonly rows: number }

export function useChainImport() {
  const queries = useQueryClient()
  const focusSoon = useFocusSoon()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [reason, setReason] = useState<ReasonDraft>(() => emptyReason(lastName()))
  const [errors, setErrors] = useState<FieldErrors>({})

  const looking = useMutation({
    mutationFn: (chain: ChainFile) => call(postChainPreview, { body: { chain } }),
  })
  const taking = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof postChainFile>>[1]['body']) =>
      call(postChainFile, { body }),
    onSuccess: () => {
      setChosen(null)
      looking.reset()
      return queries.invalidateQueries()
    },
    onError: (error) => setErrors(refusedFields(error)),
  })

  return {
    chosen,
    refusal,
    reason,
    errors,
    preview: looking.data?.data ?? null,
    taken: taking.data?.data ?? null,
    failure: looking.error ?? taking.error,
    isLooking: looking.isPending,
    isTaking: taking.isPending,

    choose: async (file: File | undefined) => {
      if (file === undefined) return
      taking.reset()
      looking.reset()
      const tooMuch = tooLarge(file.size, postChainFile.bodyBytes)
      const read =
        tooMuch === null
          ? readChainFileText(await file.text().catch(() => ''))
          : ({ kind: 'refused', why: tooMuch } as const)
      setRefusal(read.kind === 'refused' ? `${file.name}: ${read.why}` : null)
      setChosen(read.kind === 'refused' ? null : { fileName: file.name, chain: read.chain, rows: read.rows })
      if (read.kind === 'chain') looking.mutate(read.chain)
    },
    clear: () => {
      setChosen(null)
      looking.reset()
      taking.reset()
    },
    lookAgain: () => {
      taking.reset()
      if (chosen !== null) looking.mutate(chosen.chain)
    },
    changeReason: (next: ReasonDraft, focus?: string) => {
      setReason(next)
      if (focus !== undefined) focusSoon(focus)
    },
    take: () => {
      const preview = looking.data?.data
      if (chosen === null || preview === undefined) return
      const read = readReason(reason)
      setErrors(read.kind === 'faulty' ? read.errors : {})
      if (read.kind === 'faulty') {
        const [first] = Object.keys(read.errors)
        if (first !== undefined) focusSoon(first)
        return
      }
      keepName(read.reason.by)
      taking.mutate({ chain: chosen.chain, base: preview.base, reason: read.reason })
    },
  }
}

export type ChainImport = ReturnType<typeof useChainImport>
