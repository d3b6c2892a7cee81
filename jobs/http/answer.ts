/** What the client hands back: an answer for the parser, or a refusal in the words of the kernel's outcomes. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Blocked, Broken, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { HostPolicy } from './host-policy.ts'
import type { HttpRequest } from './request.ts'

/** The bytes of a response, decompressed, as the raw payload keeps them. `url` is the real one with secrets redacted. */
export type Evidence = {
  readonly status: number
  /** Lower case, without parameters; null when the header is missing. */
  readonly contentType: string | null
  readonly bytes: Uint8Array
  /** Lower-case hex over `bytes`. */
  readonly sha256: string
  readonly url: string
  readonly fetchedAt: Instant
}

/**
 * A response the provider's parser reads: proven whole when the status is 2xx. 404 and other 4xx come here too, for
 * their meaning is the provider's; 304 has no bytes.
 */
export type Answer = Evidence & {
  readonly kind: 'answer'
  /** `bytes` decoded, without BOM, anti-JSON-hijacking prefix and JSONP call; empty for zip and PDF. */
  readonly text: string
  /** etag, last-modified, link, retry-after and request ids only; names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Oddities that do not spoil the answer: `H19` when the text may be wrongly decoded. */
  readonly warnings: readonly Warning[]
}

/** No answer. `evidence` is what arrived, for diagnosis; null when nothing did or nothing was asked. */
export type Refusal = (Blocked | Broken) & { readonly evidence: Evidence | null }

/** The one HTTP client, used by every provider. */
export type HttpClient = {
  /** Never throws for what a host does; rejects only when the process is stopping or the store fails. */
  readonly ask: (request: HttpRequest, policy: HostPolicy) => Promise<Answer | Refusal>
}
