/** The success test after every 2xx: beginning, walls, end. A status of 200 alone proves nothing. */
import type { Evidence } from './answer.ts'
import { isWebPage, titleOf, wallIn } from './challenge.ts'
import { flawIn } from './completeness.ts'
import { broken, type Ending } from './ending.ts'
import type { Expectation } from './request.ts'

/** What is wrong with a 2xx, in the order of the success test; null: nothing. */
export function flawedContent(expect: Expectation, evidence: Evidence, text: string): Ending | null {
  const { status, bytes, contentType } = evidence
  if (bytes.length === 0 && status === 202)
    return {
      kind: 'blocked',
      why: 'challenge',
      retryAfterMs: null,
      detail: 'HTTP 202 without a body',
      level: 'info',
    }
  if (bytes.length === 0) return broken('schema', `HTTP ${status} without a body`)
  if (!beginsWell(expect, text, bytes)) {
    const page = text === '' ? new TextDecoder('latin1').decode(bytes.subarray(0, 20_000)) : text
    return wallInPage(expect, page) ?? insteadOf(expect, page, contentType)
  }
  if (expect.format === 'html') {
    const wall = wallInPage(expect, text)
    if (wall !== null) return wall
  }
  const flaw = flawIn(expect, text, bytes)
  if (flaw === null) return null
  return broken(flaw.kind === 'truncated' ? 'truncated' : 'schema', `${flaw.detail}, ${bytes.length} bytes`)
}

function beginsWell({ format }: Expectation, text: string, bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 5))
  switch (format) {
    case 'json':
      return text.startsWith('{') || text.startsWith('[')
    case 'xml':
      return text.startsWith('<') && !isWebPage(text)
    case 'csv':
      return /^[^<{]/.test(text)
    case 'html':
      return text.startsWith('<')
    case 'zip':
      return head.startsWith('PK')
    case 'pdf':
      return head === '%PDF-'
  }
}

/** A refusal written as a page; JSON that mentions one is data. null: no such thing. */
export function wallInPage({ format }: Expectation, text: string): Ending | null {
  const begins = text.trimStart()
  const page = begins.startsWith('{') || begins.startsWith('[') ? null : wallIn(text, format === 'html')
  if (page === null) return null
  const detail = `a page for people instead of data ("${page.marker}")`
  return { kind: 'blocked', why: page.why, retryAfterMs: null, detail, level: 'warn' }
}

/** A few words in the place of data are the host's reason: it wants another question. */
function saidIn(page: string): string {
  const words = page.trim().replace(/[\p{Cc}\s]+/gu, ' ')
  return words.length > 160 || !/^\p{L}[^<{}[\]]*$/u.test(words) ? '' : `: "${words}"`
}

function insteadOf({ format }: Expectation, page: string, contentType: string | null): Ending {
  if (!isWebPage(page))
    return broken('schema', `not ${format}, content type ${contentType ?? 'missing'}${saidIn(page)}`)
  const title = titleOf(page)
  return broken('html-instead', `a web page instead of ${format}${title === null ? '' : ` ("${title}")`}`)
}
