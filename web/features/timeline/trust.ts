/** What is known about how far the lines can be trusted, ready to be looked up by line and day. */
import type { DisagreementRow } from '@oreline/shared/api/disagreements.ts'
import type { GapRow } from '@oreline/shared/api/gaps.ts'
import type { SeriesRow } from '@oreline/shared/api/series.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { GapWords } from '../../charts/gap-words.ts'
import { gapSentence } from '../../ui/gap-words.ts'

/** By ticker. Disagreements come newest first. */
export type Trust = {
  readonly series: ReadonlyMap<string, SeriesRow>
  readonly disagreements: ReadonlyMap<string, readonly DisagreementRow[]>
  readonly gaps: GapWords
}

/** Empty until something has come, which says nothing about the lines. */
export const nothingKnown: Trust = { series: new Map(), disagreements: new Map(), gaps: new Map() }

export function trustOf(
  rows: {
    readonly series: readonly SeriesRow[]
    readonly disagreements: readonly DisagreementRow[]
    readonly gaps: readonly GapRow[]
  },
  momentText: (at: Instant) => string,
): Trust {
  const gaps = new Map<string, Map<IsoDate, string>>()
  for (const gap of rows.gaps) {
    const own = gaps.get(gap.ticker) ?? new Map<IsoDate, string>()
    own.set(gap.date, gapSentence(gap, momentText))
    gaps.set(gap.ticker, own)
  }
  return {
    series: new Map(rows.series.map((row) => [row.ticker, row])),
    disagreements: Map.groupBy<string, DisagreementRow>(rows.disagreements, ({ ticker }) => ticker),
    gaps,
  }
}
