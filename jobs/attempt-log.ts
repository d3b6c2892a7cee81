/** What the log says of an attempt at a source: a change of its state, and oddities of its answer that are new. */
import type { HealthRow } from '@oreline/shared/domain/health/after-attempt.ts'
import type { FetchOutcome, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { Log } from '@oreline/server/db/log.ts'
import type { SourceScope } from '@oreline/server/db/source-health.ts'
import type { Level } from './http/ending.ts'

/** Oddities by row of the ugly list that are normal, or so wrong that a person must look; the others mend themselves. */
const levels: Readonly<Record<string, Level>> = {
  F07: 'info',
  F28: 'info',
  H25: 'info',
  P12: 'info',
  P17: 'info',
  Q02: 'info',
  Q06: 'debug',
  Q07: 'info',
  Q09: 'info',
  Q12: 'info',
  Q20: 'info',
  Q27: 'info',
  Q32: 'info',
  Q37: 'error',
  Q43: 'info',
  Q45: 'info',
  Q49: 'debug',
  limited: 'info',
  'partial-urgent': 'error',
  X09: 'error',
}

type Attempted = {
  readonly outcome: FetchOutcome<unknown>
  /** null: the first attempt. */
  readonly before: HealthRow | null
  readonly health: HealthRow
  /** What the outcome does not say itself: a series rescaled, a history not to be had yet. */
  readonly note: string | undefined
}

/** Each change is said once, not on every run: what was so before, over restarts too, is no news. */
export function logAttempt(
  log: Log,
  { source, scope }: SourceScope,
  { outcome, before, health, note }: Attempted,
): void {
  const { state, why, detail } = health
  if (state !== (before?.state ?? 'fresh') || why !== (before?.why ?? null))
    log[loudness(outcome)]({ source, scope, state, why, detail }, 'source.state')
  if (outcome.kind !== 'ok') return
  if (note !== undefined) log.info({ source, scope, note }, 'source.note')
  for (const warning of newsAmong(outcome.warnings, before?.warnings ?? []))
    log[levels[warning.code] ?? 'warn']({ source, scope, ...warning }, 'source.warning')
}

function loudness(outcome: FetchOutcome<unknown>): Level {
  switch (outcome.kind) {
    case 'ok':
    case 'unchanged':
      return 'info'
    case 'empty':
    case 'blocked':
      return 'warn'
    case 'notFound':
      return outcome.urgent === true ? 'error' : 'warn'
    case 'broken':
      return outcome.urgent === true || outcome.why === 'auth' ? 'error' : 'warn'
  }
}

const newsAmong = (now: readonly Warning[], before: readonly Warning[]): readonly Warning[] =>
  now.filter(
    ({ code, detail, count }) =>
      !before.some((held) => held.code === code && held.detail === detail && held.count === count),
  )
