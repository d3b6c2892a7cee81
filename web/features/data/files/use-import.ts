import { getCommodities, type CommodityRow } from '@oreline/shared/api/commodities.ts'
import { postImport, postImportPreview } from '@oreline/shared/api/imports.ts'
import { getInstruments, type InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, endpointQuery } from '../../../api.ts'
import type { ChosenText } from './chosen-text.ts'
import { guessDraft } from './file-guess.ts'
import {
  emptyDraft,
  fieldsOf,
  type DraftErrors,
  type ImportDraft,
  type ImportFieldsInput,
} from './import-draft.ts'
import { refusedFields } from './refused-fields.ts'

type Sent = { readonly chosen: ChosenText; readonly draft: ImportDraft; readonly fields: ImportFieldsInput }

const NO_SERIES: readonly CommodityRow[] = []
const NO_INSTRUMENTS: readonly InstrumentRow[] = []

/** The form of an import from the choice of a file to its result; it outlives a change of tabs, not of screens. */
export function useImport() {
  const queries = useQueryClient()
  const instruments = useQuery(endpointQuery(getInstruments, { query: {} })).data?.data ?? NO_INSTRUMENTS
  const series = useQuery(endpointQuery(getCommodities, { query: {} })).data?.data ?? NO_SERIES
  const [chosen, setChosen] = useState<ChosenText | null>(null)
  const [draft, setDraft] = useState<ImportDraft>(emptyDraft)
  const [isAsked, setAsked] = useState(false)
  // A second click may come before the first one has been drawn.
  const isBusy = useRef(false)
  const preview = useMutation({
    mutationFn: ({ chosen, fields }: Sent) => call(postImportPreview, { body: bodyOf(chosen, fields) }),
  })
  const taking = useMutation({
    mutationFn: ({ chosen, fields }: Sent) => call(postImport, { body: bodyOf(chosen, fields) }),
    onSuccess: () => {
      clear()
      void queries.invalidateQueries()
    },
    // A refusal may mean that what is held has changed since the check.
    onError: () => preview.reset(),
  })

  const reading = fieldsOf(draft, series)
  const isOfNow = (sent: Sent | undefined) =>
    sent !== undefined && sent.chosen === chosen && JSON.stringify(sent.draft) === JSON.stringify(draft)
  const isCurrent = isOfNow(preview.variables)
  const failure =
    [taking, preview].find(({ error, variables }) => error !== null && isOfNow(variables))?.error ?? null
  const errors: DraftErrors = {
    ...(failure === null ? {} : refusedFields(failure)),
    ...(isAsked && reading.kind === 'errors' ? reading.errors : {}),
  }

  function clear(): void {
    setChosen(null)
    setDraft(emptyDraft)
    setAsked(false)
    preview.reset()
  }

  const send = (mutation: typeof preview | typeof taking) => {
    if (chosen === null || reading.kind === 'errors' || isBusy.current) return
    isBusy.current = true
    mutation.mutate({ chosen, draft, fields: reading.fields }, { onSettled: () => (isBusy.current = false) })
  }

  return {
    instruments,
    series,
    chosen,
    draft,
    errors,
    /** What the check said of the file as it is described now; null: not checked, or changed since. */
    checked: isCurrent && preview.data !== undefined ? preview.data.data : null,
    isStale: preview.data !== undefined && !isCurrent,
    isChecking: preview.isPending,
    isTaking: taking.isPending,
    failure,
    taken: taking.data?.data ?? null,
    choose: (next: ChosenText) => {
      setDraft(guessDraft(next.fileName, next.headers, instruments))
      setChosen(next)
      setAsked(false)
      preview.reset()
      taking.reset()
    },
    change: (patch: Partial<ImportDraft>) => setDraft({ ...draft, ...patch }),
    /** Sends the file to be read, or shows what is missing; gives the errors by field. */
    check: (): DraftErrors => {
      setAsked(true)
      send(preview)
      return reading.kind === 'errors' ? reading.errors : {}
    },
    take: () => send(taking),
    clear: () => {
      clear()
      taking.reset()
    },
    dismiss: () => taking.reset(),
  }
}

/** What `useImport` gives: the steps of the form take from it what they need. */
export type ImportForm = ReturnType<typeof useImport>

const bodyOf = ({ fileName, text }: ChosenText, fields: ImportFieldsInput) => ({
  file_name: fileName,
  text,
  fields,
})
