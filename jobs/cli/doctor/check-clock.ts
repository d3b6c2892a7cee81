import { failed, ok, warning, type Finding } from './finding.ts'

const smallMs = 5_000
/** From here on sessions and retries are told wrongly. */
const largeMs = 300_000

/** A clock that this machine's is held against; positive: this one is ahead. */
export type OtherClock = { readonly whose: string; readonly aheadMs: number }

/** Held against the store's and the hosts' clocks, the median of which counts: one of them may be wrong itself. */
export function checkClock(others: readonly OtherClock[]): Finding {
  const sorted = others.toSorted((a, b) => a.aheadMs - b.aheadMs)
  const median = sorted[Math.floor(sorted.length / 2)]
  if (median === undefined) return ok('clock', 'held against none')
  const apart = Math.abs(median.aheadMs)
  const against = `${others.length} ${others.length === 1 ? `other (${median.whose})` : 'others'}`
  if (apart < smallMs) return ok('clock', `agrees with ${against}`)
  const says = `${(apart / 1_000).toFixed(0)} s ${median.aheadMs > 0 ? 'ahead of' : 'behind'} ${against}`
  const todo = 'Set this machine’s clock by the network (NTP).'
  return apart < largeMs ? warning('clock', says, todo) : failed('clock', says, todo)
}
