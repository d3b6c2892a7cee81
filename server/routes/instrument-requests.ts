import {
  deleteInstrument,
  getInstrumentRequests,
  postInstrument,
  putInstrumentPaused,
  type InstrumentRequestRow,
} from '@oreline/shared/api/instrument-requests.ts'
import { tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { pauseInstrument, unfollowInstrument } from '../db/followed-instrument.ts'
import {
  askForInstrument,
  listInstrumentRequests,
  type InstrumentRequest,
} from '../db/instrument-requests.ts'
import { listAddedKeys } from '../db/operator-record.ts'
import { listReference } from '../db/reference-rows.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route } from '../route.ts'

/** More than anybody looks back on. */
const MOST_REQUESTS = 100

export const instrumentRequestRoutes = [
  readRoute(
    getInstrumentRequests,
    { reads: ['reference'], changesWith: 'moment' },
    async (_, { snapshot }) => ({
      data: (await listInstrumentRequests(snapshot, MOST_REQUESTS)).map(rowOf),
      meta: { sources: ['yahoo'] },
    }),
  ),

  route(postInstrument, async ({ body }, { db, queue, now }) => {
    const [held] = await listReference(db, 'instrument', { asOf: null, key: body.symbol })
    if (held !== undefined)
      throw new AppError('already-followed', `${body.symbol} is followed already.`, { parameter: 'symbol' })
    if (queue === null) throw new AppError('not-ready', 'This process has no queue.')
    const request = await askForInstrument(db, { symbol: body.symbol, now })
    await queue.enqueue({ job: 'quotes-add', slot: now, trigger: 'request' })
    return { data: rowOf(request), meta: await metaNow(db, now, ['yahoo']) }
  }),

  route(putInstrumentPaused, async ({ params, body }, { db, clock, now }) => {
    if (!(await pauseInstrument(db, clock, { ...params, ...body }))) throw unknownTicker(params.ticker)
    return { data: { ...params, ...body }, meta: await metaNow(db, now, []) }
  }),

  route(deleteInstrument, async ({ params: { ticker } }, { db, clock, now }) => {
    const [held] = await listReference(db, 'instrument', { asOf: null, key: ticker })
    if (held === undefined) throw unknownTicker(ticker)
    if (!(await listAddedKeys(db, 'instrument')).has(ticker))
      throw new AppError(
        'shipped-instrument',
        `${ticker} is one that Oreline ships with: pause it instead.`,
        {
          parameter: 'ticker',
        },
      )
    await unfollowInstrument(db, clock, ticker)
    return { data: { ticker }, meta: await metaNow(db, now, []) }
  }),
]

const unknownTicker = (ticker: string) =>
  new AppError('unknown-ticker', `no such instrument: ${ticker}`, { parameter: 'ticker' })

const rowOf = (request: InstrumentRequest): InstrumentRequestRow => ({
  id: request.id,
  symbol: request.symbol,
  state: request.state,
  detail: request.detail,
  ticker: request.ticker === null ? null : tickerSchema.parse(request.ticker),
  bars_stored: request.barsStored,
  asked_at: request.askedAt,
  changed_at: request.changedAt,
})
