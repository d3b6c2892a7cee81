import type { KeptPayload, PayloadStore } from '../../jobs/providers/define-provider.ts'

export type MemoryPayloads = PayloadStore & {
  /** Everything kept so far, oldest first; ids count from 1. */
  readonly kept: () => readonly KeptPayload[]
  /** Says that the rows of these payloads are stored. */
  readonly settle: (ids: readonly number[]) => void
}

/** The store of raw answers without a database. */
export function memoryPayloads(): MemoryPayloads {
  const kept: KeptPayload[] = []
  const settled = new Set<number>()
  return {
    kept: () => kept,
    settle: (ids) => {
      for (const id of ids) settled.add(id)
    },
    keep: async (payload) => {
      await Promise.resolve()
      return kept.push(payload)
    },
    lastHash: async (source, requestKey) => {
      await Promise.resolve()
      const place = kept.findLastIndex(
        (one, index) => one.source === source && one.requestKey === requestKey && settled.has(index + 1),
      )
      return kept[place] ?? null
    },
  }
}
