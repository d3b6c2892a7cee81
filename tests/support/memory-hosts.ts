import { untouchedHost, type HostLedger, type HostState } from '@oreline/server/db/hosts.ts'

export type MemoryHosts = HostLedger & {
  /** The group's state as it stands; untouched when it was never asked. */
  readonly stateOf: (group: string) => HostState
}

/** The host ledger without a store. Every change comes after the one before, as under a row lock. */
export function memoryHosts(): MemoryHosts {
  const states = new Map<string, HostState>()
  const stateOf = (group: string): HostState => states.get(group) ?? untouchedHost
  return {
    stateOf,
    change: async (group, _now, step) => {
      await Promise.resolve()
      const { state, result } = step(stateOf(group))
      states.set(group, state)
      return result
    },
  }
}
