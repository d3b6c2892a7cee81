/**
 * Refusals Oreline gives on purpose. One table holds code, HTTP status and title; the server renders them as
 * application/problem+json (RFC 9457), the page shows the title and the detail.
 */
import * as z from 'zod'
import { instantSchema } from './brand.ts'

export const errorCodes = {
  'invalid-input': { status: 400, title: 'The request has a part that cannot be read' },
  'unknown-ticker': { status: 404, title: 'No such instrument' },
  'unknown-event': { status: 404, title: 'No such policy event' },
  'unknown-job': { status: 404, title: 'No such job' },
  'unknown-source': { status: 404, title: 'No such source' },
  'unknown-import': { status: 404, title: 'No such import' },
  'unknown-commodity': { status: 404, title: 'No such commodity series' },
  'unknown-quarantine': { status: 404, title: 'No such quarantined answer' },
  'edit-conflict': { status: 409, title: 'Somebody else has changed this meanwhile' },
  'unknown-chain-row': { status: 404, title: 'No such row of the chain' },
  'unknown-candidate': { status: 404, title: 'No such candidate in the inbox' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'too-many-names': { status: 400, title: 'Too many names in one list' },
  'url-too-long': { status: 414, title: 'The address is too long' },
  'head-too-long': { status: 431, title: 'The address or the headers are too long' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-body': { status: 415, title: 'The body must be JSON' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'already-followed': { status: 409, title: 'The instrument is followed already' },
  'shipped-instrument': { status: 409, title: 'The instrument ships with Oreline' },
  'unreadable-file': { status: 422, title: 'The file cannot be taken in' },
  'already-undone': { status: 409, title: 'The import has been taken back already' },
  'needs-setup': { status: 409, title: 'The source needs a setting first' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'already-decided': { status: 409, title: 'This answer is decided already' },
  'cannot-accept': { status: 409, title: 'This answer cannot be taken in' },
  'held-back': { status: 409, title: 'The provider may not be asked yet' },
  'source-off': { status: 409, title: 'The source is switched off' },
  'foreign-host': { status: 421, title: 'This Oreline answers on its own address only' },
  'foreign-origin': { status: 403, title: 'Writes are accepted from Oreline’s own page only' },
  'not-ready': { status: 503, title: 'Oreline is not ready' },
  internal: { status: 500, title: 'Something went wrong inside Oreline' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorCodes

/**
 * An expected refusal. `parameter` names the offending query, path or body field; `extra` is shown to the client
 * as further members of the problem document, so it never holds a secret.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly parameter: string | undefined
  readonly extra: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    detail: string,
    options: { parameter?: string; extra?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.parameter = options.parameter
    this.extra = options.extra ?? {}
  }
}

/**
 * RFC 9457. `errors` lists every offending field of a request, `parameter` is the first of them. `until`: from when on
 * the same request may succeed, where that is known. `held`: what stands by now where somebody else was quicker; null: it
 * was removed.
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: z.string(),
  parameter: z.string().optional(),
  errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
  request_id: z.string().optional(),
  until: instantSchema.optional(),
  held: z.object({ revision: z.int(), recorded_at: instantSchema, body: z.unknown() }).nullable().optional(),
})
export type Problem = z.infer<typeof problemSchema>
