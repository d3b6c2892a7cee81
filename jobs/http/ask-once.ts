/** One request over the wire and its meaning. */
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { mapped, type HostMap } from './address.ts'
import type { Evidence } from './answer.ts'
import { evidenceOf } from './evidence.ts'
import { exchange } from './exchange.ts'
import type { HostPolicy } from './host-policy.ts'
import { isRedirect, type Hop } from './redirect.ts'
import { limitsOf, type HttpRequest } from './request.ts'
import type { StartTimer } from './timer.ts'
import { verdictOnFailure, verdictOnRedirect, verdictOnResponse, type Verdict } from './verdict.ts'

export type AskOnceDeps = {
  readonly fetch: typeof globalThis.fetch
  readonly startTimer: StartTimer
  readonly clock: Clock
  readonly hostMap: HostMap
  readonly signal?: AbortSignal
}

/** One request and what it means; `ms` by the clock. */
export type Asked = {
  readonly hop: Hop
  readonly verdict: Verdict
  readonly evidence: Evidence | null
  readonly ms: number
  /** The `date` header, which is used for nothing but the log. */
  readonly hostDate: string | null
}

type Asking = {
  readonly request: HttpRequest
  readonly policy: HostPolicy
  readonly hop: Hop
}

/** Sends one request of a question and judges what comes back. Rejects only when the process is stopping. */
export async function askOnce(deps: AskOnceDeps, { request, policy, hop }: Asking): Promise<Asked> {
  const { fetch, startTimer, clock, hostMap, signal } = deps
  const startedAt = clock()
  const to = mapped(hop.url, hostMap)
  const limits = limitsOf(request)
  const got = await exchange({
    fetch,
    startTimer,
    hop,
    to,
    limits,
    ...(signal === undefined ? {} : { signal }),
  })
  const fetchedAt = clock()
  const ms = epochMs(fetchedAt) - epochMs(startedAt)
  if (got.kind === 'failure')
    return { hop, verdict: verdictOnFailure(got.failure), evidence: null, ms, hostDate: null }
  const { status, headers, bytes } = got
  const evidence = evidenceOf({ status, headers, bytes, url: hop.url, fetchedAt })
  const verdict = isRedirect(status)
    ? verdictOnRedirect(hop, status, headers, policy)
    : verdictOnResponse(evidence, { request, policy, headers })
  return { hop, verdict, evidence, ms, hostDate: headers.get('date') }
}
