/**
 * The one HTTP client (providers.md 1.2), used by every provider. It is given everything it touches, so that tests
 * set the time and no test reaches a network.
 */
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { assertLoopback, assertPublicHosts, refusedBecause } from './address.ts'
import type { HttpClient } from './answer.ts'
import { buildHostQueue, type HostQueueDeps } from './host-queue.ts'
import { askInTurn, type QuestionDeps } from './question.ts'

export type HttpClientDeps = HostQueueDeps &
  Omit<QuestionDeps, 'queue'> & {
    /** Nothing leaves; every question comes to `blocked`, why `off`. */
    readonly offline: boolean
  }

const offlineMs = 3_600_000

/**
 * `signal` ends everything under way when the process stops: pending questions then reject, and count as no failure.
 * A request outside its policy is a bug in the provider and throws.
 */
export function buildHttpClient(deps: HttpClientDeps): HttpClient {
  assertLoopback(deps.hostMap)
  const queue = buildHostQueue(deps)
  return {
    ask: async (request, policy) => {
      assertPublicHosts(policy)
      const fault = refusedBecause(new URL(request.url), policy)
      invariant(fault === null, `a request inside its policy, ${fault ?? ''}`)
      invariant(request.form === undefined || request.method === 'POST', 'a form goes with POST')
      if (deps.offline) {
        const retryAt = plusMs(deps.clock(), offlineMs)
        return { kind: 'blocked', why: 'off', retryAt, detail: 'offline (ORELINE_OFFLINE=1)', evidence: null }
      }
      return queue.inTurn(policy.group, async () => askInTurn({ ...deps, queue }, request, policy))
    },
  }
}
