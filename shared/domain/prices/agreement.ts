import type { AdjustedPrices } from './adjust.ts'

/** Sources round and stamp differently; beyond this fraction of each other two final closes say different things. */
const sameClose = 0.005

/** Whether two closes of a day, on one scale, say the same (providers.md 2.6). `other` over `shown`, less 1. */
export function closeDifference(
  shown: AdjustedPrices['close'],
  other: AdjustedPrices['close'],
): { readonly difference: number; readonly agrees: boolean } | null {
  if (shown === null || other === null) return null
  const difference = other / shown - 1
  return { difference, agrees: Math.abs(difference) <= sameClose }
}
