/** A file of the catalogue on its way in: chosen, looked at, given a reason, taken in. */
import { postCatalogue, postCataloguePreview } from '@oreline/shared/api/policy-catalogue.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useFocusSoon } from '../../../ui/field-focus.ts'
import { refusedFields, type FieldErrors } from '../../../ui/form-errors.ts'
import { keepName, lastName } from '../../../ui/last-name.ts'
import { emptyReason, readReason, type ReasonDraft } from '../../../ui/reason-draft.ts'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import { tooLarge } from '../json/json-text.ts'
import { readCatalogueText } from './catalogue-text.ts'

type Chosen = { readonly fileName: string; readonly events: readonly unknown[] }

export function useCatalogueImport() {
  const queries = useQueryClient()
  const focusSoon = useFocusSoon()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [remove, setRemove] = useState<readonly EventId[]>([])
  const [reason, setReason] = useState<ReasonDraft>(() => emptyReason(lastName()))
  const [errors, setErrors] = useState<FieldErrors>({})

  const looking = useMutation({
    mutationFn: (body: { readonly events: readonly unknown[]; readonly remove: readonly EventId[] }) =>
      call(postCataloguePreview, { body: { events: [...body.events], remove: [...body.remove] } }),
  })
  const oneAtATime = useOneAtATime()
  const taking = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof postCatalogue>>[1]['body']) =>
      call(postCatalogue, { body }),
    onSuccess: () => {
      setChosen(null)
      setRemove([])
      looking.reset()
      return queries.invalidateQueries()
    },
    onError: (error) => setErrors(refusedFields(error)),
    onSettled: oneAtATime.settle,
  })
  const look = (events: readonly unknown[], gone: readonly EventId[]) =>
    looking.mutate({ events, remove: gone })

  return {
    chosen,
    refusal,
    remove,
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
      setRemove([])
      const tooMuch = tooLarge(file.size, postCatalogue.bodyBytes)
      const read =
        tooMuch === null
          ? readCatalogueText(await file.text().catch(() => ''))
          : ({ kind: 'refused', why: tooMuch } as const)
      setRefusal(read.kind === 'refused' ? `${file.name}: ${read.why}` : null)
      setChosen(read.kind === 'events' ? { fileName: file.name, events: read.events } : null)
      if (read.kind === 'events') look(read.events, [])
    },
    clear: () => {
      setChosen(null)
      setRemove([])
      looking.reset()
      taking.reset()
    },
    lookAgain: () => {
      taking.reset()
      if (chosen !== null) look(chosen.events, remove)
    },
    /** Which of the events that the file leaves out are to go. */
    chooseRemoved: (ids: readonly EventId[]) => {
      setRemove(ids)
      if (chosen !== null) look(chosen.events, ids)
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
      if (!oneAtATime.begin()) return
      keepName(read.reason.by)
      taking.mutate({
        events: [...chosen.events],
        remove: [...remove],
        base: preview.base,
        reason: read.reason,
      })
    },
  }
}

export type CatalogueImport = ReturnType<typeof useCatalogueImport>
