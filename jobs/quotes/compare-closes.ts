import { buildAdjuster } from '@oreline/shared/domain/prices/adjust.ts'
import { closeDifference } from '@oreline/shared/domain/prices/agreement.ts'
import type { AdjustingActions } from '@oreline/shared/domain/prices/adjusting-actions.ts'
import type { Warning } from '@oreline/shared/kernel/outcome.ts'
import type { ClosePair } from '@oreline/server/db/second-bars.ts'

/**
 * The days on which a second source's close is more than half a percent off the shown one, both split-adjusted, as one
 * warning with their number and the newest of them. `pairs` newest first.
 */
export function compareCloses(pairs: readonly ClosePair[], actions: AdjustingActions): readonly Warning[] {
  const adjust = buildAdjuster('splits', actions)
  const apart = pairs.flatMap((pair) => {
    const [shown, second] = [adjust(pair.shown).close, adjust(pair.second).close]
    const agreement = closeDifference(shown, second)
    return agreement === null || agreement.agrees ? [] : [{ ...pair, shown, second }]
  })
  const [newest] = apart
  if (newest === undefined) return []
  const figures = `${plain(newest.second)} on ${newest.date}, ${plain(newest.shown)} by ${newest.source}`
  const detail = `closes more than 0.5 % from those shown (${figures})`
  return [{ code: 'Q52', detail, count: apart.length }]
}

const plain = (close: number | null): string => (close === null ? '' : String(Math.round(close * 1e4) / 1e4))
