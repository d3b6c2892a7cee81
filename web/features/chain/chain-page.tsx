import { Button } from '@mantine/core'
import { getBalance, getChinaShares, getMoney } from '@oreline/shared/api/chain-figures.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { CallError, endpointQuery } from '../../api.ts'
import { isOfMoment, lastingOf, pastOf } from '../../ui/as-of.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Search } from '../../ui/search.ts'
import { formatDay } from '../../ui/format.ts'
import { PastRibbon } from '../../ui/past-ribbon.tsx'
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
  const { query, chain, asOf, isAhead, at, today } = useChain(view)
  const onDay = { ...(view.at === null ? {} : { at: view.at }), ...pastOf(asOf) }
  const shares = useQuery({
    ...endpointQuery(getChinaShares, { query: pastOf(asOf) }),
    ...lastingOf(asOf),
  })
  const money = useQuery({
    ...endpointQuery(getMoney, { query: onDay }),
    ...lastingOf(asOf),
    placeholderData: (former, asked) => (isOfMoment(asked?.queryKey, asOf) ? former : undefined),
  })
  const balance = useQuery({
    ...endpointQuery(getBalance, { query: { ...onDay, ...(view.context ? { context: 'true' } : {}) } }),
    ...lastingOf(asOf),
    placeholderData: (former, asked) => (isOfMoment(asked?.queryKey, asOf) ? former : undefined),
  })
  const [edited, setEdited] = useState<EditedRow | null>(null)
  const onEdit = asOf === null ? setEdited : null
  const isBeforeTheChain = asOf !== null && isNotFound(query.error)
  return (
    <>
      <title>Oreline: the chain behind the tickers</title>
      <PastRibbon
        asOf={asOf}
        more="What came later is not here, and nothing can be edited; “today” is that day."
        onReturn={() => change({ as_of: null })}
      />
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
            its own day.{' '}
            <a href={asOf === null ? '/chain.json' : `/chain.json?as_of=${asOf}`}>
              The whole chain as a file
            </a>
            {asOf === null ? (
              <>
                ;{' '}
                <Link to="/data" search={(former: Search): Search => ({ ...former, part: 'chain' })}>
                  take one in
                </Link>
              </>
            ) : null}
          </p>
        )}
        {isBeforeTheChain ? null : (
          <nav aria-label="Parts of this screen" className={classes['parts']}>
            {parts.map(([id, label]) => (
              <a key={id} href={`#${id}`}>
                {label}
              </a>
            ))}
          </nav>
        )}
      </header>
      {isAhead ? (
        <Notice tone="warn" title="The moment in the address has not come yet">
          Nothing can have been stored then: what is stored now is shown.
        </Notice>
      ) : null}
      {unreadable.length === 0 ? null : (
        <Notice tone="warn" title="Parts of the address could not be read">
          {unreadable.join(', ')}: the usual view is shown instead.
        </Notice>
      )}
      {isBeforeTheChain ? (
        <Notice
          tone="info"
          title="Oreline held no chain yet then"
          actions={
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => change({ as_of: null, at: view.at ?? today })}
            >
              That day, as known today
            </Button>
          }
        >
          Its rows were stored later.
        </Notice>
      ) : (
        <div className={asOf === null ? classes['main'] : `${classes['main']} ${classes['past']}`}>
          <ChainControls chain={chain} {...{ view, change, at, today }} />
          <Loaded query={query} what="The chain" height={900}>
            {chain === null ? null : (
              <>
                <ChainMapSection
                  chain={chain}
                  shares={shares.data?.data ?? null}
                  {...{ view, change, at, today, onEdit }}
                />
                <div className={classes['pair']}>
                  <ControlsSection chain={chain} at={at} />
                  <OutputSection chain={chain} at={at} />
                </div>
                <CompaniesSection chain={chain} today={today} />
                <DisclosedSection {...{ chain, asOf, view, change, onEdit }} />
                <Loaded query={shares} what="China’s shares" height={480}>
                  <SharesSection shares={shares.data?.data ?? []} {...{ chain, at, onEdit }} />
                </Loaded>
              </>
            )}
          </Loaded>
          <Loaded query={money} what="The money announced" height={480}>
            <MoneySection rows={money.data?.data ?? []} {...{ view, change, at, onEdit }} />
          </Loaded>
          <Loaded query={balance} what="The balance of policy" height={360}>
            <BalanceSection rows={balance.data?.data ?? []} {...{ view, change }} />
          </Loaded>
        </div>
      )}
      {edited === null || onEdit === null ? null : (
        <EditDialog key={edited.row?.id ?? 'new'} edited={edited} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

const isNotFound = (error: Error | null) =>
  error instanceof CallError && error.failure.kind === 'problem' && error.failure.problem.code === 'not-found'
