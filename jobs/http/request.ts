/** What a provider's `request()` returns: plain data. The client adds manners, limits and proof of completeness. */

/**
 * The form an answer must have, with what proves that it is whole. Node accepts a gzip body that was cut in half
 * without an error, so every text format carries a proof: JSON parses, XML ends with `endTag` (`</rss>`), HTML with
 * `endTag` (default `</html>`), the last row of a CSV has as many cells as its header, and ends in a line break unless
 * `lastLineOpen`; a zip ends in its directory, a PDF in `%%EOF`. `mend`: JSON that does not parse is read without the
 * backslashes that escape nothing, for a host known to write them.
 */
export type Expectation =
  | { readonly format: 'json'; readonly mend?: 'escapes' }
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
  /** How often the request is repeated after a failure that may pass; default 3. */
  readonly retries?: number
  /** Read when the bytes are not valid UTF-8 and neither header nor XML declaration names another one; default `gb18030`. */
  readonly fallbackCharset?: 'gb18030' | 'windows-1252'
}

const mebibyte = 2 ** 20
const defaults = {
  json: { maxBytes: 20 * mebibyte, bodyTimeoutMs: 30_000, accept: 'application/json,text/plain,*/*' },
  xml: { maxBytes: 20 * mebibyte, bodyTimeoutMs: 30_000, accept: 'application/xml,text/xml,*/*;q=0.8' },
  csv: { maxBytes: 20 * mebibyte, bodyTimeoutMs: 30_000, accept: 'text/csv,text/plain,*/*;q=0.8' },
  html: { maxBytes: 5 * mebibyte, bodyTimeoutMs: 30_000, accept: 'text/html,*/*;q=0.8' },
  zip: { maxBytes: 20 * mebibyte, bodyTimeoutMs: 30_000, accept: 'application/zip,*/*;q=0.8' },
  pdf: { maxBytes: 40 * mebibyte, bodyTimeoutMs: 60_000, accept: 'application/pdf,*/*;q=0.8' },
} as const satisfies Record<Expectation['format'], object>

export type Limits = {
  readonly headersTimeoutMs: number
  readonly bodyTimeoutMs: number
  readonly maxBytes: number
}

/** The request's limits, the format's where it sets none. */
export function limitsOf(request: HttpRequest): Limits {
  const usual = defaults[request.expect.format]
  return {
    headersTimeoutMs: request.headersTimeoutMs ?? 10_000,
    bodyTimeoutMs: request.bodyTimeoutMs ?? usual.bodyTimeoutMs,
    maxBytes: request.maxBytes ?? usual.maxBytes,
  }
}

/** Everything that is sent along, names in lower case. Brotli is not offered: gzip is what the hosts document. */
export function headersOf({ expect, headers = {}, form }: HttpRequest): Readonly<Record<string, string>> {
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return {
    accept: defaults[expect.format].accept,
    'accept-encoding': 'gzip, deflate',
    ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }),
    ...Object.fromEntries(own),
  }
}
