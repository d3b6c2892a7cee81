/**
 * An answer as bytes: made once, sent many times. The entity tag is a hash of the very bytes, so it is strong, the same
 * in every process and after a restart, and changes when and only when the answer does.
 */
import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../loopback.ts'

export type Answer = {
  readonly body: Buffer
  readonly contentType: string
  /** Further headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Without quotes. */
  readonly tag: string
  /** The same body compressed, made at the first call. */
  readonly gzipped: () => Promise<Buffer>
}

const gzipAsync = promisify(gzip)
/** JSON of rows shrinks to a tenth at the fastest level; a slower one costs more time than the bytes it saves. */
const GZIP = { level: 1 }
const WORTH_COMPRESSING = 1_024

export function answerOf(
  content: string | Buffer,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = typeof content === 'string' ? Buffer.from(content) : content
  let compressed: Promise<Buffer> | undefined
  return {
    body,
    contentType,
    headers,
    tag: hash('sha256', body, 'base64url').slice(0, 27),
    gzipped: () => (compressed ??= gzipAsync(body, GZIP)),
  }
}

/** A picture is compressed as it is. */
const isWorthCompressing = ({ body, contentType }: Answer): boolean =>
  body.length >= WORTH_COMPRESSING && contentType !== 'image/png'

/** Sends the answer, or 304 when the client has it. */
export async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  const compressed = isWorthCompressing(answer) && wantsGzip(request)
  // Different bytes, different tag (RFC 9110, 8.8.3.3).
  reply.headers({
    ...answer.headers,
    etag: `"${answer.tag}${compressed ? '-gzip' : ''}"`,
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  })
  if (isHeld(request.headers['if-none-match'], answer.tag)) return reply.code(304).send()
  reply.type(answer.contentType)
  if (!compressed) return reply.send(answer.body)
  return reply.header('content-encoding', 'gzip').send(await answer.gzipped())
}

/** Within the machine bytes are free and time is not. */
function wantsGzip(request: FastifyRequest): boolean {
  if (isLoopback(request.ip)) return false
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers['accept-encoding'] ?? '')
}

function isHeld(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((entry) => {
    const held = entry.trim().replace(/^W\//, '')
    return held === '*' || held === `"${tag}"` || held === `"${tag}-gzip"`
  })
}
