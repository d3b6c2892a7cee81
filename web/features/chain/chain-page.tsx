import { getBalance, getChinaShares, getMoney } from '@oreline/shared/api/chain-figures.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endpointQuery } from '../../api.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatDay } from '../../ui/format.ts'
import { BalanceSection } from './balance-section.tsx'
import { ChainControls } from './chain-controls.tsx'
import { ChainMapSection } from './chain-map-section.tsx'
import classes from './chain-page.module.css'
import { CompaniesSection } from './companies-section.tsx'
import { ControlsSection } from './controls-section.tsx'
import { DisclosedSection } from './disclosed-section.tsx'
import type { EditedRow } from './edit-button.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { MoneySection } from './money-section.tsx'
import { OutputSection } from './output-section.tsx'
import { SharesSection } from './shares-section.tsx'
import { useChain } from './use-chain.ts'
import { useChainView } from './use-chain-view.ts'

const parts = [
  ['flow', 'Flow'],
  ['matrix', 'Stage by element'],
  ['controls', 'Controls'],
  ['output', 'Light and heavy'],
  ['companies', 'Companies'],
  ['figures', 'Disclosed'],
  ['shares', 'China’s share'],
  ['money', 'Money'],
  ['balance', 'Balance'],
] as const

/** The chain behind the tickers: who stands where, what touches it, what China holds, and where the money goes. */
export function ChainPage() {
  const { view, unreadable, change } = useChainView()
  const { query, chain, at, today } = useChain(view)
  const onDay = { query: view.at === null ? {} : { at: view.at } }
  const shares = useQuery(endpointQuery(getChinaShares, { query: {} }))
  const money = useQuery({ ...endpointQuery(getMoney, onDay), placeholderData: keepPreviousData })
  const balance = useQuery({
    ...endpointQuery(getBalance, {
      query: { ...onDay.query, ...(view.context ? { context: 'true' as const } : {}) },
    }),
    placeholderData: keepPreviousData,
  })
  const [edited, setEdited] = useState<EditedRow | null>(null)
  return (
    <>
      <title>Oreline: the chain behind the tickers</title>
      <header className={classes['intro']}>
        <h1>Track the chain, not just the ticker</h1>
        <p>
          From the mine to the motor: which of the companies stands where, what it plans, and which acts are
          in force there. Choose a stage, an element or a cell, and the Timeline follows.
        </p>
        {chain === null ? null : (
          <p className={classes['faint']}>
            Rows compiled {formatDay(chain.map.as_of)}; the newest company period ends{' '}
            {formatDay(chain.map.newest_period_covered)}. What happened since is unconfirmed: every row bears
            its own day. <a href="/chain.json">The whole chain as a file</a>
          </p>
        )}
        <nav aria-label="Parts of this screen" className={classes['parts']}>
          {parts.map(([id, label]) => (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      {unreadable.length === 0 ? null : (
        <Notice tone="warn" title="Parts of the address could not be read">
          {unreadable.join(', ')}: the usual view is shown instead.
        </Notice>
      )}
      <ChainControls chain={chain} {...{ view, change, at, today }} />
      <Loaded query={query} what="The chain" height={900}>
        {chain === null ? null : (
          <>
            <ChainMapSection
              chain={chain}
              shares={shares.data?.data ?? null}
              {...{ view, change, at, today }}
              onEdit={setEdited}
            />
            <div className={classes['pair']}>
              <ControlsSection chain={chain} at={at} />
              <OutputSection chain={chain} at={at} />
            </div>
            <CompaniesSection chain={chain} today={today} />
            <DisclosedSection chain={chain} {...{ view, change }} onEdit={setEdited} />
            <Loaded query={shares} what="China’s shares" height={480}>
              <SharesSection chain={chain} shares={shares.data?.data ?? []} at={at} onEdit={setEdited} />
            </Loaded>
          </>
        )}
      </Loaded>
      <Loaded query={money} what="The money announced" height={480}>
        <MoneySection rows={money.data?.data ?? []} {...{ view, change, at }} onEdit={setEdited} />
      </Loaded>
      <Loaded query={balance} what="The balance of policy" height={360}>
        <BalanceSection rows={balance.data?.data ?? []} {...{ view, change }} />
      </Loaded>
      {edited === null ? null : (
        <EditDialog key={edited.row?.id ?? 'new'} edited={edited} onClose={() => setEdited(null)} />
      )}
    </>
  )
}
