/** What the schemas of a contract refuse, as one refusal that lists every offending parameter and names the first. */
import { AppError, type ErrorCode } from '@oreline/shared/kernel/errors.ts'
import type { FastifyRequest } from 'fastify'

/** As the validator compiler of fastify-type-provider-zod reports it; `instancePath` is `/tickers/3`. */
type Refused = {
  readonly validation: readonly {
    readonly keyword: string
    readonly instancePath: string
    readonly message?: string
    readonly params: Readonly<Record<string, unknown>>
  }[]
  readonly validationContext?: string | undefined
}
type Issue = Refused['validation'][number]
type Offence = { readonly parameter: string; readonly detail: string; readonly code: ErrorCode }

export function unreadableInput(
  { validation, validationContext }: Refused,
  request: FastifyRequest,
): AppError {
  const isMissing = (parameter: string) =>
    validationContext === 'querystring' && !isGiven(request.query, parameter)
  const isBody = validationContext === 'body'
  const offences = validation.flatMap((issue) => offencesOf(issue, isMissing, isBody))
  const [first] = offences
  const parameter = first?.parameter ?? 'body'
  const code =
    validationContext === 'params' ? codeOfPath(request, parameter) : (first?.code ?? 'invalid-input')
  return new AppError(code, offences.map((offence) => `${offence.parameter}: ${offence.detail}`).join('; '), {
    parameter,
    extra: { errors: offences.map(({ parameter: name, detail }) => ({ parameter: name, detail })) },
  })
}

/** One per parameter: that of `tickers/3` is `tickers`, a field of a body has its whole path, `fields.currency`. Each parameter nobody knows is an offence of its own. */
function offencesOf(
  { keyword, instancePath, message, params }: Issue,
  isMissing: (parameter: string) => boolean,
  isBody: boolean,
): readonly Offence[] {
  const { keys, origin } = params
  if (keyword === 'unrecognized_keys' && Array.isArray(keys))
    return keys.map((key) => ({
      parameter: String(key),
      detail: 'there is no such parameter',
      code: 'invalid-input',
    }))
  const [, first = '', ...deeper] = instancePath.split('/')
  const name = isBody ? [first, ...deeper].join('.') : first
  const parameter = name === '' ? 'body' : name
  const detail = isMissing(parameter) ? 'is missing' : (message ?? 'cannot be read')
  const isTooMany = keyword === 'too_big' && origin === 'array'
  return [{ parameter, detail, code: isTooMany ? 'too-many-names' : 'invalid-input' }]
}

/** A path that fits no schema names nothing that exists. */
function codeOfPath({ url }: FastifyRequest, parameter: string): ErrorCode {
  if (parameter === 'name') return 'unknown-job'
  if (parameter === 'import') return 'unknown-import'
  if (parameter === 'part' || parameter === 'slug') return 'unknown-chain-row'
  if (parameter === 'series') return 'unknown-commodity'
  if (parameter !== 'id') return 'not-found'
  if (url.startsWith('/api/v1/inbox/')) return 'unknown-candidate'
  return url.startsWith('/api/v1/quarantine/') ? 'unknown-quarantine' : 'unknown-event'
}

const isGiven = (query: unknown, parameter: string): boolean =>
  typeof query === 'object' && query !== null && parameter in query
