import { useMediaQuery } from '@mantine/hooks'
import type { ChinaShareRow } from '@oreline/shared/api/chain-figures.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Drawer } from '../../ui/drawer.tsx'
import classes from './chain-page.module.css'
import { nothingChosen } from './chain-view.ts'
import { ChoicePanel } from './choice-panel.tsx'
import type { Editing } from './edit-button.tsx'
import { ElementList } from './element-list.tsx'
import { FlowSection } from './flow-section.tsx'
import { Matrix } from './matrix.tsx'
import { TodaySummary } from './today-summary.tsx'
import type { Chain } from './use-chain.ts'
import type { Viewing } from './use-chain-view.ts'

export type ChainMapSectionProps = Viewing &
  Editing & {
    readonly chain: Chain
    readonly shares: readonly ChinaShareRow[] | null
    readonly at: IsoDate
    readonly today: IsoDate
  }

/** The flow, the matrix under it in the same columns, and what is chosen beside them. */
export function ChainMapSection({ chain, shares, view, change, at, today, onEdit }: ChainMapSectionProps) {
  const isWide = useMediaQuery('(min-width: 68em), print', true, { getInitialValueInEffect: false })
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const everybody = view.tickers.length >= chain.companies.length
  const choice = { ...view, tickers: everybody ? [] : view.tickers }
  const isChosen = choice.stage.length + choice.element.length + choice.tickers.length > 0
  const close = () => change(nothingChosen)
  const panel = <ChoicePanel {...{ chain, choice, at, today, onEdit }} onClose={close} />
  const grid = {
    rows: chain.rows,
    stages: chain.stages,
    companies: chain.companies,
    choice,
    at,
    onChoose: change,
  }
  return (
    <div className={classes['columns']}>
      <div className={classes['main']}>
        <FlowSection {...{ chain, shares, view: choice, at }} />
        <section id="matrix" aria-labelledby="matrix-title" className={classes['card']}>
          <h2 id="matrix-title">Stage by element</h2>
          <p className={classes['soft']}>
            In every cell each company has a place of its own; the figures count the events that name both the
            stage and the element: in force (full), paused (open).
          </p>
          {isPhone ? <ElementList {...grid} /> : <Matrix {...grid} />}
        </section>
      </div>
      {isWide ? (
        <aside className={classes['aside']} aria-label={isChosen ? 'What is chosen' : 'In short'}>
          {isChosen ? panel : <TodaySummary chain={chain} at={at} />}
        </aside>
      ) : null}
      {isChosen && !isWide ? (
        <Drawer label="What is chosen" onClose={close}>
          {panel}
        </Drawer>
      ) : null}
    </div>
  )
}
