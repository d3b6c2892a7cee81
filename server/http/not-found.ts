import { endpoints } from '@oreline/shared/api/endpoints.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { FastifyRequest } from 'fastify'

/** Why there is nothing: no such address, or one that takes other methods, which are then named. */
export function nothingHere({ method, url }: FastifyRequest): AppError {
  const [path = ''] = url.split('?', 1)
  const here = endpoints.filter((endpoint) => isAddressOf(endpoint.path, path))
  const allowed = [...new Set(here.map((endpoint) => endpoint.method))]
  // A process that only runs jobs has few of the addresses there are.
  const isElsewhere = allowed.some((taken) => taken === method)
  if (allowed.length === 0 || isElsewhere) return new AppError('not-found', `There is no ${path}.`)
  return new AppError('method-not-allowed', `${path} takes ${allowed.join(', ')}, not ${method}.`, {
    extra: { allowed },
  })
}

/** `/api/v1/policy-events/:id` is the pattern of `/api/v1/policy-events/x`. */
function isAddressOf(pattern: string, path: string): boolean {
  const parts = path.split('/')
  const expected = pattern.split('/')
  return (
    expected.length === parts.length &&
    expected.every((part, place) => part.startsWith(':') || part === parts[place])
  )
}
