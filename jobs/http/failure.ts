/** Names what Node's fetch throws, by the code of the innermost cause (measured on Node 24; messages are never read). */

/**
 * `transport`: the connection broke, may pass; `unreachable`: name or certificate, will not pass by asking again;
 * `encoding`: the body is not compressed as its label says; `timeout` and `too-large` are our own limits.
 */
export type Failure = {
  readonly kind: 'transport' | 'unreachable' | 'encoding' | 'timeout' | 'too-large'
  readonly detail: string
}

const certificate = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO)/
const nameService = /^(ENOTFOUND|EAI_)/
const decompression = /^(Z_|ERR_BROTLI|ERR_ZSTD)/

export function failureOf(error: unknown, host: string): Failure {
  const code = codeOf(error)
  if (certificate.test(code))
    return { kind: 'unreachable', detail: `cannot reach ${host} (certificate, ${code})` }
  if (nameService.test(code)) return { kind: 'unreachable', detail: `cannot reach ${host} (name, ${code})` }
  if (decompression.test(code))
    return { kind: 'encoding', detail: `${host} sent a body that is not compressed as labelled (${code})` }
  return { kind: 'transport', detail: `the connection to ${host} broke (${code})` }
}

/** The code of the innermost cause that has one. */
function codeOf(error: unknown): string {
  let code = 'unknown'
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1)
    if ('code' in at && typeof at.code === 'string') code = at.code
  return code
}
