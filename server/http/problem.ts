/**
 * Every refusal and failure as application/problem+json (RFC 9457). What was not foreseen says only that something went
 * wrong and under which request id the log has it; a stack never leaves the process.
 */
import { AppError, errorCodes, type ErrorCode, type Problem } from '@oreline/shared/kernel/errors.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { unreadableInput } from './unreadable-input.ts'

/** Fastify's error handler. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(refusalOf(error, request), request, reply)
}

/** Sends a refusal; an internal one is logged with its cause. */
export function sendProblem(refusal: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (refusal.code === 'internal') request.log.error({ err: refusal.cause }, 'request.failed')
  const problem = { ...problemOf(refusal), instance: pathOf(request), request_id: request.id }
  return reply
    .code(problem.status)
    .headers({ 'cache-control': 'no-store', ...headersOf(refusal) })
    .type('application/problem+json')
    .send(JSON.stringify(problem))
}

/** The document of a refusal, without what only a request knows. */
export function problemOf({ code, message, parameter, extra }: AppError): Problem {
  const { status, title } = errorCodes[code]
  return {
    type: `urn:oreline:problem:${code}`,
    title,
    status,
    detail: message,
    code,
    ...(parameter === undefined ? {} : { parameter }),
    ...extra,
  }
}

function refusalOf(error: unknown, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) return unreadableInput(error, request)
  const status = statusOf(error)
  const code = status === null ? undefined : codeByStatus[status]
  if (code === undefined || !(error instanceof Error))
    return new AppError('internal', 'The log has the reason under this request id.', { cause: error })
  return new AppError(code, error.message)
}

/** What Fastify and its plugins refuse before a handler is reached. */
const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-input',
  413: 'body-too-large',
  414: 'url-too-long',
  415: 'unsupported-body',
  429: 'too-many-requests',
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null
  return typeof error.statusCode === 'number' ? error.statusCode : null
}

/** The path as asked, without the query, which may be long. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? ''
}

/** Headers that repeat what the document says. */
function headersOf({ extra }: AppError): Record<string, string> {
  const { retry_after_seconds: seconds, allowed } = extra
  return {
    ...(typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
    ...(Array.isArray(allowed) ? { allow: allowed.join(', ') } : {}),
  }
}
