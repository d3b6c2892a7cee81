/** The chain as a tidy table: stage by element by company, and the events that touch each cell. */
import type { Ticker } from '../../kernel/brand.ts'
import type { CoverageRow, ElementRow } from './chain.ts'
import { rareEarthSchema, type RareEarth } from './element.ts'
import type { ChainEvent } from './events.ts'
import { stageSchema, type Stage } from './stage.ts'

type Parts = {
  readonly elements: readonly Pick<ElementRow, 'symbol' | 'group'>[]
  readonly coverage: readonly CoverageRow[]
  readonly events: readonly Pick<ChainEvent, 'id' | 'stages' | 'elements' | 'state'>[]
}

/** Within a list any name will do; an absent list asks for everything. */
type Asked = {
  readonly stage?: readonly Stage[] | undefined
  readonly element?: readonly RareEarth[] | undefined
  readonly ticker?: readonly Ticker[] | undefined
}

type CellRow = Cell & Told & ReturnType<typeof eventsTold>

/**
 * One row per company's line in a cell, by stage and atomic number; a cell that no company covers has one row without a
 * company, unless companies are asked for. An event touches a cell when it names both its stage and its element.
 */
export function chainCells(parts: Parts, { stage, element, ticker }: Asked): CellRow[] {
  const stages = stageSchema.options.filter((one) => stage?.includes(one) ?? true)
  const symbols = rareEarthSchema.options.filter((one) => element?.includes(one) ?? true)
  const coverage = parts.coverage.filter((row) => ticker?.includes(row.ticker) ?? true)
  const elements = symbols.flatMap((symbol) => parts.elements.find((one) => one.symbol === symbol) ?? [])
  return stages.flatMap((here) => {
    const eventsHere = parts.events.filter(({ stages: touched }) => touched.includes(here))
    const coverageHere = coverage.filter((row) => row.stage === here)
    return elements.flatMap(({ symbol, group }) => {
      const cell: Cell = { stage: here, element: symbol, group }
      const touching = eventsTold(eventsHere.filter(({ elements: touched }) => touched.includes(symbol)))
      const rows = coverageHere.filter(({ elements: covered }) => covered.includes(symbol))
      if (rows.length > 0) return rows.map((row) => ({ ...cell, ...told(row), ...touching }))
      return ticker === undefined ? [{ ...cell, ...nobody, ...touching }] : []
    })
  })
}

type Cell = { readonly stage: Stage; readonly element: RareEarth; readonly group: ElementRow['group'] }
type Told = Pick<CoverageRow, 'since' | 'since_precision' | 'expected' | 'expected_precision'> & {
  readonly ticker: Ticker | null
  readonly status: CoverageRow['status'] | null
  readonly site: string | null
  readonly as_of: CoverageRow['as_of'] | null
  readonly confidence: CoverageRow['confidence'] | null
  readonly source_url: string | null
}

const told = (row: CoverageRow): Told => ({
  ticker: row.ticker,
  status: row.status,
  site: row.site,
  since: row.since,
  since_precision: row.since_precision,
  expected: row.expected,
  expected_precision: row.expected_precision,
  as_of: row.as_of,
  confidence: row.confidence,
  source_url: row.source.url,
})

const nobody: Told = {
  ticker: null,
  status: null,
  site: null,
  since: null,
  since_precision: null,
  expected: null,
  expected_precision: null,
  as_of: null,
  confidence: null,
  source_url: null,
}

function eventsTold(events: Parts['events']) {
  const idsIn = (...values: readonly string[]) =>
    events.filter(({ state }) => state !== null && values.includes(state.value)).map(({ id }) => id)
  return {
    events_in_force: idsIn('effective'),
    events_suspended: idsIn('suspended'),
    events_public: events.filter(({ state }) => state !== null).map(({ id }) => id),
  }
}
