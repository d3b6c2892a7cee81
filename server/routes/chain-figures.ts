import {
  getBalance,
  getChinaShares,
  getDisclosed,
  getMoney,
  getMoneySums,
  type MoneyRow,
} from '@oreline/shared/api/chain-figures.ts'
import { policyBalance } from '@oreline/shared/domain/chain/balance.ts'
import { chainEvents } from '@oreline/shared/domain/chain/events.ts'
import { isEnded, moneySums } from '@oreline/shared/domain/chain/money.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listCatalogue } from '../db/policy-catalogue.ts'
import { readRoute, type ReadContext } from '../read-route.ts'
import { knownInstruments } from '../rows/known-instruments.ts'
import { originsOf, readChain, type StoredChain } from '../rows/stored-chain.ts'
import { worldDay } from '../rows/world-day.ts'

const daily = { reads: ['reference'], changesWith: 'day' } as const
const asStored = { reads: ['reference'], changesWith: 'data' } as const

export const chainFigureRoutes = [
  readRoute(getChinaShares, asStored, async (_, { snapshot, asOf }) => {
    const { shares } = await readChain(snapshot, asOf)
    return { data: [...shares], meta: { sources: originsOf(shares), units: { share_percent: 'percent' } } }
  }),

  readRoute(getDisclosed, asStored, async ({ query }, { snapshot, asOf }) => {
    const { ticker, metric } = query
    if (ticker !== undefined) await knownInstruments(snapshot, ticker, 'ticker')
    const { disclosed } = await readChain(snapshot, asOf)
    if (metric !== undefined) assertDisclosed(metric, disclosed)
    const rows = disclosed.filter(
      (row) => (ticker?.includes(row.ticker) ?? true) && (metric === undefined || row.metric === metric),
    )
    return { data: rows, meta: { sources: originsOf(rows) } }
  }),

  readRoute(getMoney, daily, async ({ query }, context) => {
    const rows = await moneyAnnounced(query, context)
    return { data: rows, meta: { sources: originsOf(rows) } }
  }),

  readRoute(getMoneySums, daily, async ({ query }, context) => {
    const rows = await moneyAnnounced(query, context)
    return { data: moneySums(rows, query.by), meta: { sources: originsOf(rows) } }
  }),

  readRoute(getBalance, daily, async ({ query }, context) => {
    const catalogue = await listCatalogue(context.snapshot, context.asOf)
    const all = catalogue.map(({ event }) => event)
    const events = chainEvents(all, worldDay(query.at, context)).filter(
      ({ state, context_only: isBackground }) => state !== null && (query.context === true || !isBackground),
    )
    return { data: policyBalance(events), meta: { sources: originsOf(catalogue.map(({ row }) => row)) } }
  }),
]

/** A metric that nobody disclosed is a misspelt one: an empty answer would say that there are no figures. */
function assertDisclosed(metric: string, disclosed: StoredChain['disclosed']): void {
  const metrics = [...new Set(disclosed.map((row) => row.metric))].toSorted()
  if (metrics.length === 0 || metrics.includes(metric)) return
  throw new AppError('invalid-input', `no figure of that name; there are: ${metrics.join(', ')}`, {
    parameter: 'metric',
    extra: { metrics },
  })
}

type Asked = {
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  readonly at?: IsoDate | undefined
}

/** What was announced by `at`, within the range, in the order of the file. */
async function moneyAnnounced({ from, to, at: asked }: Asked, context: ReadContext): Promise<MoneyRow[]> {
  const { snapshot, asOf } = context
  const at = worldDay(asked, context)
  const { money } = await readChain(snapshot, asOf)
  const byId = new Map((await listCatalogue(snapshot, asOf)).map(({ event }) => [event.id, event]))
  return money
    .filter(
      ({ date }) => date <= at && (from === undefined || date >= from) && (to === undefined || date <= to),
    )
    .map((row) => {
      const event = row.event_id === null ? undefined : byId.get(row.event_id)
      const state = event === undefined ? null : stateAt(event, at)
      return {
        ...row,
        counted_in: row.counted_in ?? null,
        event_state: state,
        event_jurisdiction: event?.jurisdiction ?? null,
        ended: isEnded(row, state),
      }
    })
}
