/**
 * What amendments and corrections are about, found among what was held at the same moment: EDGAR's by form and report
 * date, Chinese ones by the stem of the title. Only where one filing alone comes into question: nothing is guessed.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { correctedStem, noticeStem } from '@oreline/shared/domain/filings/notice-stem.ts'
import { baseForm } from '@oreline/shared/domain/filings/sec-forms.ts'
import { and, count, eq, inArray, min, sql } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { listFilings, type HeldFiling } from './filing-list.ts'
import type { CompanyName } from './filing-merge.ts'
import { heldAt } from './held-at.ts'
import { filings } from './schema/filings.ts'
import { instruments } from './schema/instruments.ts'

type Held = { readonly asOf: Instant | null; readonly companies: readonly CompanyName[] }

/** By the id of an amendment or correction of `page`, the id of the filing it is about. */
export async function findAmended(
  db: Executor,
  page: readonly HeldFiling[],
  { asOf, companies }: Held,
): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ...(await amendedReports(db, page, asOf)),
    ...(await correctedNotices(db, page, { asOf, companies })),
  ])
}

type Link = readonly [id: string, amends: string]

async function amendedReports(
  db: Executor,
  page: readonly HeldFiling[],
  asOf: Instant | null,
): Promise<readonly Link[]> {
  const amendments = page.filter(
    ({ source, form, reportDate }) => source === 'sec' && form.endsWith('/A') && reportDate !== null,
  )
  if (amendments.length === 0) return []
  const reportDate = sql<string>`${filings.details}->>'reportDate'`
  const bases = await db
    .select({ ticker: instruments.ticker, form: filings.form, reportDate, sourceId: min(filings.sourceId) })
    .from(filings)
    .innerJoin(instruments, eq(instruments.id, filings.instrumentId))
    .where(
      and(
        heldAt(filings, asOf),
        eq(filings.source, 'sec'),
        inArray(instruments.ticker, [...new Set(amendments.map(({ ticker }) => ticker))]),
        inArray(filings.form, [...new Set(amendments.map(({ form }) => baseForm(form)))]),
      ),
    )
    .groupBy(instruments.ticker, filings.form, sql`3`)
    .having(eq(count(), 1))
  const found = new Map(
    bases.map((base) => [`${base.ticker} ${base.form} ${base.reportDate}`, base.sourceId]),
  )
  return amendments.flatMap(({ id, ticker, form, reportDate: period }) => {
    const base = found.get(`${ticker} ${baseForm(form)} ${period}`) ?? null
    return base === null ? [] : [[id, `sec:${base}`] as const]
  })
}

async function correctedNotices(
  db: Executor,
  page: readonly HeldFiling[],
  { asOf, companies }: Held,
): Promise<readonly Link[]> {
  const nameOf = (ticker: string) => companies.find((company) => company.ticker === ticker)?.name ?? null
  const corrections = page.flatMap((filing) => {
    const isChinese = companies.some(({ ticker }) => ticker === filing.ticker)
    const stem = isChinese ? correctedStem(filing.title, nameOf(filing.ticker)) : null
    return stem === null ? [] : [{ ...filing, stem }]
  })
  if (corrections.length === 0) return []
  const all = await listFilings(db, {
    tickers: [...new Set(corrections.map(({ ticker }) => ticker))],
    from: undefined,
    to: undefined,
    forms: undefined,
    sensitive: undefined,
    asOf,
    after: null,
    limit: 100_000,
    companies,
  })
  const plain = all.filter(({ ticker, title }) => correctedStem(title, nameOf(ticker)) === null)
  const byStem = Map.groupBy(plain, ({ ticker, title }) => `${ticker} ${noticeStem(title, nameOf(ticker))}`)
  return corrections.flatMap(({ id, ticker, stem, publishedOn }) => {
    const earlier = (byStem.get(`${ticker} ${stem}`) ?? []).filter((one) => one.publishedOn <= publishedOn)
    const [base, ...others] = earlier
    return base === undefined || others.length > 0 ? [] : [[id, base.id] as const]
  })
}
