import type { FieldErrors } from '../../ui/form-errors.ts'
import type { EventDraft } from './event-draft.ts'
import type { Choice } from './form-fields.ts'

/** What the parts of the form work on. */
export type Editor = {
  readonly draft: EventDraft
  readonly errors: FieldErrors
  readonly isBusy: boolean
  /** The short name of an event that exists is not changed. */
  readonly isNew: boolean
  /** `focus`: the path of the field that takes the focus then, where one came or went. */
  readonly change: (draft: EventDraft, focus?: string) => void
  /** Ids of the catalogue with their titles, and the tickers that are followed. */
  readonly events: readonly Choice[]
  readonly tickers: readonly Choice[]
}

/** Where the ids of the catalogue are listed, once for the whole form. */
export const EVENT_LIST = 'event-ids'
