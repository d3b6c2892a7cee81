import { SegmentedControl } from '@mantine/core'
import { getDisclosed, type DisclosedRow } from '@oreline/shared/api/chain-figures.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { PeriodSegments } from '../../charts/period-segments.tsx'
import { lastingOf, pastOf } from '../../ui/as-of.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatAmount, formatDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import classes from './chain-page.module.css'
import type { Company } from './companies.ts'
import { disclosedSeries, figureWords, segmentsOf, yearsOf, type DisclosedSeries } from './disclosed.ts'
import styles from './disclosed.module.css'
import { AddButton, EditButton, type Editing } from './edit-button.tsx'
import { SourceLink } from './source-link.tsx'
import type { Chain } from './use-chain.ts'
import type { Viewing } from './use-chain-view.ts'
import { Details } from './details.tsx'

export type DisclosedSectionProps = Viewing &
  Editing & { readonly chain: Chain; readonly asOf: Instant | null }

/** What the companies disclosed, a metric a card: the newest figure, its period, and how it came there. */
export function DisclosedSection({ chain, asOf, view, change, onEdit }: DisclosedSectionProps) {
  const query = useQuery({ ...endpointQuery(getDisclosed, { query: pastOf(asOf) }), ...lastingOf(asOf) })
  const company = chain.companies.find(({ ticker }) => ticker === view.figures) ?? chain.companies[0]
  if (company === undefined) return null
  const all = query.data?.data ?? []
  const own = all.filter(({ ticker }) => ticker === company.ticker)
  return (
    <section id="figures" aria-labelledby="figures-title" className={classes['card']}>
      <div className={classes['titleRow']}>
        <h2 id="figures-title">What the companies disclosed</h2>
        <SegmentedControl
          size="xs"
          aria-label="Figures of"
          value={company.ticker}
          onChange={(name) =>
            change(
              { figures: chain.companies.find(({ ticker }) => ticker === name)?.ticker ?? null },
              'replace',
            )
          }
          data={chain.companies.map(({ ticker, short }) => ({ value: ticker, label: short }))}
        />
      </div>
      <p className={classes['soft']}>
        Each stroke is as long as its period: a quarter never compares with a year. Read the basis before
        comparing two companies; no figure here is derived from others.
      </p>
      <Loaded query={query} what="The disclosed figures" height={480}>
        <Cards company={company} rows={own} onEdit={onEdit} />
        <AddButton
          part="disclosed"
          start={{ ticker: company.ticker }}
          taken={all.map(({ id }) => id)}
          onEdit={onEdit}
        />
      </Loaded>
    </section>
  )
}

type CardsProps = Editing & { readonly company: Company; readonly rows: readonly DisclosedRow[] }

function Cards({ company, rows, onEdit }: CardsProps) {
  const span = yearsOf(rows)
  if (span === null) return <p className={classes['faint']}>No figure of {company.name} is recorded.</p>
  return (
    <div className={styles['cards']}>
      {disclosedSeries(rows).map((series) => (
        <article key={series.key} className={styles['card']}>
          <Newest series={series} />
          <PeriodSegments segments={segmentsOf(series)} ink={company.ink} span={span} />
          <Details
            className={styles['all']}
            summary={<>{formatAmount(series.rows.length, 'figure', 'figures')} with sources</>}
          >
            <FigureTable series={series} onEdit={onEdit} />
          </Details>
        </article>
      ))}
    </div>
  )
}

function Newest({ series: { metric, unit, rows } }: { readonly series: DisclosedSeries }) {
  const newest = rows.at(-1)
  return (
    <header>
      <h3>{metric.charAt(0).toUpperCase() + metric.slice(1)}</h3>
      {newest === undefined ? null : (
        <p>
          <strong className={styles['figure']}>{figureWords(newest)}</strong> {unit}{' '}
          <span className={classes['faint']}>
            {newest.period}, to {formatDay(newest.period_end)}
          </span>
          <span className={classes['note']}>{newest.basis}</span>
        </p>
      )}
    </header>
  )
}

function FigureTable({ series, onEdit }: Editing & { readonly series: DisclosedSeries }) {
  return (
    <DataTable
      label={series.metric}
      rows={series.rows.toReversed()}
      keyOf={({ id }) => id}
      columns={[
        { name: 'Period', render: ({ period }) => period },
        { name: series.unit, render: figureWords },
        {
          name: 'Basis and source',
          render: ({ basis, source, confidence }) => (
            <>
              {basis}
              <span className={classes['note']}>
                <SourceLink source={source} />, {confidence}
              </span>
            </>
          ),
        },
        ...(onEdit === null
          ? []
          : [
              {
                name: 'Change',
                render: (row: DisclosedRow) => (
                  <EditButton
                    what={`${row.metric} of ${row.period}`}
                    edited={{ part: 'disclosed', row }}
                    onEdit={onEdit}
                  />
                ),
              },
            ]),
      ]}
    />
  )
}
