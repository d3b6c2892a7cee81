/** The manners towards www.federalregister.gov, shared by its search and its list of public inspection. */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { HostPolicy } from '../../http/host-policy.ts'
import type { HttpRequest } from '../../http/request.ts'

/** The register's days and hours are those of its office. */
export const newYork = timeZoneSchema.parse('America/New_York')

/** No rate limit is published; two requests a second are polite. */
export const federalRegisterPolicy: HostPolicy = {
  group: 'federal-register',
  hosts: ['www.federalregister.gov'],
  gapMs: 500,
  denial: () => 'waf',
}

/** A question to version 1 of the interface; brackets in the names of parameters are its own. */
export function registerRequest(
  path: string,
  parameters: readonly (readonly [name: string, value: string])[] = [],
): HttpRequest {
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return {
    url: `https://www.federalregister.gov/api/v1/${path}${query === '' ? '' : `?${query}`}`,
    expect: { format: 'json' },
    headers: { accept: 'application/json', 'user-agent': 'Oreline' },
  }
}
