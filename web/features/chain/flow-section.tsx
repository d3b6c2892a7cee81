import type { ChinaShareRow } from '@oreline/shared/api/chain-figures.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import { ChainFlow } from '../../charts/chain-flow-picture.tsx'
import type { Search } from '../../ui/search.ts'
import classes from './chain-page.module.css'
import { writeChainView, type ChainView } from './chain-view.ts'
import { flowStages } from './flow-stages.ts'
import { MarkKey } from './mark-key.tsx'
import type { Chain } from './use-chain.ts'

export type FlowSectionProps = {
  readonly chain: Chain
  readonly shares: readonly ChinaShareRow[] | null
  readonly view: ChainView
  readonly at: IsoDate
}

/** From the mine to the motor: who is where, what is in force there, and how much of it China is said to hold. */
export function FlowSection({ chain, shares, view, at }: FlowSectionProps) {
  return (
    <section id="flow" aria-labelledby="flow-title" className={classes['card']}>
      <h2 id="flow-title">The chain from mine to motor</h2>
      <MarkKey />
      <ChainFlow
        stages={flowStages(chain, shares, at)}
        companies={chain.companies.map((company) => ({
          ...company,
          isBack: view.tickers.length > 0 && !view.tickers.includes(company.ticker),
        }))}
        chosen={view.stage}
        renderLink={(stage, drawn) => (
          <Link
            to="/chain"
            search={(former: Search): Search => ({
              ...former,
              ...writeChainView({ stage: [stage.stage], element: [] }),
            })}
            resetScroll={false}
            aria-label={stage.words}
          >
            {drawn}
          </Link>
        )}
      />
    </section>
  )
}
