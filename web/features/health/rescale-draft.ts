/** What an operator has typed about a rescaling by hand, and what of it can be sent. */
import type { QuarantineRow, postQuarantineDecision } from '@oreline/shared/api/quarantine.ts'
import type { EndpointInput } from '@oreline/shared/kernel/endpoint.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { formatFactor } from './quarantine-words.ts'

export type DecisionBody = EndpointInput<typeof postQuarantineDecision>['body']

/** As typed. `from` empty: from the first day. */
export type RescaleDraft = { readonly k: string; readonly from: string; readonly before: string }

export const rescaleDraftOf = ({ k, agrees_from: before }: QuarantineRow): RescaleDraft => ({
  k: k === null ? '' : formatFactor(k),
  from: '',
  before: before ?? '',
})

/** What is sent, or what is wrong with it in words. */
export function readRescaling({
  k,
  from,
  before,
}: RescaleDraft):
  | { readonly kind: 'ready'; readonly body: DecisionBody }
  | { readonly kind: 'faulty'; readonly why: string } {
  const factor = Number(k)
  if (k.trim() === '' || !Number.isFinite(factor) || factor <= 0)
    return { kind: 'faulty', why: 'The factor is a number above 0, as 0.25.' }
  const last = isoDateSchema.safeParse(before)
  if (!last.success) return { kind: 'faulty', why: 'Which is the first day that stays as it came?' }
  if (from === '') return { kind: 'ready', body: { decision: 'rescale', k: factor, before: last.data } }
  const first = isoDateSchema.safeParse(from)
  if (!first.success || first.data >= last.data)
    return { kind: 'faulty', why: 'The first day to rescale lies before the first that stays.' }
  return { kind: 'ready', body: { decision: 'rescale', k: factor, from: first.data, before: last.data } }
}
