/** What may be wrong with those who deliver: sources, runs, and Oreline's own way to them. */
import type { RunRow } from '@oreline/shared/api/jobs.ts'
import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { reasonWords, sourceStateWords } from '../../ui/source-words.ts'
import { listed, type Trouble } from './trouble.ts'

export function connectionTroubles({ offline }: { readonly offline: boolean }): readonly Trouble[] {
  if (!offline) return []
  return [{ weight: 'wrong', words: 'Oreline was started offline: no source is asked', place: 'sources' }]
}

/** Sources that are asked by jobs; the shipped history is asked by nobody and grows old by nature. */
export function sourceTroubles(
  rows: readonly SourceRow[],
  { isOffline }: { readonly isOffline: boolean },
): readonly Trouble[] {
  const asked = rows.filter(({ jobs }) => jobs.length > 0)
  const own = asked.flatMap((source) => {
    const words = troubleOf(source)
    return words === null ? [] : [{ weight: 'wrong', words, place: 'sources' } as const]
  })
  const silent = asked
    .filter(({ state, source }) => state === 'never-asked' && !standsBehind.includes(source))
    .map(({ name }) => name)
  const hasPrices = asked.some(({ provides, enabled }) => enabled && provides.includes('prices'))
  return [
    ...own,
    ...(isOffline || silent.length === 0
      ? []
      : [{ weight: 'wrong', words: `Not asked yet: ${listed(silent)}`, place: 'sources' } as const]),
    ...(hasPrices
      ? []
      : [{ weight: 'wrong', words: 'No source of prices is switched on', place: 'sources' } as const]),
  ]
}

/** A second source may be asked only when the first one fails, so that its silence is as it should be. */
const standsBehind: readonly string[] = sources.flatMap((source) => ('behind' in source ? [source.id] : []))

/** null: it delivers, or is as its owner left it. A setting that the source refuses since some moment is trouble. */
function troubleOf({ name, state, since, why }: SourceRow): string | null {
  switch (state) {
    case 'blocked':
    case 'broken':
    case 'stale':
      return `${name} is ${sourceStateWords[state].toLowerCase()}${why === null ? '' : `: ${reasonWords(why)}`}`
    case 'needs-setup':
      return since === null ? null : `${name} does not accept its setting`
    case 'fresh':
    case 'off':
    case 'never-asked':
      return null
  }
}

/** Jobs whose last finished run failed. `rows` come newest first. */
export function runTroubles(rows: readonly RunRow[]): readonly Trouble[] {
  const finished = rows.filter(({ outcome }) => outcome !== null)
  const last = [...new Set(finished.map(({ job }) => job))].flatMap(
    (job) => finished.find((run) => run.job === job) ?? [],
  )
  const failed = last.filter(({ outcome }) => outcome === 'failed').map(({ title }) => title)
  if (failed.length === 0) return []
  const words =
    failed.length === 1 ? 'A job has failed in its last run' : 'Jobs have failed in their last run'
  return [{ weight: 'doubt', words: `${words}: ${listed(failed)}`, place: 'runs' }]
}
