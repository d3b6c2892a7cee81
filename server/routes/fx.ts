import { getFx } from '@oreline/shared/api/fx.ts'
import { crossRates } from '@oreline/shared/domain/fx/cross.ts'
import { expectedOfRates } from '@oreline/shared/domain/sources/expected-sources.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import * as z from 'zod'
import { listHeldCurrencies } from '../db/fx-rates.ts'
import { listRates } from '../db/rate-history.ts'
import { listUnanswered } from '../db/unanswered.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { legSources } from '../rows/cross-rates.ts'
import { readRoute, type ReadContext } from '../read-route.ts'

const tokenSchema = z.tuple([z.string().length(6), isoDateSchema])

export const fxRoutes = [
  readRoute(getFx, { reads: ['fx'], changesWith: 'data' }, async ({ query }, { snapshot, asOf }) => {
    const { from, to, limit } = query
    const after = keyOf(query.next, tokenSchema)
    const pairs = query.pairs.map((pair) => ({ pair, base: pair.slice(0, 3), quote: pair.slice(3) }))
    await refuseUnknown(pairs, snapshot)
    const currencies = [...new Set(pairs.flatMap(({ base, quote }) => [base, quote]))]
    const legs = await listRates(snapshot, { currencies, from, to, asOf })
    const sourcesOf = legSources(legs)
    const rows = pairs
      .toSorted((a, b) => (a.pair < b.pair ? -1 : 1))
      .flatMap(({ pair, base, quote }) =>
        crossRates(base, quote, legs).map(({ date, rate }) => ({
          pair,
          date,
          rate,
          source: sourcesOf(base, quote, date).join('+'),
        })),
      )
      .filter(({ pair, date }) => after === null || pair > after[0] || (pair === after[0] && date > after[1]))
    const page = rows.slice(0, limit)
    const sources = [...new Set(legs.map(({ source }) => source))]
    const given = sources.map((source) => ({ source, scope: 'all' }))
    const last = page.at(-1)
    return {
      data: page,
      meta: {
        sources,
        unanswered: await listUnanswered(snapshot, expectedOfRates, { asOf, rows: given }),
        units: { rate: 'units of the second currency per 1 of the first' },
        next: rows.length > limit && last !== undefined ? tokenOf([last.pair, last.date]) : null,
      },
    }
  }),
]

type Pair = { readonly pair: string; readonly base: string; readonly quote: string }

/** A currency nobody publishes would read like one without rates. Before the first answer nothing can be told. */
async function refuseUnknown(pairs: readonly Pair[], snapshot: ReadContext['snapshot']): Promise<void> {
  const known = await listHeldCurrencies(snapshot)
  const isKnown = (currency: string) => currency === 'EUR' || known.size === 0 || known.has(currency)
  const unknown = pairs.filter(({ base, quote }) => base === quote || !isKnown(base) || !isKnown(quote))
  if (unknown.length === 0) return
  const names = unknown.map(({ pair }) => pair)
  throw new AppError('invalid-input', `no rates are published for ${names.join(', ')}`, {
    parameter: 'pairs',
    extra: { unknown: names },
  })
}
