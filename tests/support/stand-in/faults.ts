/**
 * Transport faults by their id in the ugly list; what follows the hyphen names a variant. Each bends the reply that the
 * route would have sent, so a fault looks the same whatever the provider's format is.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { encodeGbk } from './gbk.ts'
import { challengePage, consentPage, maintenancePage } from './pages.ts'
import { replyBytes, replyHeaders } from './reply.ts'
import type { RawReply, StandInReply, StandInScenario } from './route.ts'

type Tools = { readonly clock: () => Instant; readonly dripMs: number }

/** Every built-in fault. */
export function faults({ clock, dripMs }: Tools): Readonly<Record<string, StandInScenario>> {
  const bomb = once(() => gzipSync(Buffer.alloc(50 * 2 ** 20, 32)))
  const inSeconds = (seconds: number): string => new Date(Date.parse(clock()) + seconds * 1_000).toUTCString()
  return {
    // Body cut, framing intact.
    H01: bent((reply) => {
      const zipped = gzipSync(replyBytes(reply))
      return whole(reply, zipped.subarray(0, Math.floor(zipped.length / 2)), { 'content-encoding': 'gzip' })
    }),
    H02: bent((reply) => broken(reply, (res, body) => res.end(body), 100)),
    'H02-reset-before-headers': () => ({ raw: (req) => req.socket.resetAndDestroy() }),
    'H02-reset-mid-body': bent((reply) =>
      broken(reply, (res, body) => {
        res.write(body.subarray(0, Math.floor(body.length / 2)), () => res.socket?.resetAndDestroy())
      }),
    ),
    H03: bent((reply) => whole(reply, replyBytes(reply), { 'content-encoding': 'gzip' })),
    H04: () => maintenancePage(200),
    'H04-challenge': () => challengePage(),
    'H04-consent': () => consentPage(),
    H05: bent((reply) => ({ ...reply, body: '' })),
    H06: () => ({ status: 202, body: '', headers: { 'content-type': 'text/html' } }),
    H07: () => tooMany('120'),
    'H08-date': () => tooMany(inSeconds(600)),
    'H08-past': () => tooMany('Wed, 21 Oct 2015 07:28:00 GMT'),
    'H08-negative': () => tooMany('-5'),
    'H08-never': () => tooMany('never'),
    H09: () => tooMany(),
    H10: () => tooMany('86400'),
    H11: () => maintenancePage(503),
    H12: () => ({ status: 401, body: { message: 'Invalid API key' } }),
    'H12-403': () => ({ status: 403, body: '<html><title>Access Denied</title></html>', headers: html }),
    H13: () => redirect('https://portal.example.net/login'),
    'H13-consent': () => redirect('https://guce.yahoo.com/consent'),
    'H13-private': () => redirect('http://127.0.0.1:9/admin'),
    H14: ({ path }) => redirect(path),
    H15: bent((reply) => flood(reply)),
    'H15-bomb': bent((reply) => whole(reply, bomb(), { 'content-encoding': 'gzip' })),
    H16: bent((reply) => drip(reply, dripMs)),
    'H16-silence': bent((reply) => broken(reply, (res) => res.flushHeaders())),
    'H16-mute': () => ({ raw: () => undefined }),
    H18: bent((reply) => ({
      ...reply,
      body: `\uFEFF\r\n\n${replyBytes(reply).toString().replaceAll('\n', '\r\n')}`,
    })),
    'H18-prefix': bent((reply) => ({ ...reply, body: `)]}'\n${replyBytes(reply).toString()}` })),
    'H18-jsonp': bent((reply) => ({ ...reply, body: `cb_1(${replyBytes(reply).toString()});` })),
    H19: bent((reply) => ({ ...reply, body: encodeGbk(replyBytes(reply).toString()) })),
    H20: () => ({ body: '{"close":[1.5,NaN]}' }),
    H21: bent((reply) => ({ ...reply, headers: { ...reply.headers, date: inSeconds(6 * 3_600) } })),
    H22: bent((reply) => ({ ...reply, headers: { ...reply.headers, etag: `"${Math.random()}"` } })),
  }
}

/** Makes it when it is first wanted, and only then. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const html = { 'content-type': 'text/html; charset=utf-8' }

const bent =
  (bend: (reply: StandInReply) => StandInReply | RawReply): StandInScenario =>
  async (_request, usual) =>
    bend(await usual())

const tooMany = (retryAfter?: string): StandInReply => ({
  status: 429,
  body: 'Too Many Requests\r\n',
  headers: {
    'content-type': 'text/plain',
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  },
})

const redirect = (location: string): StandInReply => ({
  status: 302,
  body: '',
  headers: { ...html, location },
})

/** Sends these bytes with a length that agrees, under headers that may lie about them. */
const whole = (reply: StandInReply, body: Uint8Array, headers: Record<string, string>): StandInReply => ({
  ...reply,
  body,
  headers: { ...reply.headers, ...headers },
})

/** Announces the body's length plus `missing`, then lets `send` do as it likes. */
const broken = (
  reply: StandInReply,
  send: (res: ServerResponse, body: Buffer) => void,
  missing = 0,
): RawReply => ({
  raw: (_req, res) => {
    const body = replyBytes(reply)
    res.strictContentLength = false
    res.writeHead(reply.status ?? 200, {
      ...replyHeaders(reply),
      'content-length': String(body.length + missing),
    })
    send(res, body)
    if (missing > 0) res.socket?.end()
  },
})

/** 50 MiB of the reply's first byte, as fast as the client reads. */
const flood = (reply: StandInReply): RawReply => ({
  raw: (_req, res) => {
    const chunk = Buffer.alloc(2 ** 20, replyBytes(reply).subarray(0, 1))
    res.writeHead(200, replyHeaders(reply))
    let left = 50
    const pour = (): void => {
      while (left > 0 && !res.destroyed) {
        left -= 1
        if (!res.write(chunk)) return void res.once('drain', pour)
      }
      res.end()
    }
    pour()
  },
})

/** One byte at a time until the client leaves. */
const drip = (reply: StandInReply, dripMs: number): RawReply => ({
  raw: (_req, res) => {
    const body = replyBytes(reply)
    res.writeHead(200, { ...replyHeaders(reply), 'content-length': String(body.length) })
    let sent = 0
    const timer = setInterval(() => {
      if (sent < body.length) res.write(body.subarray(sent, sent + 1))
      else res.end()
      sent += 1
    }, dripMs)
    res.once('close', () => {
      clearInterval(timer)
    })
  },
})
