/** Which acts keep which elements under control on a day, from the states that are served. */
import type { ChainElement, ChainEvent, ChainMap } from '@oreline/shared/api/chain.ts'
import type { PolicyState } from '@oreline/shared/domain/policy/state.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay } from '../../ui/format.ts'
import { stateWords } from '../../ui/policy-words.ts'

type ElementControl = ChainElement['controls'][number]

/** An act and the elements it lists. `state` null: not public on the day. */
export type ControlAct = {
  readonly eventId: ElementControl['event_id']
  readonly announcement: string
  readonly state: PolicyState | null
  readonly until: IsoDate | null
  readonly elements: readonly ChainElement[]
}

/** Acts that list elements, each once, in the order in which the elements name them. */
export function controlActs(elements: readonly ChainElement[]): readonly ControlAct[] {
  const all = elements.flatMap((element) => element.controls.map((control) => ({ control, element })))
  return [...Map.groupBy(all, ({ control }) => control.event_id)].flatMap(([eventId, own]) => {
    const first = own[0]
    if (first === undefined) return []
    const { announcement, state, until } = first.control
    return [{ eventId, announcement, state, until, elements: own.map(({ element }) => element) }]
  })
}

/** `No. 18` of `MOFCOM and GAC No. 18 of 2025`: what there is room for beside an element. */
export const shortAct = (announcement: string) => /No\. \d+/.exec(announcement)?.[0] ?? announcement

/** `In force`, `Suspended until 10 Nov 2026`, or that the pause has ended and nobody knows more. */
export function controlWords({ state, until }: Pick<ElementControl, 'state' | 'until'>, at: IsoDate): string {
  if (state === null) return 'Not public yet'
  const word = stateWords[state.value]
  if (until === null) return state.unconfirmed === true ? `${word}, unconfirmed` : word
  if (until < at) return `${word}; end date ${formatDay(until)} passed, outcome unconfirmed`
  return `${word} until ${formatDay(until)}`
}

/** How a control weighs on a day: it binds, it is paused, nobody knows since its pause ended, or it does not bind. */
export type ControlWeight = 'binding' | 'paused' | 'unconfirmed' | 'off'

export function controlWeight(
  { state, until }: Pick<ElementControl, 'state' | 'until'>,
  at: IsoDate,
): ControlWeight {
  if (state === null) return 'off'
  if (state.value === 'effective') return 'binding'
  if (state.value !== 'suspended') return 'off'
  return state.unconfirmed === true || (until !== null && until < at) ? 'unconfirmed' : 'paused'
}

/** A control on technology or foreign-made goods, with its event's title. */
export type GeneralControl = ChainMap['controls_all_elements'][number] & { readonly title: string }

export function generalControls(
  controls: ChainMap['controls_all_elements'],
  events: readonly ChainEvent[],
): readonly GeneralControl[] {
  return controls.map((control) => ({
    ...control,
    title: events.find(({ id }) => id === control.event_id)?.title ?? control.event_id,
  }))
}
