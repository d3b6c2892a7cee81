/** A series that came back empty among others that did not: the feed failed, the price did not stop. */
import type { Finding } from './finding.ts'

/** A series by name, and how many points it has. */
export type Fed = { readonly name: string; readonly points: number }

/** One finding per empty series; where all are empty, that of each. */
export function findEmptyFeeds(series: readonly Fed[]): readonly Finding[] {
  const most = Math.max(0, ...series.map(({ points }) => points))
  return series
    .filter(({ points }) => points === 0)
    .map(({ name }) => ({
      defect: 'empty-feed' as const,
      dates: [],
      detail:
        most === 0
          ? `${name} has no points`
          : `${name} came back empty while others have up to ${most} points: the feed failed`,
    }))
}
