import { getChain, getChainMap } from '@oreline/shared/api/chain.ts'
import { chainCells } from '@oreline/shared/domain/chain/cells.ts'
import { chainEvents, controlOn } from '@oreline/shared/domain/chain/events.ts'
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listCatalogue } from '../db/policy-catalogue.ts'
import { readRoute } from '../read-route.ts'
import { knownInstruments } from '../rows/known-instruments.ts'
import { originsOf, readChain, type StoredChain } from '../rows/stored-chain.ts'
import { worldDay } from '../rows/world-day.ts'

export const chainRoutes = [
  readRoute(getChainMap, { reads: ['reference'], changesWith: 'day' }, async ({ query }, context) => {
    const { snapshot, asOf } = context
    const at = worldDay(query.at, context)
    const chain = await readChain(snapshot, asOf)
    if (chain.told === null)
      throw new AppError('not-found', `Oreline held no chain yet at ${asOf ?? context.now}.`, {
        parameter: 'as_of',
      })
    const catalogue = (await listCatalogue(snapshot, asOf)).map(({ event }) => event)
    const events = chainEvents(catalogue, at)
    return {
      data: {
        ...chain.told,
        at,
        stages: [...chain.stages],
        ...controlsOn(chain, catalogue, at),
        coverage: [...chain.coverage],
        events: events.filter(({ stages, elements }) => stages.length + elements.length > 0),
      },
      meta: { sources: originsOf(chain.elements, chain.coverage) },
    }
  }),

  readRoute(getChain, { reads: ['reference'], changesWith: 'day' }, async ({ query }, context) => {
    const { snapshot, asOf } = context
    if (query.ticker !== undefined) await knownInstruments(snapshot, query.ticker, 'ticker')
    const chain = await readChain(snapshot, asOf)
    const catalogue = (await listCatalogue(snapshot, asOf)).map(({ event }) => event)
    const events = chainEvents(catalogue, worldDay(query.at, context)).filter(
      (event) => query.context === true || !event.context_only,
    )
    return {
      data: chainCells({ ...chain, events }, query),
      meta: { sources: originsOf(chain.elements, chain.coverage) },
    }
  }),
]

/** The controls on each element and on all of them, as they stand on the day by the acts' own steps. */
function controlsOn({ elements, controls }: StoredChain, catalogue: readonly PolicyEvent[], at: IsoDate) {
  const byId = new Map(catalogue.map((event) => [event.id, event]))
  return {
    elements: elements.map((element) => ({
      ...element,
      controls: element.controls.map((control) => controlOn(control, byId.get(control.event_id), at)),
    })),
    controls_all_elements: controls.map(({ event_id, scope }) => {
      const event = byId.get(event_id)
      return { event_id, scope, state: event === undefined ? null : stateAt(event, at) }
    }),
  }
}
