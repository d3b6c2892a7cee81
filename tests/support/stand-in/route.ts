/** The plug of the stand-in host: a provider's format is mounted as a route, faults come with the house. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request as the stand-in received it. `path` is as on the real host, with the query; header names in lower case. */
export type StandInRequest = {
  readonly route: string
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** By the stand-in's clock. */
  readonly at: Instant
  /** The same, for arithmetic. */
  readonly atMs: number
}

/** What to send. Defaults: 200, `application/json;charset=utf-8`; objects are sent as JSON, text as UTF-8. */
export type StandInReply = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | object
}

/** Writes to the socket itself; for faults that no reply can express. */
export type RawReply = { readonly raw: (req: IncomingMessage, res: ServerResponse) => void }

/** How a route misbehaves under one name of the ugly list; `usual` gives the reply it would have sent. */
export type StandInScenario = (
  request: StandInRequest,
  usual: () => StandInReply | Promise<StandInReply>,
) => StandInReply | RawReply | Promise<StandInReply | RawReply>

/** One provider's host, mounted under `/<name>`. State of its own (counters of requests) lives in the closure that builds it. */
export type StandInRoute = {
  readonly name: string
  /** The real hosts it stands for. */
  readonly hosts: readonly string[]
  readonly answer: (request: StandInRequest) => StandInReply | Promise<StandInReply>
  /** The provider's own rows of the ugly list by id (`Q07`); `H..` ids are built in. */
  readonly scenarios?: Readonly<Record<string, StandInScenario>>
}
