/** The lanes of the policy timeline: one per jurisdiction that acts often, one for the rest. Colour means place. */
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'

export type LaneId = 'US' | 'CN' | 'AU' | 'MY' | 'JP' | 'EU' | 'other'

/** `short` is for narrow screens; `ink` is a CSS variable of the palette. */
export type Lane = {
  readonly id: LaneId
  readonly label: string
  readonly short: string
  readonly ink: string
}

/** Top to bottom. */
const LANES: readonly Lane[] = [
  { id: 'US', label: 'US', short: 'US', ink: 'var(--chart-us)' },
  { id: 'CN', label: 'China', short: 'CN', ink: 'var(--chart-cn)' },
  { id: 'AU', label: 'Australia', short: 'AU', ink: 'var(--chart-au)' },
  { id: 'MY', label: 'Malaysia', short: 'MY', ink: 'var(--chart-my)' },
  { id: 'JP', label: 'Japan', short: 'JP', ink: 'var(--chart-jp)' },
  { id: 'EU', label: 'EU', short: 'EU', ink: 'var(--chart-eu)' },
  { id: 'other', label: 'Others', short: '···', ink: 'var(--chart-other)' },
]

/** The lane an event belongs to. */
export function laneOf(jurisdiction: PolicyEvent['jurisdiction']): LaneId {
  return LANES.find(({ id }) => id === jurisdiction)?.id ?? 'other'
}

/** The lanes that have an event, in their fixed order. */
export function lanesFor(events: readonly Pick<PolicyEvent, 'jurisdiction'>[]): readonly Lane[] {
  const used = new Set(events.map(({ jurisdiction }) => laneOf(jurisdiction)))
  return LANES.filter(({ id }) => used.has(id))
}

/** The colour of the country or body that acts. */
export function inkOfLane(jurisdiction: PolicyEvent['jurisdiction']): string {
  const id = laneOf(jurisdiction)
  return LANES.find((lane) => lane.id === id)?.ink ?? 'var(--chart-other)'
}
