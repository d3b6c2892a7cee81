import type { HostPolicy } from '../../http/host-policy.ts'

/** Manners towards Yahoo, whatever is asked of it. */
export const yahooPolicy: HostPolicy = {
  group: 'yahoo',
  hosts: ['query1.finance.yahoo.com', 'query2.finance.yahoo.com'],
  gapMs: 1_500,
  // There is no key to correct: a refusal is the host's mood.
  denial: () => 'waf',
}
