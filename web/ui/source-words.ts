/** Sources and their health as words. */
import type { ScopeHealth } from '@oreline/shared/api/sources.ts'
import type { SourceState } from '@oreline/shared/domain/health/state.ts'
import type { BlockedWhy, BrokenWhy } from '@oreline/shared/kernel/outcome.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { formatCount } from './format.ts'

/** The name of a source by its id; an id this page does not know stands for itself. */
export const sourceName = (id: string) => sources.find((source) => source.id === id)?.name ?? id

/** Whose value a disagreement names: a source, or Oreline's own arithmetic. */
export const disagreementSource = (id: string) => (id === 'computed' ? 'computed here' : sourceName(id))

/** Whether a source stands behind another one, for which it stands in. */
export const isSecond = (id: string) => sources.some((source) => source.id === id && 'behind' in source)

export const sourceStateWords: Readonly<Record<SourceState, string>> = {
  fresh: 'Fresh',
  stale: 'Stale',
  blocked: 'Blocked',
  broken: 'Broken',
  off: 'Switched off',
  'needs-setup': 'Needs setup',
  'never-asked': 'Never asked',
}

const provided: Readonly<Record<string, string>> = {
  prices: 'prices',
  filings: 'filings',
  fx: 'exchange rates',
  policy: 'policy documents',
}

/** What a source provides, in words. */
export const providesWords = (what: string) => provided[what] ?? what

type Reason = BlockedWhy | BrokenWhy | 'notFound'

const reasons: Readonly<Record<Reason, string>> = {
  '429': 'too many requests',
  'retry-after': 'it asks us to come back later',
  '403-waf': 'its firewall refuses us',
  challenge: 'it asks whether we are human',
  quota: 'the quota is used up',
  consent: 'it asks for consent',
  breaker: 'too many failures in a row, so Oreline waits',
  off: 'switched off',
  transport: 'no connection',
  timeout: 'no answer in time',
  truncated: 'the answer was cut off',
  'too-large': 'the answer was too large',
  'html-instead': 'a web page came instead of data',
  schema: 'the answer had an unknown shape',
  '5xx': 'it reports an error of its own',
  '4xx': 'it refuses the request',
  auth: 'it does not accept the setting we come with',
  redirect: 'it redirects elsewhere',
  'filter-ignored': 'it answered another question',
  quarantined: 'the figures were implausible',
  vanished: 'rows that were there are gone',
  notFound: 'it does not know what it is asked for',
}

/** Why a source is as it is, from the code of its last outcome; a code without words stands for itself. */
export const reasonWords = (why: string) => (isReason(why) ? reasons[why] : why)

const isReason = (why: string): why is Reason => Object.hasOwn(reasons, why)

/** What was odd in a source's last good answer, in words: `sessions missing: 2`. */
export const warningWords = ({ detail, count }: ScopeHealth['warnings'][number]) =>
  count === null ? detail : `${detail}: ${formatCount(count)}`
