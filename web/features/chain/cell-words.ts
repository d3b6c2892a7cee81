/** Places of the chain in words, for whoever does not see the marks. */
import type { ElementRow } from '@oreline/shared/domain/chain/chain.ts'
import type { Stage } from '@oreline/shared/domain/chain/stage.ts'
import { stageWords } from '../../ui/policy-words.ts'
import type { Cell, Choice, Presence } from './cells.ts'
import type { Company } from './companies.ts'
import { statusWords } from './coverage-words.ts'

/** `Separation, dysprosium: MP planned, LYC operating. 31 events in force, 4 paused.` */
export const cellWords = (
  { stage, element, presences, inForce, paused }: Cell,
  companies: readonly Company[],
) =>
  `${stageWords[stage]}, ${element.name.toLowerCase()}: ${presencesWords(presences, companies)}. ${countWords(inForce, paused)}.`

/** `MP operating, more planned; LYC idle`, or that nobody is there. */
export function presencesWords(presences: readonly Presence[], companies: readonly Company[]): string {
  const words = companies.flatMap(({ ticker, short }) =>
    presences
      .filter((presence) => presence.ticker === ticker)
      .map(
        ({ status, hasPlan }) =>
          `${short} ${statusWords[status].toLowerCase()}${hasPlan ? ', more planned' : ''}`,
      ),
  )
  return words.length === 0 ? 'none of the companies' : words.join('; ')
}

export const countWords = (inForce: number, paused: number) =>
  `${inForce} ${inForce === 1 ? 'event' : 'events'} in force, ${paused} paused`

/** What is chosen, as a title; null: nothing. */
export function choiceWords(
  choice: Choice,
  elements: readonly Pick<ElementRow, 'symbol' | 'name'>[],
  companies: readonly Company[],
): string | null {
  const parts = [
    named(choice.stage, (stage: Stage) => stageWords[stage]),
    named(choice.element, (symbol) => elements.find((one) => one.symbol === symbol)?.name ?? symbol),
    named(choice.tickers, (ticker) => companies.find((one) => one.ticker === ticker)?.short ?? ticker),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

const named = <T>(chosen: readonly T[], nameOf: (one: T) => string) =>
  chosen.length === 0 ? null : chosen.map(nameOf).join(', ')
