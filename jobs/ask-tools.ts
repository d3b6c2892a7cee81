import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Config } from '@oreline/server/config.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { hostLedger } from '@oreline/server/db/hosts.ts'
import { payloadStore } from '@oreline/server/db/payloads.ts'
import type { BaseLogger } from 'pino'
import { setTimeout as delay } from 'node:timers/promises'
import { buildHttpClient } from './http/client.ts'
import { nodeTimer, type StartTimer } from './http/timer.ts'
import type { AskTools } from './providers/ask-provider.ts'

/** What asking depends on outside this process; the defaults are Node's, tests bring their own. */
export type Outside = {
  readonly fetch: typeof globalThis.fetch
  /** Rejects when the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  /** For the deadlines of requests. */
  readonly startTimer: StartTimer
  /** 0 to 1, for jitter. */
  readonly random: () => number
}

const machine: Outside = {
  fetch: globalThis.fetch,
  sleep: async (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
  startTimer: nodeTimer,
  random: Math.random,
}

export type AskToolsDeps = {
  readonly db: Db
  readonly clock: Clock
  readonly log: BaseLogger
  readonly config: Pick<Config, 'offline' | 'hostMap' | 'secContact' | 'yahooUserAgent' | 'eodhdApiToken'>
  /** Ends everything under way when the process stops. */
  readonly signal: AbortSignal
  readonly outside?: Partial<Outside>
}

/** The one HTTP client on the store's host ledger, and the store as keeper of raw answers. */
export function buildAskTools({ db, clock, log, config, signal, outside }: AskToolsDeps): AskTools {
  const { offline, hostMap, secContact, yahooUserAgent, eodhdApiToken } = config
  const hosts = hostLedger(db)
  return {
    http: buildHttpClient({ ...machine, ...outside, clock, log, hosts, hostMap, offline, signal }),
    payloads: payloadStore(db),
    clock,
    settings: { secContact, yahooUserAgent, eodhdApiToken },
  }
}
