/** What a bench measures and what it is held against. Benches print, they never fail a test: machines differ. */
export type Bench = {
  readonly name: string
  /** One or more figures; `limit` in the same unit, less is better; null: there is none. */
  readonly run: () => Promise<readonly Figure[]>
}

export type Figure = {
  readonly what: string
  readonly value: number
  readonly limit: number | null
  readonly unit: string
}

/** The value below which the share `p` (0..1) of the measurements lies. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}
