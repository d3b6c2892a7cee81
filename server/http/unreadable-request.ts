/** Refusals below the level of a route: an address or headers too long, and what is no HTTP at all. */
import { AppError, type ErrorCode } from '@oreline/shared/kernel/errors.ts'
import type { FastifyRequest } from 'fastify'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { problemOf } from './problem.ts'

/** A hundred names and every filter fit in a third of it. */
const LONGEST_ADDRESS = 8_000
/** So much is read before Node gives up: what is longer than ours but shorter than this gets a proper answer. */
export const LONGEST_HEAD = 65_536
/** How long a connection that sent something unreadable is kept for its answer to arrive. */
const PATIENCE_MS = 2_000

export function assertAddressLength({ url }: FastifyRequest): void {
  if (url.length <= LONGEST_ADDRESS) return
  throw new AppError(
    'url-too-long',
    `The address has ${url.length} characters, at most ${LONGEST_ADDRESS} are read.`,
  )
}

/**
 * Fastify's handler for what Node refuses to parse; there is neither request nor reply, only a socket. What is still on
 * its way is read and dropped for a moment: a connection closed on unread bytes is reset, and the answer is lost.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  // Each further chunk of it is unreadable as well.
  if (socket.writableEnded) return
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = problemOf(new AppError(codeOf(error), 'The request was not read further.'))
  const body = JSON.stringify(problem)
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
  socket.resume()
  setTimeout(() => socket.destroy(), PATIENCE_MS).unref()
}

/** Of a head that is too long Node does not say which part of it was. */
const codeOf = ({ code }: { readonly code?: string }): ErrorCode =>
  code === 'HPE_HEADER_OVERFLOW' ? 'head-too-long' : 'invalid-input'
