import type { Executor } from '../client.ts'
import { companyNames } from '../company-names.ts'
import { listFilings, type FilingKey } from '../filing-list.ts'
import type { ExportAsked, ExportTable } from './export-table.ts'

const columns = [
  'id',
  'ticker',
  'source',
  'form',
  'category',
  'title',
  'title_en',
  'published_on',
  'published_at',
  'precision',
  'url',
  'price_sensitive',
  'first_seen_at',
]

const PAGE = 5_000

/** Filings, newest first: titles and links, of each announcement once. */
export async function exportFilings(
  db: Executor,
  { names, from, to, asOf }: ExportAsked,
): Promise<ExportTable> {
  const asked = {
    tickers: names.length === 0 ? undefined : names,
    from,
    to,
    forms: undefined,
    sensitive: undefined,
    asOf,
    companies: await companyNames(db, asOf),
    limit: PAGE,
  }
  const rows: ExportTable['rows'][number][] = []
  let after: FilingKey | null = null
  for (;;) {
    const page = await listFilings(db, { ...asked, after })
    for (const filing of page)
      rows.push({
        id: filing.id,
        ticker: filing.ticker,
        source: filing.source,
        form: filing.form,
        category: filing.category,
        title: filing.title,
        title_en: filing.titleEn,
        published_on: filing.publishedOn,
        published_at: filing.publishedAt,
        precision: filing.precision,
        url: filing.url,
        price_sensitive: filing.priceSensitive,
        first_seen_at: filing.firstSeenAt,
      })
    after = page.at(-1) ?? null
    if (page.length < PAGE) return { columns, rows }
  }
}
