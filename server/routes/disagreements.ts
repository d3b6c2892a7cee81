import { getDisagreements } from '@oreline/shared/api/disagreements.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { readRoute } from '../read-route.ts'
import { readDisagreements } from '../rows/disagreement-rows.ts'
import { allInstruments, knownInstruments } from '../rows/known-instruments.ts'

/** How far back is looked where nobody says from when: over a year, so that each dividend of a year is met. */
const USUAL_DAYS = 400
/** One wrong dividend makes a row of each day before it; the newest say what there is to say. */
const MOST_ROWS = 5_000

export const disagreementRoutes = [
  readRoute(
    getDisagreements,
    { reads: ['prices', 'reference'], changesWith: 'day' },
    async ({ query }, context) => {
      const { snapshot, now, asOf } = context
      const { tickers, to, field } = query
      const instruments =
        tickers === undefined
          ? await allInstruments(snapshot)
          : await knownInstruments(snapshot, tickers, 'tickers')
      const last = to ?? isoDateSchema.parse((asOf ?? now).slice(0, 10))
      const from = query.from ?? addDays(last, -USUAL_DAYS)
      const rows = (await readDisagreements(instruments, { from, to, field }, context)).slice(0, MOST_ROWS)
      const price = 'currency per share'
      return {
        data: [...rows],
        meta: {
          sources: [...new Set(rows.flatMap((row) => [row.source, row.other_source]))],
          units: { value: price, other_value: price, difference: 'fraction of value' },
          adjusted: 'splits',
        },
      }
    },
  ),
]
