/** How each source does at a moment, from what is stored about its answers. */
import type { ScopeHealth, SourceRow } from '@oreline/shared/api/sources.ts'
import { stateOf, worstOf, type HealthFacts } from '@oreline/shared/domain/health/state.ts'
import { staleSince, type StalenessTerms } from '@oreline/shared/domain/health/stale-since.ts'
import { jobs, sourcesOf } from '@oreline/shared/domain/jobs/job.ts'
import type { SourceDescription } from '@oreline/shared/domain/sources/source-description.ts'
import { isOnByDefault } from '@oreline/shared/domain/sources/source.ts'
import type { CalendarId, Instant } from '@oreline/shared/kernel/brand.ts'
import type { ShelvedCalendars } from './calendar-shelf.ts'
import type { HealthRecord, SourceSwitch } from '../db/source-records.ts'

/** What a source said last for a scope; without attempts for what is shipped and asked of nobody. */
export type ScopeRecord = Pick<
  HealthRecord,
  'scope' | 'state' | 'since' | 'newestItem' | 'refusedSetup' | 'warnings'
> & {
  readonly [K in 'lastAttemptAt' | 'lastOkAt' | 'nextAttemptAt' | 'why' | 'detail']: HealthRecord[K] | null
}

/** What is known when the rows are made. */
export type SourceFacts = {
  readonly now: Instant
  readonly calendars: ShelvedCalendars
  /** Whose sessions a ticker keeps. */
  readonly calendarOf: ReadonlyMap<string, CalendarId>
  readonly switches: readonly SourceSwitch[]
  /** The fingerprints of the settings that sources need; null: it is missing. */
  readonly setup: Readonly<Record<NonNullable<SourceDescription['needs']>, string | null>>
}

/** One row; the scopes in the order of the records. */
export function sourceRow(
  source: SourceDescription,
  records: readonly ScopeRecord[],
  facts: SourceFacts,
): SourceRow {
  const turned = facts.switches.find((entry) => entry.source === source.id)
  const isOn = turned?.enabled ?? isOnByDefault(source.id)
  const off = isOn ? null : { since: turned?.changedAt ?? null }
  const need = unmetNeed(source, records, facts)
  const setting = { off, needsSetup: need === null ? null : { since: need.since } }
  const scopes = records.map((record) => scopeHealth(source, record, facts, setting))
  const worst = worstOf(scopes) ?? {
    ...neverAsked,
    ...stateOf({ ...setting, answered: null, staleSince: null }),
  }
  return {
    source: source.id,
    name: source.name,
    provides: [...source.provides],
    homepage: source.homepage,
    terms: source.terms,
    limits: source.limits,
    enabled: isOn,
    jobs: jobs.filter((job) => sourcesOf(job).includes(source.id)).map(({ name }) => name),
    state: worst.state,
    since: worst.since,
    last_attempt_at: latest(scopes.map((scope) => scope.last_attempt_at)),
    last_ok_at: latest(scopes.map((scope) => scope.last_ok_at)),
    newest_item: latest(scopes.map((scope) => scope.newest_item)),
    next_attempt_at: isOn && need === null ? soonest(scopes) : null,
    why: need?.why ?? worst.why,
    detail: need?.detail ?? worst.detail,
    scopes,
  }
}

const neverAsked = { why: null, detail: null }

type Need = { readonly since: Instant | null; readonly why: string; readonly detail: string }

/** A setting without which the source is not asked: missing, or refused and not changed since. null: nothing of the kind. */
function unmetNeed(
  { needs, name }: SourceDescription,
  records: readonly ScopeRecord[],
  { setup }: SourceFacts,
): Need | null {
  if (needs === undefined) return null
  if (setup[needs] === null)
    return { since: null, why: needs, detail: `Set ${needs}; nothing is asked without it.` }
  const refusal = records.find(({ refusedSetup }) => refusedSetup === setup[needs])
  if (refusal === undefined) return null
  const said = refusal.detail === null ? '' : ` (${refusal.detail})`
  return {
    since: refusal.since,
    why: 'auth',
    detail: `${name} refuses the ${needs} it is given${said}. Set another one; nothing is asked until it changes.`,
  }
}

function soonest(scopes: readonly ScopeHealth[]): Instant | null {
  const moments = scopes.map((scope) => scope.next_attempt_at).filter((at) => at !== null)
  return moments.toSorted()[0] ?? null
}

function scopeHealth(
  source: SourceDescription,
  record: ScopeRecord,
  facts: SourceFacts,
  setting: Pick<HealthFacts, 'off' | 'needsSetup'>,
): ScopeHealth {
  const answered = { state: record.state, since: record.since }
  return {
    scope: record.scope,
    ...stateOf({ ...setting, answered, staleSince: staleSince(source, record, termsOf(facts)) }),
    last_attempt_at: record.lastAttemptAt,
    last_ok_at: record.lastOkAt,
    newest_item: record.newestItem,
    next_attempt_at: record.nextAttemptAt,
    why: record.why,
    detail: record.detail,
    warnings: record.warnings.map(({ code, detail, count = null }) => ({ code, detail, count })),
  }
}

const termsOf = ({ now, calendars, calendarOf }: SourceFacts): StalenessTerms => ({
  now,
  target: calendars.calendars.target,
  sessionsOf: (ticker) => {
    const calendar = calendarOf.get(ticker)
    return calendar === undefined ? null : calendars.sessions[calendar]
  },
})

/** Days and instants of the store sort as strings. */
function latest<T extends string>(moments: readonly (T | null)[]): T | null {
  return (
    moments
      .filter((moment) => moment !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
