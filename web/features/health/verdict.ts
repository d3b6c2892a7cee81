/**
 * Whether everything is fine. It is said only when every answer that it rests on is here and none of them names anything
 * wrong: a question that failed, or that nobody has answered yet, never counts as fine.
 */
import type { Asked } from './asked.ts'
import { calendarTroubles, disagreementTroubles, gapTroubles } from './day-troubles.ts'
import type { HealthRows, RecentDays } from './health-rows.ts'
import { seriesTroubles } from './series-troubles.ts'
import { connectionTroubles, runTroubles, sourceTroubles } from './source-troubles.ts'
import { quarantineTroubles, type Trouble } from './trouble.ts'

/** Everything the verdict rests on, as it was answered. */
export type HealthFacts = { readonly [K in keyof HealthRows]: Asked<HealthRows[K]> }

/**
 * `unsure` names what could not be loaded, `checking` is still waiting; either tells the troubles known so far. Troubles
 * stand in the order of their weight.
 */
export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'trouble'; readonly troubles: readonly Trouble[] }
  | { readonly kind: 'checking'; readonly troubles: readonly Trouble[] }
  | { readonly kind: 'unsure'; readonly failed: readonly string[]; readonly troubles: readonly Trouble[] }

const names: Readonly<Record<keyof HealthRows, string>> = {
  ready: 'the state of Oreline',
  sources: 'the sources',
  series: 'the series',
  quarantine: 'the answers kept out',
  disagreements: 'the disagreements',
  gaps: 'the gaps',
  horizons: 'the reach of the calendars',
  runs: 'the ledger of runs',
}

export function verdictOf(facts: HealthFacts, recent: RecentDays): Verdict {
  const troubles = troublesOf(facts, recent)
  const failed = Object.entries(names).flatMap(([name, words]) =>
    isPart(name) && facts[name].kind === 'failed' ? [words] : [],
  )
  if (failed.length > 0) return { kind: 'unsure', failed, troubles }
  if (Object.values(facts).some(({ kind }) => kind === 'loading')) return { kind: 'checking', troubles }
  return troubles.length > 0 ? { kind: 'trouble', troubles } : { kind: 'fine' }
}

const isPart = (name: string): name is keyof HealthRows => Object.hasOwn(names, name)

/** What waits for a person first, then what is shown wrongly or not at all, then what may be wrong, then what is ahead. */
function troublesOf(facts: HealthFacts, recent: RecentDays): readonly Trouble[] {
  const series = held(facts.series) ?? []
  // Nobody is asked then: that sources are silent and runs came to nothing follows from it, and is told once.
  const isOffline = held(facts.ready)?.offline === true
  return [
    ...from(facts.quarantine, quarantineTroubles),
    ...from(facts.ready, connectionTroubles),
    ...from(facts.sources, (rows) => sourceTroubles(rows, { isOffline })),
    ...from(facts.series, seriesTroubles),
    ...from(facts.disagreements, (rows) => disagreementTroubles(rows, series, recent)),
    ...from(facts.gaps, (rows) => gapTroubles(rows, series, recent)),
    ...from(facts.horizons, calendarTroubles),
    ...(isOffline ? [] : from(facts.runs, runTroubles)),
  ].toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight))
}

const weights: readonly Trouble['weight'][] = ['decide', 'wrong', 'doubt', 'ahead']

const from = <T>(asked: Asked<T>, tell: (rows: T) => readonly Trouble[]): readonly Trouble[] => {
  const rows = held(asked)
  return rows === null ? [] : tell(rows)
}

const held = <T>(asked: Asked<T>): T | null => (asked.kind === 'loading' ? null : asked.data)
