import { getCompanyDates, type CompanyDatesRow } from '@oreline/shared/api/company-dates.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { formatAmount, formatDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { sourceName } from '../../ui/source-words.ts'
import classes from './calendar.module.css'

/** From what the dates of companies are known, so that nobody takes a rule for a plan. */
export function CompanyEvidence() {
  const query = useQuery(endpointQuery(getCompanyDates, { query: {} }))
  const unanswered = query.data?.meta.unanswered ?? []
  return (
    <section className={classes['card']} aria-labelledby="evidence">
      <h2 id="evidence">How company dates are known</h2>
      <p className={classes['hint']}>
        Announced dates are recorded with their source. Without one a date is estimated from when the company
        reported a year before; without that only the last day the rules allow is told.
      </p>
      <Loaded query={query} what="What is held of the companies" height={160}>
        <dl className={classes['evidence']}>
          {query.data?.data.map((company) => (
            <div key={company.ticker}>
              <dt>{company.ticker}</dt>
              <dd>{filingWords(company)}</dd>
              <dd>{dividendWords(company)}</dd>
            </div>
          ))}
        </dl>
        {unanswered.length === 0 ? null : (
          <p className={classes['hint']}>
            Not asked with success yet: {unanswered.map(sourceName).join(', ')}.
          </p>
        )}
      </Loaded>
    </section>
  )
}

function filingWords({ filings, newest_filing: newest }: CompanyDatesRow): string {
  if (filings === 0 || newest === null) return 'No filings held yet: last days allowed alone.'
  return `${formatAmount(filings, 'filing', 'filings')} held, the newest of ${formatDay(newest)}.`
}

function dividendWords({ dividends, newest_ex_date: newest, history_from: from }: CompanyDatesRow): string {
  if (newest !== null)
    return `${formatAmount(dividends, 'dividend', 'dividends')} held, the last ex-date ${formatDay(newest)}.`
  return from === null
    ? 'No history held, so no dividends either.'
    : `No dividend seen in the history held, since ${formatDay(from)}.`
}
