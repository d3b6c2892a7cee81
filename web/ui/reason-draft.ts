/** Who, why and by which sources, as somebody writes it. */
import { editReasonSchema, type EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import * as z from 'zod'
import { issueErrors, type FieldErrors } from './form-errors.ts'

const sourceDraftSchema = z.object({ key: z.int(), name: z.string(), url: z.string(), date: z.string() })
export type SourceDraft = z.infer<typeof sourceDraftSchema>

export const reasonDraftSchema = z.object({
  by: z.string(),
  why: z.string(),
  sources: z.array(sourceDraftSchema),
  one_source_because: z.string(),
})
export type ReasonDraft = z.infer<typeof reasonDraftSchema>

const emptySource = (key: number): SourceDraft => ({ key, name: '', url: '', date: '' })

/** Two sources are asked for; `by` is what the reader called themselves last. */
export const emptyReason = (by: string): ReasonDraft => ({
  by,
  why: '',
  sources: [emptySource(0), emptySource(1)],
  one_source_because: '',
})

export const anotherSource = (sources: readonly SourceDraft[]): SourceDraft =>
  emptySource(Math.max(-1, ...sources.map(({ key }) => key)) + 1)

/** Sources with nothing in them are none. Errors are named `reason.sources.0.url`, after `name` and by the place in the form. */
export function readReason(
  draft: ReasonDraft,
  name = 'reason',
):
  | { readonly kind: 'reason'; readonly reason: EditReason }
  | { readonly kind: 'faulty'; readonly errors: FieldErrors } {
  const filled = draft.sources.flatMap(({ name, url, date }, place) =>
    name + url + date === '' ? [] : [{ place, source: { name, url, date } }],
  )
  const because = draft.one_source_because.trim()
  const read = editReasonSchema.safeParse({
    by: draft.by,
    why: draft.why,
    sources: filled.map(({ source }) => source),
    one_source_because: because === '' ? null : because,
  })
  if (read.success) return { kind: 'reason', reason: read.data }
  const errors = Object.entries(issueErrors(read.error)).map(([path, words]) => {
    const [, place, cell] = /^sources\.(\d+)\.(.+)$/.exec(path) ?? []
    const shown = place === undefined ? undefined : filled[Number(place)]?.place
    return [`${name}.${shown === undefined ? path : `sources.${shown}.${cell ?? ''}`}`, words] as const
  })
  return { kind: 'faulty', errors: Object.fromEntries(errors) }
}
