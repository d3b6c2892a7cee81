import type { ServerResponse } from 'node:http'
import type { StandInReply } from './route.ts'

/** The reply's body as it goes over the wire. */
export function replyBytes(reply: StandInReply): Buffer {
  if (reply.body instanceof Uint8Array) return Buffer.from(reply.body)
  return Buffer.from(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body))
}

/** The reply's headers with the usual content type. */
export function replyHeaders(reply: StandInReply): Record<string, string> {
  return { 'content-type': 'application/json;charset=utf-8', ...reply.headers }
}

/** Sends a well-formed reply with its exact length. Does nothing when the reply has begun or the client has left. */
export function sendReply(res: ServerResponse, reply: StandInReply): void {
  if (res.headersSent || res.destroyed) return
  const body = replyBytes(reply)
  const length = reply.status === 204 || reply.status === 304 ? {} : { 'content-length': String(body.length) }
  res.writeHead(reply.status ?? 200, { ...replyHeaders(reply), ...length })
  res.end(body)
}
