/** The map as cells: a stage, an element, or both; which companies stand there and what touches it. */
import type { ChainEvent, ChainMap, Coverage } from '@oreline/shared/api/chain.ts'
import type { CoverageRow } from '@oreline/shared/domain/chain/chain.ts'
import type { ElementSymbol } from '@oreline/shared/domain/chain/element.ts'
import type { Stage } from '@oreline/shared/domain/chain/stage.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import type { CoverageStatus } from './coverage-words.ts'

/** What a reader has chosen; an empty list is no condition. */
export type Choice = {
  readonly stage: readonly Stage[]
  readonly element: readonly ElementSymbol[]
  readonly tickers: readonly Ticker[]
}

/** A company at a cell. `hasPlan`: more is planned there than what `status` says. */
export type Presence = {
  readonly ticker: Ticker
  readonly status: CoverageStatus
  readonly hasPlan: boolean
}

/** Events that touch a place, by what they mean for the day asked for. */
export type Touching = {
  readonly inForce: readonly ChainEvent[]
  readonly paused: readonly ChainEvent[]
  /** Public, and neither: announced, proposed, over. */
  readonly others: readonly ChainEvent[]
}

const FURTHEST: readonly CoverageStatus[] = ['operating', 'commissioning', 'planned', 'idle', 'none']

/** How far the furthest of some rows is; null: no row. */
export function furthest(rows: readonly Pick<CoverageRow, 'status'>[]): CoverageStatus | null {
  return FURTHEST.find((status) => rows.some((row) => row.status === status)) ?? null
}

/**
 * The rows that a choice asks for. A row that names no element says something of the whole stage: it answers for a
 * stage, not for an element.
 */
export function coverageOf(coverage: readonly Coverage[], choice: Choice): readonly Coverage[] {
  return coverage.filter(
    ({ stage, elements, ticker }) =>
      allows(choice.stage, [stage]) && allows(choice.element, elements) && allows(choice.tickers, [ticker]),
  )
}

/** Where each company stands, in the order of the rows; a company without a row is left out. */
export function presencesOf(rows: readonly Coverage[]): readonly Presence[] {
  return [...Map.groupBy(rows, ({ ticker }) => ticker)].flatMap(([ticker, own]) => {
    const status = furthest(own)
    if (status === null) return []
    const isMore = status !== 'planned' && own.some((row) => row.status === 'planned')
    return [{ ticker, status, hasPlan: isMore }]
  })
}

/** The events that name one of the stages and one of the elements, and one of the companies where some are chosen. */
export function touching(events: readonly ChainEvent[], choice: Choice): Touching {
  const found = events.filter(
    ({ stages, elements, tickers, state }) =>
      state !== null &&
      allows(choice.stage, stages) &&
      allows(choice.element, elements) &&
      allows(choice.tickers, tickers),
  )
  return {
    inForce: found.filter(({ state }) => state?.value === 'effective'),
    paused: found.filter(({ state }) => state?.value === 'suspended'),
    others: found.filter(({ state }) => state?.value !== 'effective' && state?.value !== 'suspended'),
  }
}

/** A cell of the matrix. */
export type Cell = {
  readonly stage: Stage
  readonly element: ChainMap['elements'][number]
  readonly presences: readonly Presence[]
  readonly inForce: number
  readonly paused: number
}

/** The elements, light ones first, each with its cells in the order of the stages. */
export function matrixOf(map: ChainMap, events: readonly ChainEvent[]): readonly (readonly Cell[])[] {
  return GROUPS.flatMap((group) => map.elements.filter((element) => element.group === group)).map((element) =>
    stagesInOrder(map).map((stage) => {
      const choice = { stage: [stage], element: [element.symbol], tickers: [] }
      const { inForce, paused } = touching(events, choice)
      return {
        stage,
        element,
        presences: presencesOf(coverageOf(map.coverage, choice)),
        inForce: inForce.length,
        paused: paused.length,
      }
    }),
  )
}

/** In this order the groups are shown. */
export const GROUPS = ['light', 'heavy', 'neither'] as const

/** Along the chain; recycling, which leads back into it, after the last. */
export function stagesInOrder({ stages }: Pick<ChainMap, 'stages'>): readonly Stage[] {
  const ids = stages.toSorted((one, other) => one.order - other.order).map(({ id }) => id)
  return [...ids.filter((id) => id !== 'recycling'), ...ids.filter((id) => id === 'recycling')]
}

function allows<T>(chosen: readonly T[], given: readonly T[]): boolean {
  return chosen.length === 0 || chosen.some((one) => given.includes(one))
}
