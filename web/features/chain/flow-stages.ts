/** The map as the picture of the flow needs it. */
import type { ChinaShareRow } from '@oreline/shared/api/chain-figures.ts'
import type { ChainMap } from '@oreline/shared/api/chain.ts'
import type { ElementRow } from '@oreline/shared/domain/chain/chain.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { FlowStage, FlowStop } from '../../charts/chain-flow.ts'
import { formatAmount } from '../../ui/format.ts'
import { stageWords } from '../../ui/policy-words.ts'
import { coverageOf, presencesOf, touching } from './cells.ts'
import { countWords, presencesWords } from './cell-words.ts'
import type { Company } from './companies.ts'
import { shareMarks } from './shares.ts'
import type { Chain } from './use-chain.ts'

/** The stages along the chain, each with its companies, the events on the day and what sources say of China (null: not loaded). */
export function flowStages(
  { map, events, companies, stages }: Chain,
  shares: readonly ChinaShareRow[] | null,
  at: IsoDate,
): readonly FlowStage[] {
  return stages.map((stage) => {
    const choice = { stage: [stage], element: [], tickers: [] }
    const { inForce, paused } = touching(events, choice)
    const own = shares?.filter((row) => row.stage === stage) ?? null
    const presences = presencesOf(coverageOf(map.coverage, choice))
    return {
      stage,
      name: stage === 'metal-alloy' ? 'Metal, alloy' : stageWords[stage],
      words:
        `${stageWords[stage]}: ${presencesWords(presences, companies)}. ${countWords(inForce.length, paused.length)}. ${own === null ? '' : `${formatAmount(own.length, 'figure', 'figures')} of China’s part.`}`.trim(),
      inForce: inForce.length,
      paused: paused.length,
      stops: companies.map((company): FlowStop => {
        const presence = presences.find(({ ticker }) => ticker === company.ticker)
        return {
          ticker: company.ticker,
          status: presence?.status ?? null,
          hasPlan: presence?.hasPlan ?? false,
          reach: reachOf(map, stage, company),
        }
      }),
      shares: own === null ? null : shareMarks(own, at),
    }
  })
}

/** Of which groups the company covers elements at the stage today; empty where of none. */
function reachOf(map: ChainMap, stage: FlowStage['stage'], { ticker }: Company): string {
  const symbols = map.coverage.flatMap((row) =>
    row.stage === stage &&
    row.ticker === ticker &&
    (row.status === 'operating' || row.status === 'commissioning')
      ? row.elements
      : [],
  )
  const groups = (['light', 'heavy'] as const).filter((group: ElementRow['group']) =>
    map.elements.some((element) => element.group === group && symbols.includes(element.symbol)),
  )
  return groups.join(' + ')
}
