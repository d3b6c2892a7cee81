/** Sessions without a price as words. */
import type { GapRow } from '@oreline/shared/api/gaps.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { formatAmount } from './format.ts'
import { sourceName } from './source-words.ts'

export const gapKindWords: Readonly<Record<GapRow['kind'], string>> = {
  hole: 'Hole',
  halt: 'Trading halt',
  closure: 'Whole exchange',
}

/** What the source said about the session. */
export function gapReasonWords(reason: GapRow['reason'], source: string | null): string {
  const who = source === null ? 'no source has' : `${sourceName(source)} has`
  switch (reason) {
    case 'missing':
      return source === null ? 'no source has it' : `${who} no such session`
    case 'null_ohlc':
      return `${who} the session without figures`
    case 'no_trade':
      return `${who} the session without a trade`
  }
}

/** `asked 3 times`. */
export const triesWords = (tries: number) => (tries === 0 ? 'not yet' : formatAmount(tries, 'time', 'times'))

/** For the chart: `no price from Yahoo Finance; 3 tries, next 22 Nov 2026, 10:00 Sydney`; `trading halted: …`. */
export function gapSentence(gap: GapRow, momentText: (at: Instant) => string): string {
  const { kind, source, tries, next_try_at: next, explanation } = gap
  if (kind === 'halt') return explanation === null ? 'trading halted' : `trading halted: ${explanation}`
  const from = source === null ? 'no price' : `no price from ${sourceName(source)}`
  if (kind === 'closure') return `${from}, nor for any other stock of the exchange`
  if (tries === 0) return `${from}; not asked for again yet`
  const then = next === null ? 'given up' : `next ${momentText(next)}`
  return `${from}; ${formatAmount(tries, 'try', 'tries')}, ${then}`
}
