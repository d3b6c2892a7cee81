/**
 * The lifecycle of policy events in world time: what was publicly known and in force on a day. A pure function of the
 * event's dated steps, so that every day can be asked, past and future, and no clock is needed.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import type { PolicyEvent } from './event.ts'
import { lifeOf, lifeStateAt } from './life.ts'
import type { LifeState } from './life.ts'
import { lifeOfProvision } from './provision-life.ts'
import type { PolicyState, ProvisionState } from './state.ts'

/**
 * The state of an event on `date`; null before its announcement. An end or a pause that passes without a step leaves
 * the value as it was, unconfirmed from the day after. Days of a `month` or `year` date count from the first.
 */
export function stateAt(event: PolicyEvent, date: IsoDate): PolicyState | null {
  const whole = lifeStateAt(lifeOf(event), date)
  if (whole === null) return null
  if (event.provisions.length === 0) return written(whole)
  return { ...written(whole), provisions: provisionStatesAt(event, date) }
}

function provisionStatesAt(event: PolicyEvent, date: IsoDate): ProvisionState[] {
  return event.provisions.flatMap((provision) => {
    const state = lifeStateAt(lifeOfProvision(event, provision), date)
    return state === null ? [] : [{ id: provision.id, ...written(state) }]
  })
}

/** As clients read it: the key `unconfirmed` is there only when true. */
function written({ value, since, unconfirmed }: LifeState) {
  return unconfirmed ? { value, since, unconfirmed: true as const } : { value, since }
}
