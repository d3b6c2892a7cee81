import type { Coverage } from '@oreline/shared/api/chain.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import { CoverageSample } from '../../charts/coverage-mark.tsx'
import { CoverageRibbon, RibbonAxis, type RibbonSpan } from '../../charts/coverage-ribbon.tsx'
import { formatDay } from '../../ui/format.ts'
import { stageWords } from '../../ui/policy-words.ts'
import type { Search } from '../../ui/search.ts'
import classes from './chain-page.module.css'
import { writeChainView } from './chain-view.ts'
import type { Company } from './companies.ts'
import styles from './companies.module.css'
import { spanWords, statusWords } from './coverage-words.ts'
import { ribbonOf, spanOf } from './ribbons.ts'
import type { Chain } from './use-chain.ts'

/** What each company covers and plans, on one axis of years, each row as of its own day. */
export function CompaniesSection({ chain, today }: { readonly chain: Chain; readonly today: IsoDate }) {
  const { companies, stages, map } = chain
  const span = spanOf(map.coverage, today)
  return (
    <section id="companies" aria-labelledby="companies-title" className={classes['card']}>
      <h2 id="companies-title">What each company covers and plans</h2>
      <p className={classes['soft']}>
        Full: told by a source up to the ring, its “as of” day; faint: since then, unconfirmed. Dashed:
        planned, to the last day of the span stated. A question mark: the date has passed and no source says
        what happened.
      </p>
      {companies.map((company) => {
        const own = stages.flatMap((stage) =>
          map.coverage.filter((row) => row.ticker === company.ticker && row.stage === stage),
        )
        const absent = own.filter(({ status }) => status === 'none').map(({ stage }) => stageWords[stage])
        return (
          <section key={company.ticker} aria-label={company.name} className={styles['company']}>
            <header className={styles['row']}>
              <h3>
                {company.short} <span className={classes['faint']}>{company.name}</span>
              </h3>
              <RibbonAxis span={span} />
              <span />
            </header>
            <ul className={styles['rows']}>
              {own.map((row) => (
                <CompanyRow key={row.id} row={row} company={company} span={span} />
              ))}
            </ul>
            {absent.length === 0 ? null : (
              <p className={classes['faint']}>Nothing of its own at: {absent.join(', ').toLowerCase()}.</p>
            )}
          </section>
        )
      })}
    </section>
  )
}

type CompanyRowProps = { readonly row: Coverage; readonly company: Company; readonly span: RibbonSpan }

function CompanyRow({ row, company, span }: CompanyRowProps) {
  const ribbon = ribbonOf(row, company.ink)
  if (ribbon === null) return null
  return (
    <li className={styles['row']}>
      <span className={styles['words']}>
        <CoverageSample status={row.status} letter={company.letter} ink={company.ink} />
        <span>
          <Link
            to="/chain"
            search={(former: Search): Search => ({
              ...former,
              ...writeChainView({ stage: [row.stage], element: [], tickers: [company.ticker] }),
            })}
            resetScroll={false}
          >
            {stageWords[row.stage]}
          </Link>
          <span className={styles['site']}>
            {row.site} · {row.elements.join(' ')}
          </span>
        </span>
      </span>
      <CoverageRibbon ribbon={ribbon} span={span} />
      <span className={styles['when']}>
        {datesOf(row)}
        <span className={styles['site']}>as of {formatDay(row.as_of)}</span>
      </span>
    </li>
  )
}

/** `operating since 2012`, `planned, expected by 31 Oct 2027`. */
function datesOf(row: Coverage): string {
  const parts = [
    statusWords[row.status],
    ...(row.since === null ? [] : [`since ${spanWords(row.since, row.since_precision)}`]),
    ...(row.expected === null ? [] : [`expected ${spanWords(row.expected, row.expected_precision)}`]),
  ]
  return parts.join(', ')
}
