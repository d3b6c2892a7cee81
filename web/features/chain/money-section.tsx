import { SegmentedControl } from '@mantine/core'
import type { MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import { stageSchema } from '@oreline/shared/domain/chain/stage.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useId } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { MoneyBar } from '../../charts/money-bar.tsx'
import { RunningBars } from '../../charts/running-bars.tsx'
import { formatAmount, formatMonth, formatQuantity } from '../../ui/format.ts'
import { jurisdictionWords, stageWords } from '../../ui/policy-words.ts'
import classes from './chain-page.module.css'
import { moneyGroupings, type MoneyGrouping } from './chain-view.ts'
import { AddButton, type Editing } from './edit-button.tsx'
import {
  NOT_TOLD,
  levelsOf,
  moneyScales,
  moneyWords,
  promiseWords,
  runningTotals,
  type MoneyScale,
} from './money.ts'
import { MoneyTable } from './money-table.tsx'
import styles from './money.module.css'
import type { Viewing } from './use-chain-view.ts'
import { Details } from './details.tsx'

const groupingWords: Readonly<Record<MoneyGrouping, string>> = {
  stage: 'By stage',
  payer: 'By payer',
  kind: 'By kind',
  jurisdiction: 'By country',
}

export type MoneySectionProps = Viewing &
  Editing & { readonly rows: readonly MoneyRow[]; readonly at: IsoDate }

/** Money announced: paid, conditional and ended apart, no currency added to another, no contract counted twice. */
export function MoneySection({ rows, at, view, change, onEdit }: MoneySectionProps) {
  const known = rows.filter(({ date }) => date <= at)
  const scales = moneyScales(known, view.money)
  const levels = levelsOf(known)
  const main = scales[0]
  return (
    <section id="money" aria-labelledby="money-title" className={classes['card']}>
      <div className={classes['titleRow']}>
        <h2 id="money-title">Money announced</h2>
        <SegmentedControl
          size="xs"
          aria-label="Sums by"
          value={view.money}
          onChange={(money) =>
            change({ money: moneyGroupings.find((one) => one === money) ?? 'stage' }, 'replace')
          }
          data={moneyGroupings.map((value) => ({ value, label: groupingWords[value] }))}
        />
      </div>
      <p className={classes['soft']}>
        Full: paid or firm. Hatched: conditional, such as letters, options and credits not yet earned. Dashed
        and empty: promised once, by an act that is over; whether it lapsed, was kept or went into another act
        the row itself tells. It is in no other sum. Currencies are not added to each other, a price or a
        level is in no sum, and a contract that grew counts once.
      </p>
      <div className={styles['scales']}>
        {scales.map((scale) => (
          <Scale key={scale.key} scale={scale} by={view.money} />
        ))}
      </div>
      {main === undefined ? null : <Running rows={known} scale={main} at={at} />}
      {levels.length === 0 ? null : (
        <p>
          <strong>Prices and levels, in no sum:</strong>{' '}
          {levels
            .map(
              (row) =>
                `${row.payer} to ${row.payee}, ${moneyWords(row)}${row.conditional || row.ended ? ` (${promiseWords(row)})` : ''}`,
            )
            .join('; ')}
          .
        </p>
      )}
      <AddButton part="money" start={{}} taken={rows.map(({ id }) => id)} onEdit={onEdit} />
      <Details
        className={styles['all']}
        summary={<>All {formatAmount(known.length, 'row', 'rows')} with their sources</>}
      >
        <MoneyTable rows={known} onEdit={onEdit} />
      </Details>
    </section>
  )
}

function Scale({ scale, by }: { readonly scale: MoneyScale; readonly by: MoneyGrouping }) {
  const id = useId()
  return (
    <section className={styles['scale']} aria-label={`${scale.currency} ${scale.unit}`}>
      <h3>
        {scale.currency} {scale.unit}
      </h3>
      <ul className={styles['bars']}>
        {scale.bars.map(({ name, paid, conditional, ended, rows }, place) => (
          <li key={name}>
            <span className={styles['name']}>{nameWords(name, by)}</span>
            <MoneyBar id={`${id}-${place}`} {...{ paid, conditional, ended }} max={scale.max} />
            <span className={styles['amounts']}>
              {paid === 0 ? null : <strong>{formatQuantity(paid)}</strong>}
              {paid === 0 || conditional === 0 ? null : ' + '}
              {conditional === 0 ? null : <>{formatQuantity(conditional)} conditional</>}
              {ended === 0 ? null : (
                <span className={styles['ended']}>
                  <s>{formatQuantity(ended)}</s> no longer promised
                </span>
              )}{' '}
              <span className={classes['faint']}>{formatAmount(rows, 'row', 'rows')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type RunningProps = { readonly rows: readonly MoneyRow[]; readonly scale: MoneyScale; readonly at: IsoDate }

function Running({ rows, scale, at }: RunningProps) {
  const totals = runningTotals(rows, scale, at)
  const unit = `${scale.currency} ${scale.unit}`
  if (totals.length === 0) return null
  return (
    <ChartFrame
      title={`Running total of money announced since April 2025, ${unit}`}
      legend={<h3>Running total since April 2025, {unit}</h3>}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">By the end of</th>
              <th scope="col">Paid or firm</th>
              <th scope="col">Conditional</th>
            </tr>
          </thead>
          <tbody>
            {totals.map(({ month, paid, conditional }) => (
              <tr key={month}>
                <th scope="row">{formatMonth(month)}</th>
                <td>{formatQuantity(paid)}</td>
                <td>{formatQuantity(conditional)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <RunningBars
        bars={totals.map(({ month, paid, conditional }) => ({
          key: month,
          label: formatMonth(month),
          paid,
          conditional,
        }))}
        formatAmount={formatQuantity}
      />
    </ChartFrame>
  )
}

function nameWords(name: string, by: MoneyGrouping): string {
  if (by === 'jurisdiction') return name === NOT_TOLD ? 'No event told' : jurisdictionWords(name)
  const stage = by === 'stage' ? stageSchema.safeParse(name).data : undefined
  if (stage !== undefined) return stageWords[stage]
  return by === 'kind' ? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ') : name
}
