/** After each request: does the question go on, where and when, or is this its end. Pure. */
import type { Answer } from './answer.ts'
import type { Hop } from './redirect.ts'
import type { HttpRequest } from './request.ts'
import { backoffMs } from './retry.ts'
import type { Ending } from './ending.ts'
import type { Verdict } from './verdict.ts'

/** How far a question has come; `retried` does not count redirects nor the one request without compression. */
export type Progress = { readonly hop: Hop; readonly retried: number }

export type NextStep =
  | { readonly kind: 'go'; readonly progress: Progress; readonly waitMs: number }
  | { readonly kind: 'end'; readonly end: Answer | Ending }

const usualRetries = 3

/** `probe`: the breaker was open and lets one request through, so nothing is repeated. `random` is 0 to 1. */
export function nextStep(
  { hop, retried }: Progress,
  verdict: Verdict,
  { request, probe, random }: { request: HttpRequest; probe: boolean; random: number },
): NextStep {
  switch (verdict.kind) {
    case 'answer':
      return { kind: 'end', end: verdict.answer }
    case 'blocked':
    case 'broken':
      return { kind: 'end', end: verdict }
    case 'follow':
      return { kind: 'go', progress: { hop: verdict.hop, retried }, waitMs: 0 }
    case 'retry': {
      const end: NextStep = { kind: 'end', end: verdict.otherwise }
      if (probe) return end
      if (verdict.plain)
        return isPlain(hop) ? end : { kind: 'go', progress: { hop: uncompressed(hop), retried }, waitMs: 0 }
      if (retried >= (request.retries ?? usualRetries)) return end
      const waitMs = verdict.waitMs ?? backoffMs(retried, random)
      return {
        kind: 'go',
        progress: { hop: onMirror(hop, verdict.otherwise, request), retried: retried + 1 },
        waitMs,
      }
    }
  }
}

const isPlain = (hop: Hop): boolean => hop.headers['accept-encoding'] === 'identity'

const uncompressed = (hop: Hop): Hop => ({
  ...hop,
  headers: { ...hop.headers, 'accept-encoding': 'identity' },
})

/** A 5xx of one host says nothing about its twin. */
function onMirror(hop: Hop, failure: Ending, { mirrorHost }: HttpRequest): Hop {
  if (mirrorHost === undefined || failure.why !== '5xx') return hop
  const url = new URL(hop.url)
  url.host = mirrorHost
  return { ...hop, url }
}
