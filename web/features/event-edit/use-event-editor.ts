/** The state of the form: what is written, what it started from, what is wrong with it, and how it is saved. */
import { changedFields } from '@oreline/shared/domain/policy/changed-fields.ts'
import { policyEventSchema, type EventId, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CallError } from '../../api.ts'
import { useFocusSoon } from '../../ui/field-focus.ts'
import { refusedFields, type FieldErrors } from '../../ui/form-errors.ts'
import { keepName, lastName } from '../../ui/last-name.ts'
import { emptyReason, readReason, type ReasonDraft } from '../../ui/reason-draft.ts'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'
import { candidateOf, draftOf, emptyDraft, type DraftField, type EventDraft } from './event-draft.ts'
import { readDraft } from './read-draft.ts'
import { saveEvent } from './save-event.ts'
import { dropDraft, keepDraft, storedDraft } from './stored-draft.ts'
import { fieldConflicts, merged, type Side } from './three-way.ts'

/** An event as it is held, and the revision that names it. */
type HeldEvent = { readonly revision: number; readonly event: PolicyEvent }

export type EditorStart = {
  /** Under which the draft is kept in this browser. */
  readonly name: string
  /** null: a new event. */
  readonly held: HeldEvent | null
  /** What to begin with instead: the shipped version, or what a candidate of the inbox says. */
  readonly proposed: { readonly draft: EventDraft; readonly reason: ReasonDraft | null } | null
  /** The candidate of the inbox that saving decides; null: none. */
  readonly candidate: number | null
  /** Every event, for the links between them. */
  readonly catalogue: readonly PolicyEvent[]
  /** After the event was saved. */
  readonly onSaved: (id: EventId) => void
}

export function useEventEditor({ name, held, proposed, candidate, catalogue, onSaved }: EditorStart) {
  const queries = useQueryClient()
  const begun = {
    draft: proposed?.draft ?? draftOfHeld(held),
    reason: proposed?.reason ?? emptyReason(lastName()),
  }
  const [kept] = useState(() => storedDraft(name))
  const [base, setBase] = useState<HeldEvent | null>(kept === null ? held : kept.base)
  const [draft, setDraft] = useState<EventDraft>(kept?.draft ?? begun.draft)
  const [reason, setReason] = useState<ReasonDraft>(kept?.reason ?? begun.reason)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [isRestored, setRestored] = useState(kept !== null)
  const [isUnchanged, setUnchanged] = useState(false)
  // What was kept may have started from a revision that is no longer the held one.
  const [conflict, setConflict] = useState<{ readonly held: HeldEvent | null } | null>(
    kept !== null && (kept.base?.revision ?? null) !== (held?.revision ?? null) ? { held } : null,
  )
  const focusSoon = useFocusSoon()
  const baseDraft = draftOfHeld(base)
  const differences = changedFields(candidateOf(baseDraft), candidateOf(draft))

  const fail = (found: FieldErrors) => {
    setErrors(found)
    const [first] = Object.keys(found)
    if (first !== undefined) focusSoon(first)
  }
  const oneAtATime = useOneAtATime()
  const saving = useMutation({
    mutationFn: saveEvent,
    onSettled: oneAtATime.settle,
    onSuccess: async (id) => {
      dropDraft(name)
      await queries.invalidateQueries()
      onSaved(id)
    },
    onError: (error) => {
      const theirs = heldIn(error)
      if (theirs === undefined) fail(withoutBody(refusedFields(error)))
      else {
        setConflict({ held: theirs })
        focusSoon('conflict')
      }
    },
  })

  return {
    draft,
    reason,
    base,
    errors,
    isRestored,
    isUnchanged,
    saving,
    isDirty: differences.length > 0,
    /** What saving would change; of a new event all that it says. */
    changes: base === null ? differences.map(({ field, after }) => ({ field, after })) : differences,
    conflict:
      conflict === null
        ? null
        : {
            held: conflict.held,
            fields:
              conflict.held === null ? [] : fieldConflicts(baseDraft, draft, draftOfHeld(conflict.held)),
          },

    /** `focus`: the path of the field that takes the focus then. */
    change: (next: EventDraft, focus?: string) => {
      setDraft(next)
      setUnchanged(false)
      keepDraft(name, { draft: next, reason, base })
      if (focus !== undefined) focusSoon(focus)
    },
    changeReason: (next: ReasonDraft, focus?: string) => {
      setReason(next)
      keepDraft(name, { draft, reason: next, base })
      if (focus !== undefined) focusSoon(focus)
    },
    /** Throws away what was written. */
    startOver: () => {
      dropDraft(name)
      setBase(held)
      setDraft(begun.draft)
      setReason(begun.reason)
      setErrors({})
      setRestored(false)
      setConflict(null)
      saving.reset()
      focusSoon('title')
    },
    save: () => {
      const event = readDraft(draft, catalogue)
      const because = readReason(reason)
      if (event.kind === 'faulty' || because.kind === 'faulty') {
        const ofEvent = event.kind === 'faulty' ? event.errors : {}
        fail({ ...ofEvent, ...(because.kind === 'faulty' ? because.errors : {}) })
        return
      }
      setErrors({})
      setUnchanged(differences.length === 0)
      if (differences.length === 0 || !oneAtATime.begin()) return
      keepName(because.reason.by)
      saving.mutate({ event: event.event, base: base?.revision ?? null, reason: because.reason, candidate })
    },
    /** Goes on from the other version with the fields of mine that were chosen; nothing is saved yet. */
    merge: (choices: ReadonlyMap<DraftField, Side>) => {
      if (conflict === null) return
      const next = conflict.held === null ? draft : merged(draft, draftOfHeld(conflict.held), choices)
      setDraft(next)
      setBase(conflict.held)
      setConflict(null)
      setRestored(false)
      saving.reset()
      keepDraft(name, { draft: next, reason, base: conflict.held })
      focusSoon('changes')
    },
  }
}

export type EventEditing = ReturnType<typeof useEventEditor>

const draftOfHeld = (held: HeldEvent | null) => (held === null ? emptyDraft : draftOf(held.event))

/** What stands by now where somebody was quicker (null: it was taken off); undefined: the failure is another one. */
function heldIn(error: Error): HeldEvent | null | undefined {
  if (!(error instanceof CallError) || error.failure.kind !== 'problem') return undefined
  const { code, held } = error.failure.problem
  if (code !== 'edit-conflict' || held === undefined) return undefined
  if (held === null) return null
  const event = policyEventSchema.safeParse(held.body)
  return event.success ? { revision: held.revision, event: event.data } : undefined
}

/** Fields of the event are named in the body as `event.title`, in the form as `title`; what is of neither is no field. */
const withoutBody = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => /^(event|reason)\./.test(path))
      .map(([path, words]) => [path.replace(/^event\./, ''), words]),
  )
