/** Whether policy reaches for the upstream or the downstream end of the chain, by jurisdiction and year. */
import type { PolicyEvent } from '../policy/event.ts'
import type { Stage } from './stage.ts'

type ChainSide = 'upstream' | 'both' | 'downstream' | 'recycling_only' | 'no_stage'

/** Recycling stands beside: it turns no side, and counts by itself where it is all an event names. */
const sideOfStage = {
  mining: 'upstream',
  separation: 'upstream',
  refining: 'upstream',
  'metal-alloy': 'downstream',
  magnet: 'downstream',
  application: 'downstream',
  recycling: null,
} as const satisfies Record<Stage, 'upstream' | 'downstream' | null>

/** The end of the chain that stages lie on. */
function sideOf(stages: readonly Stage[]): ChainSide {
  if (stages.length === 0) return 'no_stage'
  const sides = new Set(stages.map((stage) => sideOfStage[stage]))
  if (sides.has('upstream')) return sides.has('downstream') ? 'both' : 'upstream'
  return sides.has('downstream') ? 'downstream' : 'recycling_only'
}

type Balance = { readonly jurisdiction: string; readonly year: number } & Record<ChainSide, number>

/** Counts of events by jurisdiction and year of announcement, ascending by both; a year without events has no row. */
export function policyBalance(
  events: readonly Pick<PolicyEvent, 'jurisdiction' | 'announced_date' | 'stages'>[],
): Balance[] {
  const rows = new Map<string, Balance>()
  for (const { jurisdiction, announced_date: date, stages } of events) {
    const year = Number(date.slice(0, 4))
    const row = rows.get(`${jurisdiction} ${year}`) ?? { jurisdiction, year, ...none }
    const side = sideOf(stages)
    rows.set(`${jurisdiction} ${year}`, { ...row, [side]: row[side] + 1 })
  }
  return [...rows.values()].toSorted((one, other) =>
    one.jurisdiction === other.jurisdiction
      ? one.year - other.year
      : one.jurisdiction < other.jurisdiction
        ? -1
        : 1,
  )
}

const none = { upstream: 0, both: 0, downstream: 0, recycling_only: 0, no_stage: 0 }
