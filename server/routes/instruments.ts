import { getInstruments } from '@oreline/shared/api/instruments.ts'
import type { CoverageRow } from '@oreline/shared/domain/chain/chain.ts'
import { rareEarthSchema } from '@oreline/shared/domain/chain/element.ts'
import { stageSchema } from '@oreline/shared/domain/chain/stage.ts'
import { instrumentSchema, type Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { listBarSpans, listInstrumentIds } from '../db/instrument-list.ts'
import { listAddedKeys } from '../db/operator-record.ts'
import { listReference } from '../db/reference-rows.ts'
import { readRoute } from '../read-route.ts'
import { readChain } from '../rows/stored-chain.ts'

/** Tracked stocks first, then what they are measured against; within each, the order in which they were added. */
const roleOrder = ['tracked', 'benchmark', 'context']
/** A ticker's number in the store is a smallint. */
const MOST_IDS = 32_768

export const instrumentRoutes = [
  readRoute(
    getInstruments,
    { reads: ['reference', 'prices'], changesWith: 'data' },
    async (_, { snapshot, asOf }) => {
      const rows = await listReference(snapshot, 'instrument', { asOf })
      const { coverage } = await readChain(snapshot, asOf)
      const spans = await listBarSpans(snapshot, asOf)
      const ids = await listInstrumentIds(snapshot)
      const added = await listAddedKeys(snapshot, 'instrument')
      const placeOf = ({ role, ticker }: Instrument) =>
        roleOrder.indexOf(role) * MOST_IDS + (ids.get(ticker) ?? 0)
      const instruments = rows
        .map(({ body }) => instrumentSchema.parse(body))
        .toSorted((a, b) => placeOf(a) - placeOf(b))
      return {
        data: instruments.map((instrument) => ({
          ...described(instrument),
          ...placeInChain(coverage, instrument),
          first_date: spans.get(instrument.ticker)?.first ?? null,
          last_date: spans.get(instrument.ticker)?.last ?? null,
          paused: instrument.paused ?? false,
          added: added.has(instrument.ticker),
        })),
        meta: { sources: ['seed'] },
      }
    },
  ),
]

function described(instrument: Instrument) {
  const { ticker, name, mic, calendar, currency, role, kind, isin } = instrument
  return {
    ticker,
    name,
    name_zh: instrument.name_zh ?? null,
    mic,
    calendar,
    currency,
    role,
    kind,
    isin,
    benchmark: instrument.benchmark ?? null,
    sector: instrument.sector ?? null,
    listed_from: instrument.listed_from ?? null,
  }
}

/** Stages upstream first and elements by atomic number, of whatever the company does or plans. */
function placeInChain(coverage: readonly CoverageRow[], { ticker }: Instrument) {
  const rows = coverage.filter((row) => row.ticker === ticker && row.status !== 'none')
  return {
    stages: stageSchema.options.filter((stage) => rows.some((row) => row.stage === stage)),
    elements: rareEarthSchema.options.filter((element) => rows.some((row) => row.elements.includes(element))),
  }
}
