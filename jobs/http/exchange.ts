/** One request over the wire: deadlines for headers and body, a cap on decoded bytes, failures as values. */
import { failureOf, type Failure } from './failure.ts'
import type { Hop } from './redirect.ts'
import type { Limits } from './request.ts'
import type { StartTimer } from './timer.ts'

export type Exchange =
  | {
      readonly kind: 'response'
      readonly status: number
      readonly headers: Headers
      readonly bytes: Uint8Array
    }
  | ({ readonly kind: 'failure' } & { readonly failure: Failure })

type Wire = {
  readonly fetch: typeof globalThis.fetch
  readonly startTimer: StartTimer
  readonly hop: Hop
  /** Where to send it: the hop's address, or what the host map makes of it. Details name the real host. */
  readonly to: URL
  readonly limits: Limits
  readonly signal?: AbortSignal
}

/**
 * Sends it and reads the whole answer. Rejects only when `signal` is aborted: the process is stopping, which says
 * nothing about the host.
 */
export async function exchange({ fetch, startTimer, hop, to, limits, signal }: Wire): Promise<Exchange> {
  const { host } = hop.url
  const deadline = new AbortController()
  const signals = signal === undefined ? [deadline.signal] : [deadline.signal, signal]
  const expire = (part: string, ms: number): (() => void) =>
    startTimer(() => {
      deadline.abort(`no ${part} within ${ms} ms`)
    }, ms)
  let stopTimer = expire('headers', limits.headersTimeoutMs)
  try {
    const response = await fetch(to, {
      method: hop.method,
      headers: hop.headers,
      body: hop.body,
      redirect: 'manual',
      signal: AbortSignal.any(signals),
    })
    stopTimer()
    stopTimer = expire('body', limits.bodyTimeoutMs)
    const bytes = await readBounded(response, limits.maxBytes)
    if (bytes === null) return failed('too-large', `${host} sent more than ${limits.maxBytes} bytes`)
    return { kind: 'response', status: response.status, headers: response.headers, bytes }
  } catch (error) {
    signal?.throwIfAborted()
    if (deadline.signal.aborted)
      return failed('timeout', `${host} kept silent: ${String(deadline.signal.reason)}`)
    return { kind: 'failure', failure: failureOf(error, host) }
  } finally {
    stopTimer()
  }
}

const failed = (kind: Failure['kind'], detail: string): Exchange => ({
  kind: 'failure',
  failure: { kind, detail },
})

/** The body after decompression; null as soon as it is over the cap, with the rest left unread. */
async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.byteLength
    // Leaving the loop cancels the stream and closes the connection.
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
