/** A provider asked through the real client on the stand-in host, in virtual time: the whole way from query to outcome. */
import { instrumentsSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { FetchOutcome, Ok } from '@oreline/shared/kernel/outcome.ts'
import { onTestFinished } from 'vitest'
import { buildHttpClient } from '../../jobs/http/client.ts'
import { nodeTimer } from '../../jobs/http/timer.ts'
import { askProvider, type Asked } from '../../jobs/providers/ask-provider.ts'
import type { Provider, ProviderSettings } from '../../jobs/providers/define-provider.ts'
import { capturedLog, type CapturedLog } from './captured-log.ts'
import { loopbackFetch } from './loopback-fetch.ts'
import { memoryHosts } from './memory-hosts.ts'
import { memoryPayloads, type MemoryPayloads } from './memory-payloads.ts'
import { seedJson } from './seed-files.ts'
import type { StandInRoute } from './stand-in/route.ts'
import { startStandIn, type StandIn } from './stand-in/stand-in.ts'
import { virtualTime, type VirtualTime } from './virtual-time.ts'

export type ProviderRehearsal<Query, Item> = {
  readonly standIn: StandIn
  readonly time: VirtualTime
  readonly payloads: MemoryPayloads
  readonly log: CapturedLog
  readonly ask: (query: Query) => Promise<FetchOutcome<Item>>
  /** Plans the fault for the next `times` requests to `route` (the provider's own by default) and asks. */
  readonly meet: (
    fault: string,
    query: Query,
    how?: { readonly times?: number; readonly route?: string },
  ) => Promise<FetchOutcome<Item>>
  readonly askWhole: (query: Query) => Promise<Asked<Item>>
}

type Options = { readonly now: string; readonly settings?: Partial<ProviderSettings> }

/** Closed when the test ends. */
export async function rehearseProvider<Query, Item>(
  provider: Provider<Query, Item>,
  routes: readonly StandInRoute[],
  { now, settings = {} }: Options,
): Promise<ProviderRehearsal<Query, Item>> {
  const time = virtualTime(now)
  const standIn = await startStandIn({ routes, clock: time.clock })
  onTestFinished(standIn.close)
  const log = capturedLog()
  const payloads = memoryPayloads()
  const http = buildHttpClient({
    startTimer: nodeTimer,
    fetch: loopbackFetch,
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0.5,
    log: log.log,
    hosts: memoryHosts(),
    hostMap: standIn.hostMap(),
    offline: false,
  })
  const askWhole = async (query: Query): Promise<Asked<Item>> =>
    askProvider(provider, query, {
      http,
      payloads,
      clock: time.clock,
      settings: {
        secContact: 'reader@example.org',
        yahooUserAgent: null,
        eodhdApiToken: null,
        ...settings,
      },
    })
  const ask = async (query: Query): Promise<FetchOutcome<Item>> => (await askWhole(query)).outcome
  return {
    standIn,
    time,
    payloads,
    log,
    ask,
    askWhole,
    meet: async (fault, query, { times = 1, route = provider.id } = {}) => {
      standIn.scenario(route, fault, times)
      return ask(query)
    },
  }
}

/** The shipped instrument of that ticker. */
export function seedInstrument(ticker: string): Instrument {
  const found = instrumentsSchema.parse(seedJson('instruments')).find((one) => one.ticker === ticker)
  if (found === undefined) throw new Error(`no instrument ${ticker}`)
  return found
}

/** The outcome as `ok`; anything else fails the test with its reason. */
export function okOf<Item>(outcome: FetchOutcome<Item>): Ok<Item> {
  if (outcome.kind === 'ok') return outcome
  throw new Error(`expected ok, got ${JSON.stringify(outcome)}`)
}
