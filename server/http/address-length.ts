/** Refusals below the level of a route: an address or headers too long, and what is no HTTP at all. */
import { AppError, type ErrorCode } from '@oreline/shared/kernel/errors.ts'
import type { FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { problemOf } from './problem.ts'

/** A hundred names and every filter fit in a third of it. */
const LONGEST_ADDRESS = 8_000
/** So much is read before Node gives up: what is longer than ours but shorter than this gets a proper answer. */
export const LONGEST_HEAD = 65_536

export function assertAddressLength({ url }: FastifyRequest): void {
  if (url.length <= LONGEST_ADDRESS) return
  throw new AppError(
    'url-too-long',
    `The address has ${url.length} characters, at most ${LONGEST_ADDRESS} are read.`,
  )
}

/** Fastify's handler for what Node refuses to parse; there is neither request nor reply, only a socket. */
export function answerUnreadable(
  error: Error & { code?: string; rawPacket?: unknown },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = problemOf(new AppError(codeOf(error), 'The request was not read further.'))
  const body = JSON.stringify(problem)
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** Without an end of line nothing but the address can be what is too long. */
function codeOf({ code, rawPacket }: { code?: string; rawPacket?: unknown }): ErrorCode {
  if (code !== 'HPE_HEADER_OVERFLOW') return 'invalid-input'
  return Buffer.isBuffer(rawPacket) && !rawPacket.includes('\r\n') ? 'url-too-long' : 'headers-too-long'
}
