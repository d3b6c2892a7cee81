/** What is held of each company whose reporting is known: the filings and dividends from which its dates are worked out. */
import type { CompanyPast } from '@oreline/shared/domain/company-dates/ahead.ts'
import { companyDuties } from '@oreline/shared/domain/company-dates/duty.ts'
import type { PastDividend } from '@oreline/shared/domain/company-dates/dividend-dates.ts'
import type { PastFiling } from '@oreline/shared/domain/company-dates/past-report.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { tickerSchema, type IsoDate, type Ticker } from '@oreline/shared/kernel/brand.ts'
import { listActions, type HeldAction } from '../db/action-history.ts'
import type { HeldCompanyDate } from '../db/company-dates.ts'
import { companyNames } from '../db/company-names.ts'
import { listFilings } from '../db/filing-list.ts'
import type { ReadContext } from '../read-route.ts'
import type { KnownInstrument } from './known-instruments.ts'

/** The oldest report a date ahead is worked out from: a period due today, its last day 125 days ago, a year before. */
const DAYS_BACK = 500
/** Energy Fuels files some 150 times a year. */
const MOST_FILINGS = 10_000

/** A past, and who wrote the filings and dividends in it. */
export type HeldPast = CompanyPast & { readonly sources: readonly string[] }

/** As known on `at`; of an instrument without known duties only what was recorded. */
export async function companyPasts(
  instruments: readonly KnownInstrument[],
  recorded: readonly HeldCompanyDate[],
  at: IsoDate,
  { snapshot, asOf }: Pick<ReadContext, 'snapshot' | 'asOf'>,
): Promise<readonly HeldPast[]> {
  const reporting = instruments.filter(({ ticker }) => companyDuties.has(ticker))
  const filings = await pastFilings(
    reporting.map(({ ticker }) => ticker),
    at,
    { snapshot, asOf },
  )
  const actions = await listActions(
    snapshot,
    reporting.map(({ id }) => id),
    asOf,
  )
  const isAskedFor = ({ ticker }: KnownInstrument) =>
    companyDuties.has(ticker) || recorded.some(({ date }) => date.ticker === ticker)
  return instruments.filter(isAskedFor).map(({ id, ticker }) => {
    const own = filings.filter((filing) => filing.ticker === ticker)
    const dividends = actions.filter(
      ({ instrumentId, exDate, kind }) => instrumentId === id && exDate <= at && kind === 'dividend',
    )
    return {
      ticker,
      filings: own,
      dividends: dividends.flatMap(dividendOf),
      recorded: recorded.map(({ date }) => date).filter((date) => date.ticker === ticker),
      sources: [...new Set([...own, ...dividends].map(({ source }) => source))],
    }
  })
}

async function pastFilings(
  tickers: readonly Ticker[],
  at: IsoDate,
  { snapshot, asOf }: Pick<ReadContext, 'snapshot' | 'asOf'>,
): Promise<readonly (PastFiling & { readonly source: string })[]> {
  if (tickers.length === 0) return []
  const rows = await listFilings(snapshot, {
    tickers,
    from: addDays(at, -DAYS_BACK),
    to: at,
    forms: undefined,
    sensitive: undefined,
    asOf,
    after: null,
    limit: MOST_FILINGS,
    companies: await companyNames(snapshot, asOf),
  })
  return rows.map(({ source, ticker, form, category, title, publishedOn, url, reportDate }) => ({
    source,
    ticker: tickerSchema.parse(ticker),
    form,
    category,
    title,
    publishedOn,
    url,
    reportDate,
  }))
}

function dividendOf({ kind, exDate, amount, currency, source }: HeldAction): PastDividend[] {
  if (kind !== 'dividend') return []
  const described = sources.find(({ id }) => id === source)
  const what = `dividend of ${exDate}${amount === null || currency === null ? '' : `, ${amount} ${currency} a share`}`
  return [
    {
      exDate,
      source: {
        name: `${described?.name ?? 'Starter history'}: ${what}`,
        url: described?.homepage ?? null,
      },
    },
  ]
}
