import { getFilings } from '@oreline/shared/api/filings.ts'
import { expectedOfFilings } from '@oreline/shared/domain/sources/expected-sources.ts'
import { instantSchema, isoDateSchema, tickerSchema } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'
import { findAmended } from '../db/filing-amendments.ts'
import { listFilings, type FilingKey } from '../db/filing-list.ts'
import { listUnanswered } from '../db/unanswered.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { companyNames } from '../db/company-names.ts'
import { allInstruments, knownInstruments } from '../rows/known-instruments.ts'
import { readRoute } from '../read-route.ts'

/** As in the store: no text there holds a control character. */
const textSchema = z.string().regex(/^\P{Cc}*$/u)

const tokenSchema = z
  .tuple([isoDateSchema, instantSchema.nullable(), textSchema, textSchema, tickerSchema])
  .transform(([publishedOn, publishedAt, source, sourceId, ticker]) => ({
    publishedOn,
    publishedAt,
    source,
    sourceId,
    ticker,
  }))

export const filingRoutes = [
  readRoute(
    getFilings,
    { reads: ['filings', 'reference'], changesWith: 'data' },
    async ({ query }, { snapshot, asOf }) => {
      const { tickers, from, to, form: forms, sensitive, limit } = query
      const after = keyOf(query.next, tokenSchema)
      const instruments =
        tickers === undefined
          ? await allInstruments(snapshot)
          : await knownInstruments(snapshot, tickers, 'tickers')
      const companies = await companyNames(snapshot, asOf)
      const asked = { tickers, from, to, forms, sensitive, asOf, after, companies }
      const found = await listFilings(snapshot, { ...asked, limit: limit + 1 })
      const page = found.slice(0, limit)
      const amended = await findAmended(snapshot, page, { asOf, companies })
      const last = page.at(-1)
      return {
        data: page.map((filing) => ({
          id: filing.id,
          ticker: tickerSchema.parse(filing.ticker),
          source: filing.source,
          sources: [...filing.sources],
          form: filing.form,
          category: filing.category,
          title: filing.title,
          title_en: filing.titleEn,
          published_on: filing.publishedOn,
          published_at: filing.publishedAt,
          precision: filing.precision,
          url: filing.url,
          price_sensitive: filing.priceSensitive,
          removed_upstream: filing.removedUpstream,
          amends: amended.get(filing.id) ?? null,
          first_seen_at: filing.firstSeenAt,
        })),
        meta: {
          sources: [...new Set(page.flatMap(({ sources }) => sources))],
          unanswered: await listUnanswered(snapshot, instruments.flatMap(expectedOfFilings), {
            asOf,
            rows: page.flatMap(({ sources, ticker }) => sources.map((source) => ({ source, scope: ticker }))),
          }),
          next: found.length > limit && last !== undefined ? tokenOf(placeOf(last)) : null,
        },
      }
    },
  ),
]

const placeOf = (key: FilingKey) => [key.publishedOn, key.publishedAt, key.source, key.sourceId, key.ticker]
