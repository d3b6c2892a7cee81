/** The chain as a flow: what a picture of it is given, and where its parts stand. */
import type { CoverageRow } from '@oreline/shared/domain/chain/chain.ts'
import type { Stage } from '@oreline/shared/domain/chain/stage.ts'
import type { ReactNode } from 'react'
import type { ShareMark } from './share-scale.tsx'

type CoverageStatus = CoverageRow['status']

/** A company at a stage. `status` null: no row says anything; `reach`: of which groups it covers elements today. */
export type FlowStop = {
  readonly ticker: string
  readonly status: CoverageStatus | null
  readonly hasPlan: boolean
  readonly reach: string
}

/** A stage as drawn. `words`: all of it as a sentence; `stops` in the order of the companies. */
export type FlowStage = {
  readonly stage: Stage
  readonly name: string
  readonly words: string
  readonly inForce: number
  readonly paused: number
  readonly stops: readonly FlowStop[]
  /** null: not loaded. */
  readonly shares: readonly ShareMark[] | null
}

export type FlowCompany = {
  readonly ticker: string
  readonly short: string
  readonly name: string
  readonly letter: string
  readonly ink: string
  /** Steps back, for others are chosen. */
  readonly isBack: boolean
}

/** How strongly a company is drawn. */
export const strengthOf = (company: FlowCompany | undefined) => (company?.isBack === true ? 0.25 : 1)

export type ChainFlowProps = {
  /** Along the chain, recycling last. */
  readonly stages: readonly FlowStage[]
  readonly companies: readonly FlowCompany[]
  readonly chosen: readonly Stage[]
  /** Makes a stage something to choose: a link around what is drawn of it. */
  readonly renderLink: (stage: FlowStage, drawn: ReactNode) => ReactNode
}

/** How two neighbouring stages of one company hang together: it works at both, or a plan would join them. */
export type StrandKind = 'today' | 'plan'

/** null: the company is not at one of the two, or has stopped there. */
export function strandOf(one: CoverageStatus | null, other: CoverageStatus | null): StrandKind | null {
  const kinds = [one, other].map(kindOf)
  if (kinds.includes(null)) return null
  return kinds.includes('plan') ? 'plan' : 'today'
}

function kindOf(status: CoverageStatus | null): StrandKind | null {
  switch (status) {
    case 'operating':
    case 'commissioning':
      return 'today'
    case 'planned':
      return 'plan'
    case 'idle':
    case 'none':
    case null:
      return null
  }
}

/** A stretch of one company's strand from a stage to the next, by their places in the list. */
export type Strand = {
  readonly company: number
  readonly from: number
  readonly to: number
  readonly kind: StrandKind
}

/** The strands along the chain; recycling stands beside and has none. */
export function strandsOf(
  stages: readonly FlowStage[],
  companies: readonly FlowCompany[],
): readonly Strand[] {
  const main = stages.filter(({ stage }) => stage !== 'recycling')
  return companies.flatMap((_, company) =>
    main.slice(1).flatMap((next, from) => {
      const kind = strandOf(main[from]?.stops[company]?.status ?? null, next.stops[company]?.status ?? null)
      return kind === null ? [] : [{ company, from, to: from + 1, kind }]
    }),
  )
}

/** Of a letter of a name over a track, and between two names, in pixels. */
const TRACK_LETTER = 7
const TRACK_GAP = 4
/** Between two tracks at the least: a mark and some air. */
const TRACK_STEP = 31

/** The middles of the tracks of a flow from top to bottom, so far apart that no name touches the next, and where the last name ends. */
export function flowTracks(names: readonly string[]): {
  readonly middles: readonly number[]
  readonly end: number
} {
  const half = (name: string) => Math.max(TRACK_STEP - TRACK_GAP, name.length * TRACK_LETTER) / 2
  let end = 0
  const middles = names.map((name) => {
    const middle = end + TRACK_GAP + half(name)
    end = middle + half(name)
    return middle
  })
  return { middles, end: end + TRACK_GAP }
}

/** The width of the names beside the matrix and the flow, in pixels, so that their columns stand in line. */
const FLOW_GUTTER = 152

/** The left edges and the width of equal columns to the right of the names. */
export function flowColumns(
  width: number,
  count: number,
): { readonly step: number; readonly left: (place: number) => number } {
  const step = Math.max(0, width - FLOW_GUTTER) / Math.max(1, count)
  return { step, left: (place) => FLOW_GUTTER + place * step }
}
