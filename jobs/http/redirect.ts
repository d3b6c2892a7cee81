/** Redirects are followed by hand, inside the policy's hosts, at most three. */
import { refusedBecause } from './address.ts'
import type { HostPolicy } from './host-policy.ts'
import { headersOf, type HttpRequest } from './request.ts'

/** A request on its way; a redirect changes it. `body` is null for GET. */
export type Hop = {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly redirects: number
}

/** `consent`: the target is Yahoo's consent wall, which no script passes. */
export type Redirected =
  | { readonly kind: 'follow'; readonly hop: Hop }
  | { readonly kind: 'consent'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string }

const maxRedirects = 3
const consentHosts = ['guce.yahoo.com', 'consent.yahoo.com']
/** All that a second host may see: nothing here identifies or authorises. */
const harmless = ['accept', 'accept-encoding', 'accept-language', 'user-agent']

/** The question as it first goes out. */
export function firstHop(request: HttpRequest): Hop {
  const { url, method = 'GET', form } = request
  const body = form === undefined ? null : new URLSearchParams(form).toString()
  return { method, url: new URL(url), headers: headersOf(request), body, redirects: 0 }
}

export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304
}

/** Where the answer `status` with `location` leads. A query of the target is not repeated in the detail: it may hold secrets. */
export function redirected(
  hop: Hop,
  status: number,
  location: string | null,
  policy: HostPolicy,
): Redirected {
  if (location === null || !URL.canParse(location, hop.url.href))
    return refused(`HTTP ${status} without a usable target`)
  const url = new URL(location, hop.url)
  if (consentHosts.includes(url.host)) return { kind: 'consent', detail: `redirected to ${url.host}` }
  const foreign = refusedBecause(url, policy)
  if (foreign !== null) return refused(`redirected out of bounds: ${foreign}`)
  if (hop.redirects >= maxRedirects)
    return refused(`more than ${maxRedirects} redirects, last to ${url.host}`)
  const keepsBody = status === 307 || status === 308
  const sameHost = url.host === hop.url.host
  if (keepsBody && hop.body !== null && !sameHost)
    return refused(`a form redirected to another host, ${url.host}`)
  const headers = sameHost ? hop.headers : only(hop.headers, harmless)
  const redirects = hop.redirects + 1
  if (keepsBody) return { kind: 'follow', hop: { ...hop, url, headers, redirects } }
  const { 'content-type': _, ...withoutBody } = headers
  return { kind: 'follow', hop: { method: 'GET', url, headers: withoutBody, body: null, redirects } }
}

const refused = (detail: string): Redirected => ({ kind: 'refused', detail })

const only = (headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)))
