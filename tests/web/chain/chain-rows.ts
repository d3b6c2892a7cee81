/** The shipped chain as the API gives it on a day; each part is checked by its contract. */
import { chainMapSchema, type ChainEvent, type ChainMap, type Coverage } from '@oreline/shared/api/chain.ts'
import { chinaShareRowSchema, disclosedRowSchema, moneyRowSchema } from '@oreline/shared/api/chain-figures.ts'
import { announcedMoneySchema, chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { chainEvents, controlOn } from '@oreline/shared/domain/chain/events.ts'
import { isEnded } from '@oreline/shared/domain/chain/money.ts'
import { chainRecords, rowOf } from '@oreline/shared/domain/chain/records.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { day } from '../../support/brands.ts'
import { seedEvents, seedJson } from '../../support/seed-files.ts'

const chain = chainSchema.parse(seedJson('chain'))
const events = seedEvents()
const eventOf = (id: string | null) => events.find((event) => event.id === id)
const served = (part: string) =>
  chainRecords(chain)
    .filter(({ key }) => key.startsWith(`${part}/`))
    .map((record) => ({
      ...rowOf(record),
      id: record.key,
      revision: 1,
      origin: 'seed' as const,
      recorded_at: '2026-11-21T10:00:00.000Z',
    }))

export function chainMap(date: string): ChainMap {
  const at = day(date)
  return chainMapSchema.parse({
    ...chain,
    at,
    elements: served('element').map((row, place) => ({
      ...row,
      controls: chain.elements[place]?.controls.map((control) =>
        controlOn(control, eventOf(control.event_id), at),
      ),
    })),
    controls_all_elements: chain.controls_all_elements.map(({ event_id, scope }) => {
      const event = eventOf(event_id)
      return { event_id, scope, state: event === undefined ? null : stateAt(event, at) }
    }),
    coverage: served('coverage'),
    events: chainEvents(events, at),
  })
}

export const shareRows = () => chinaShareRowSchema.array().parse(served('share'))

export const disclosedRows = () => disclosedRowSchema.array().parse(served('disclosed'))

/** On 22 November 2026. */
export const moneyRows = () =>
  moneyRowSchema.array().parse(
    served('money').map(({ id, ...record }) => {
      const row = announcedMoneySchema.parse(record)
      const event = eventOf(row.event_id)
      const state = event === undefined ? null : stateAt(event, day('2026-11-22'))
      return {
        ...record,
        id,
        counted_in: row.counted_in ?? null,
        event_state: state,
        event_jurisdiction: event?.jurisdiction ?? null,
        ended: isEnded(row, state),
      }
    }),
  )

/** A row of the shipped coverage, but for what is given. */
export function coverageRow(given: Partial<Coverage>): Coverage {
  const [row] = chainMap('2026-11-21').coverage
  if (row === undefined) throw new Error('the chain ships with coverage')
  return { ...row, ...given }
}

/** What a reader sees without the background. */
export const foreground = ({ events: all }: ChainMap): readonly ChainEvent[] =>
  all.filter(({ context_only: isBackground }) => !isBackground)
