import type { Filing } from '@oreline/shared/domain/filings/filing.ts'

/** One filing per id, the first that was read: parts of a list overlap, and one filing is listed once per role. */
export function onePerId(filings: readonly Filing[]): readonly Filing[] {
  return [...new Map(filings.toReversed().map((filing) => [filing.sourceId, filing])).values()].toReversed()
}
