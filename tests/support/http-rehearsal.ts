/** The real HTTP client against the stand-in host, in virtual time: what most tests of asking need. */
import { onTestFinished } from 'vitest'
import type { Answer, Refusal } from '../../jobs/http/answer.ts'
import { buildHttpClient, type HttpClientDeps } from '../../jobs/http/client.ts'
import { nodeTimer } from '../../jobs/http/timer.ts'
import type { HostPolicy } from '../../jobs/http/host-policy.ts'
import type { HttpRequest } from '../../jobs/http/request.ts'
import { capturedLog, type CapturedLog } from './captured-log.ts'
import { loopbackFetch } from './loopback-fetch.ts'
import { memoryHosts, type MemoryHosts } from './memory-hosts.ts'
import type { StandInReply, StandInRoute } from './stand-in/route.ts'
import { startStandIn, type StandIn } from './stand-in/stand-in.ts'
import { virtualTime, type VirtualTime } from './virtual-time.ts'

export type Rehearsal = {
  readonly standIn: StandIn
  readonly time: VirtualTime
  readonly hosts: MemoryHosts
  readonly log: CapturedLog
  readonly ask: (request?: Partial<HttpRequest>, policy?: HostPolicy) => Promise<Answer | Refusal>
  /** Plans the fault for the next `times` requests to `example` and asks. */
  readonly meet: (fault: string, request?: Partial<HttpRequest>, times?: number) => Promise<Answer | Refusal>
  /** Another client, as of another process, on the same ledger, time and stand-in. */
  readonly secondClient: (deps?: Partial<HttpClientDeps>) => Rehearsal['ask']
}

/** Two hosts of one provider, one second apart. */
export const examplePolicy: HostPolicy = {
  group: 'example',
  hosts: ['data.example.com', 'www.example.com'],
  gapMs: 1_000,
}

const exampleRequest: HttpRequest = {
  url: 'https://data.example.com/prices?ticker=MP',
  expect: { format: 'json' },
  headers: { 'User-Agent': 'Oreline test' },
}

/** The route `example` answers both hosts with `reply`; chance always gives 0.5. Closed when the test ends. */
export async function rehearse(
  reply: StandInReply = { body: { close: [61.2, 62.5], name: '北方稀土' } },
  { deps = {}, routes = [] }: { deps?: Partial<HttpClientDeps>; routes?: readonly StandInRoute[] } = {},
): Promise<Rehearsal> {
  const time = virtualTime('2026-11-20T16:20:00Z')
  const example: StandInRoute = { name: 'example', hosts: examplePolicy.hosts, answer: () => reply }
  const standIn = await startStandIn({ routes: [example, ...routes], clock: time.clock, dripMs: 2 })
  onTestFinished(standIn.close)
  const hosts = memoryHosts()
  const log = capturedLog()
  const client = (own: Partial<HttpClientDeps>): Rehearsal['ask'] => {
    const { ask } = buildHttpClient({
      startTimer: nodeTimer,
      fetch: loopbackFetch,
      clock: time.clock,
      sleep: time.sleep,
      random: () => 0.5,
      log: log.log,
      hosts,
      hostMap: standIn.hostMap(),
      offline: false,
      ...deps,
      ...own,
    })
    return async (request = {}, policy = examplePolicy) => ask({ ...exampleRequest, ...request }, policy)
  }
  const ask = client({})
  return {
    standIn,
    time,
    hosts,
    log,
    ask,
    meet: async (fault, request, times = 1) => {
      standIn.scenario('example', fault, times)
      return ask(request)
    },
    secondClient: (own = {}) => client(own),
  }
}
