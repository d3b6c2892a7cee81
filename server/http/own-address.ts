/**
 * Who may reach an Oreline without accounts. A foreign page cannot pretend to be this address: by DNS rebinding it
 * sends its own name as Host, by a form or a fetch its own Origin (design: security).
 */
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { FastifyRequest } from 'fastify'
import { isLoopback } from '../loopback.ts'

/** Refuses a Host that is neither a name of this machine nor that of the public address. The port plays no part. */
export function assertOwnHost(request: FastifyRequest, publicUrl: string): void {
  if (isOwnHost(request.headers.host, publicUrl)) return
  throw new AppError('foreign-host', `Open ${publicUrl} instead.`)
}

/**
 * Refuses a write that another page's script sends. Browsers state the Origin of every write; a client that states
 * neither it nor where the request comes from is no browser, and may write.
 */
export function assertOwnOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  if (origin === undefined && (site === undefined || site === 'same-origin' || site === 'none')) return
  // The Host has been found to be ours before.
  if (origin !== undefined && (origin === publicUrl || origin === `http://${host}`)) return
  throw new AppError('foreign-origin', `Writes are accepted from ${publicUrl}.`)
}

function isOwnHost(host: string | undefined, publicUrl: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false
  const { hostname } = new URL(`http://${host}`)
  return isLoopback(hostname) || hostname === new URL(publicUrl).hostname
}
