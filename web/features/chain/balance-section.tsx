import type { BalanceRow } from '@oreline/shared/api/chain-figures.ts'
import { BalanceBars } from '../../charts/balance-bars.tsx'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { CheckMenu } from '../../ui/check-menu.tsx'
import { formatCount } from '../../ui/format.ts'
import { jurisdictionWords } from '../../ui/policy-words.ts'
import { actorsOf, balanceTotals, balanceYears, type BalanceYear } from './balance.ts'
import classes from './chain-page.module.css'
import type { Viewing } from './use-chain-view.ts'

/** Whether policy reaches for the mine or for the magnet, by who acts and when. */
export function BalanceSection({ rows, view, change }: Viewing & { readonly rows: readonly BalanceRow[] }) {
  const years = balanceYears(rows, view.jurisdiction)
  const totals = balanceTotals(years)
  return (
    <section id="balance" aria-labelledby="balance-title" className={classes['card']}>
      <div className={classes['titleRow']}>
        <h2 id="balance-title">Upstream against downstream</h2>
        <CheckMenu
          title="Who acts"
          items={actorsOf(rows).map(({ name, count }) => ({
            name,
            word: jurisdictionWords(name),
            label: (
              <>
                {jurisdictionWords(name)} <span className={classes['faint']}>{formatCount(count)}</span>
              </>
            ),
            checked: view.jurisdiction.includes(name),
          }))}
          onChange={(names) => change({ jurisdiction: names }, 'replace')}
        />
      </div>
      <p className={classes['soft']}>
        Events by the year of their announcement. Upstream: mining, separation, refining; downstream: metal
        and alloy, magnets, application. {formatCount(totals.upstream)} reach only upstream,{' '}
        {formatCount(totals.both)} both ways, {formatCount(totals.downstream)} only downstream
        {totals.recycling_only + totals.no_stage === 0
          ? ''
          : `; ${formatCount(totals.recycling_only)} only recycling and ${formatCount(totals.no_stage)} no stage, not drawn`}
        . A count weighs a tariff and a grant alike.
      </p>
      <ChartFrame
        title="Events by year that reach downstream, both ways, or upstream"
        legend={
          <p className={classes['faint']}>
            {view.jurisdiction.length === 0
              ? 'Everybody'
              : view.jurisdiction.map(jurisdictionWords).join(', ')}
          </p>
        }
        table={<BalanceTable years={years} />}
      >
        <BalanceBars bars={years} />
      </ChartFrame>
    </section>
  )
}

function BalanceTable({ years }: { readonly years: readonly BalanceYear[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col">Upstream</th>
          <th scope="col">Both</th>
          <th scope="col">Downstream</th>
          <th scope="col">Recycling only</th>
          <th scope="col">No stage</th>
        </tr>
      </thead>
      <tbody>
        {years.map((row) => (
          <tr key={row.year}>
            <th scope="row">{row.year}</th>
            <td>{row.upstream}</td>
            <td>{row.both}</td>
            <td>{row.downstream}</td>
            <td>{row.recycling_only}</td>
            <td>{row.no_stage}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
