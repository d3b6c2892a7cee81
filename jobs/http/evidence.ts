import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { createHash } from 'node:crypto'
import type { Evidence } from './answer.ts'
import { redactUrl } from './redact.ts'

type Received = {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly url: URL
  readonly fetchedAt: Instant
}

/** What arrived, as it is kept: hashed, and without secrets in its address. */
export function evidenceOf({ status, headers, bytes, url, fetchedAt }: Received): Evidence {
  const mediaType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return {
    status,
    contentType: mediaType === undefined || mediaType === '' ? null : mediaType,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url: redactUrl(url.href),
    fetchedAt,
  }
}
