/** What somebody has written and not saved, kept in this browser until it is saved or thrown away. */
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import * as z from 'zod'
import { readKept, writeKept } from '../../ui/kept-text.ts'
import { eventDraftSchema } from './event-draft.ts'
import { reasonDraftSchema } from '../../ui/reason-draft.ts'

/** `base`: the revision and the event it started from; null: a new event. */
const storedDraftSchema = z.object({
  draft: eventDraftSchema,
  reason: reasonDraftSchema,
  base: z.object({ revision: z.int(), event: policyEventSchema }).nullable(),
})
export type StoredDraft = z.infer<typeof storedDraftSchema>

const keyOf = (name: string) => `oreline-event-draft:${name}`

/** null: nothing is kept, or what is kept is of another version of this page. */
export function storedDraft(name: string): StoredDraft | null {
  const text = readKept(keyOf(name))
  if (text === null) return null
  try {
    return storedDraftSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

export const keepDraft = (name: string, draft: StoredDraft) => writeKept(keyOf(name), JSON.stringify(draft))
export const dropDraft = (name: string) => writeKept(keyOf(name), null)
