/** What a provider's `request()` returns: plain data. The client adds manners, limits and proof of completeness. */

/**
 * The form an answer must have, with what proves that it is whole. Node accepts a gzip body that was cut in half
 * without an error, so every text format carries a proof: JSON parses, XML ends with `endTag` (`</rss>`), HTML with
 * `endTag` (default `</html>`), the last row of a CSV has as many cells as its header, and ends in a line break unless
 * `lastLineOpen`; a zip ends in its directory, a PDF in `%%EOF`.
 */
export type Expectation =
  | { readonly format: 'json' }
  | { readonly format: 'xml'; readonly endTag: `</${string}>` }
  | { readonly format: 'csv'; readonly lastLineOpen?: boolean }
  | { readonly format: 'html'; readonly endTag?: `</${string}>` }
  | { readonly format: 'zip' }
  | { readonly format: 'pdf' }

/** One question to a provider's host. */
export type HttpRequest = {
  readonly method?: 'GET' | 'POST'
  /** The real address, https, on one of the hosts of the provider's policy; `ORELINE_HOST_MAP` is applied later. */
  readonly url: string
  readonly expect: Expectation
  /** Sent as given; `accept`, `accept-encoding` and `content-type` have defaults. */
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as `application/x-www-form-urlencoded`; only with POST. */
  readonly form?: Readonly<Record<string, string>>
  /** Asked instead of the url's host after a 5xx (query1 and query2 of Yahoo are equivalent); of the same policy. */
  readonly mirrorHost?: string
  /** Statuses that are answers here though they are refusals elsewhere (503 behind the last page of EDGAR's Atom). */
  readonly alsoAnswers?: readonly number[]
  /** Most decoded bytes; the default follows the format: 20 MiB, HTML 5 MiB, PDF 40 MiB. */
  readonly maxBytes?: number
  /** Until the headers are there; default 10 s. */
  readonly headersTimeoutMs?: number
  /** From the headers to the last byte; default 30 s, PDF 60 s. */
  readonly bodyTimeoutMs?: number
  /** Requests for one question, redirects not counted; default 3. */
  readonly tries?: number
  /** Read when the bytes are not valid UTF-8 and neither header nor XML declaration names another one; default `gb18030`. */
  readonly fallbackCharset?: 'gb18030' | 'windows-1252'
}
