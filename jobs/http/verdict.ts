/** What a response means, row by row of the ugly list (9.1). Pure: the client acts on it. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Answer, Evidence } from './answer.ts'
import { titleOf } from './challenge.ts'
import { flawedContent, wallInPage } from './content.ts'
import { decodeBody, type Decoded } from './decode.ts'
import { broken, type Ending } from './ending.ts'
import type { Failure } from './failure.ts'
import type { Denied, HostPolicy } from './host-policy.ts'
import { redirected, type Hop } from './redirect.ts'
import type { HttpRequest } from './request.ts'
import { longBlockMs, longestOwnMs, parseRetryAfter, patienceMs, retriedStatuses } from './retry.ts'

/** `follow`: a redirect in bounds; `retry`: ask again after `waitMs` (null: the ladder), uncompressed when `plain`; `otherwise` holds when no retry is left. */
export type Verdict =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'follow'; readonly hop: Hop }
  | {
      readonly kind: 'retry'
      readonly waitMs: number | null
      readonly plain: boolean
      readonly otherwise: Ending
    }
  | Ending

/** No response at all. TLS and name failures are not asked again: they do not pass within seconds. */
export function verdictOnFailure({ kind, detail }: Failure): Verdict {
  switch (kind) {
    case 'transport':
      return retry(broken('transport', detail))
    case 'timeout':
      return retry(broken('timeout', detail))
    case 'encoding':
      return { ...retry(broken('transport', detail)), plain: true }
    case 'unreachable':
      return broken('transport', detail, 'error')
    case 'too-large':
      return broken('too-large', detail, 'error')
  }
}

/** Where a redirect leads. */
export function verdictOnRedirect(hop: Hop, status: number, headers: Headers, policy: HostPolicy): Verdict {
  const led = redirected(hop, status, headers.get('location'), policy)
  switch (led.kind) {
    case 'follow':
      return led
    case 'consent':
      return { kind: 'blocked', why: 'consent', retryAfterMs: null, detail: led.detail, level: 'warn' }
    case 'refused':
      return broken('redirect', led.detail)
  }
}

type Response = { readonly request: HttpRequest; readonly policy: HostPolicy; readonly headers: Headers }

/** Any response but a redirect. */
export function verdictOnResponse(evidence: Evidence, { request, policy, headers }: Response): Verdict {
  const { status } = evidence
  const decoded = decodeBody(evidence.bytes, headers.get('content-type'), readable(request, status))
  const answer: Verdict = { kind: 'answer', answer: answerOf(evidence, decoded, headers) }
  if (request.alsoAnswers?.includes(status) === true || status === 304) return answer
  if (status === 401 || status === 403)
    return denied({ status, contentType: evidence.contentType, text: decoded.text }, policy) ?? answer
  const detail = detailOf(status, decoded.text)
  if (policy.spent?.includes(status) === true)
    return { kind: 'blocked', why: 'quota', retryAfterMs: longestOwnMs, detail, level: 'warn' }
  if (status === 429) return pause({ status, detail }, policy, headers, evidence.fetchedAt)
  if (status < 400) return flawedContent(request.expect, evidence, decoded.text) ?? answer
  const wall = wallInPage(request.expect, decoded.text)
  if (wall !== null) return wall
  if (retriedStatuses.includes(status)) return pause({ status, detail }, policy, headers, evidence.fetchedAt)
  return status >= 500 ? broken('5xx', detail) : answer
}

/** A refusal of a zip or a PDF is a page or JSON, so its text is wanted. */
const readable = (request: HttpRequest, status: number): HttpRequest =>
  status >= 400 && (request.expect.format === 'zip' || request.expect.format === 'pdf')
    ? { ...request, expect: { format: 'html' } }
    : request

function denied(page: Denied, policy: HostPolicy): Ending | null {
  const meaning = policy.denial?.(page) ?? (page.status === 401 ? 'auth' : 'waf')
  const detail = detailOf(page.status, page.text)
  switch (meaning) {
    case 'auth':
      return broken('auth', detail, 'error')
    case 'waf':
      return { kind: 'blocked', why: '403-waf', retryAfterMs: null, detail, level: 'error' }
    case 'answer':
      return null
  }
}

/** The status and, when it came with a page, its title. */
function detailOf(status: number, text: string): string {
  const title = titleOf(text)
  return `HTTP ${status}${title === null ? '' : ` "${title}"`}`
}

type Told = { readonly status: number; readonly detail: string }

/** 408, 425, 429, 500, 502, 503, 504: asked again soon, unless the host wants a longer silence or always gets one. */
function pause({ status, detail }: Told, policy: HostPolicy, headers: Headers, now: Instant): Verdict {
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), now)
  const said = retryAfterMs === null ? '' : `, Retry-After ${Math.round(retryAfterMs / 1_000)} s`
  const level = retryAfterMs !== null && retryAfterMs > longBlockMs ? 'warn' : 'info'
  const blocked: Ending = {
    kind: 'blocked',
    why: status === 429 ? '429' : 'retry-after',
    retryAfterMs,
    detail: `${detail}${said}`,
    level,
  }
  const short = retryAfterMs !== null && retryAfterMs <= patienceMs
  if (status === 429)
    return short && policy.coolDownMs === undefined ? { ...retry(blocked), waitMs: retryAfterMs } : blocked
  if (retryAfterMs !== null && !short) return blocked
  return { ...retry(broken(status >= 500 ? '5xx' : '4xx', detail)), waitMs: retryAfterMs }
}

const keptHeaders = ['etag', 'last-modified', 'link', 'retry-after', 'date', 'y-rid', 'x-request-id']

const answerOf = (evidence: Evidence, { text, suspect }: Decoded, headers: Headers): Answer => ({
  ...evidence,
  kind: 'answer',
  text,
  headers: Object.fromEntries([...headers].filter(([name]) => keptHeaders.includes(name))),
  warnings: suspect ? [{ code: 'H19', detail: 'some characters could not be decoded' }] : [],
})

const retry = (otherwise: Ending) => ({ kind: 'retry', waitMs: null, plain: false, otherwise }) as const
