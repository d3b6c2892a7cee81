/** The rows of the ugly list that Yahoo's chart can come to, each a change of an otherwise good answer. */
import type { StandInReply } from './route.ts'
import type { ChartDraft, DraftRow } from './yahoo-market.ts'
import { yahooFixture } from './yahoo-reply.ts'

/** Changes a draft in place; what it gives back is sent instead of the draft. */
export type ChartFault = (draft: ChartDraft) => StandInReply | void

const nothing = { open: null, high: null, low: null, close: null }
const day = 86_400

/** Multiplies every price of the rows. */
function scale(rows: readonly DraftRow[], by: number): void {
  for (const row of rows)
    for (const key of ['open', 'high', 'low', 'close', 'adjClose'] as const)
      if (typeof row[key] === 'number') row[key] *= by
}

/** Changes the row at a place; negative places count from the end. */
const at = (place: number, change: (row: DraftRow) => void): ChartFault => {
  return ({ rows }) => {
    const row = rows.at(place)
    if (row !== undefined) change(row)
  }
}

const put = (place: number, cells: Partial<DraftRow>): ChartFault =>
  at(place, (row) => void Object.assign(row, cells))

/** Adds a row after the last one, made from it. */
const follow = (change: (last: DraftRow) => Partial<DraftRow>): ChartFault => {
  return ({ rows }) => {
    const last = rows.at(-1)
    if (last !== undefined) rows.push({ ...last, ...change(last) })
  }
}

const stampAt = ({ rows }: ChartDraft, place: number): number => rows.at(place)?.stamp ?? 0
const priceOf = ({ close }: DraftRow): number => Number(close)

export const yahooFaults: Readonly<Record<string, ChartFault>> = {
  Q01: put(-5, nothing),
  Q02: put(-5, { open: null, high: null, low: null }),
  Q03: put(0, { ...nothing, volume: null, adjClose: null }),
  Q04: ({ rows }) => void rows.splice(-5, 1),
  // The running day twice, with the stamp of the open and with that of the last trade.
  Q06: follow((last) => ({ stamp: last.stamp + 5 * 3_600, close: priceOf(last) * 1.001 })),
  'Q06-over': follow((last) => ({ stamp: last.stamp + 5 * 3_600, volume: 1 })),
  Q07: follow((last) => ({ stamp: last.stamp + day })),
  'Q07-session': ({ rows }) => {
    const { stamp: _stamp, ...figures } = rows.at(-4) ?? { stamp: 0 }
    Object.assign(rows.at(-3) ?? {}, figures)
  },
  K02: follow((last) => ({ stamp: last.stamp + day, close: priceOf(last) * 1.01 })),
  Q08: follow((last) => ({ stamp: last.stamp + 9 * day })),
  Q09: ({ rows }) => {
    for (const row of rows) row.stamp -= row.stamp % day
  },
  Q12: (draft) => void (draft.adjusted = false),
  Q13: ({ rows }) => {
    for (const [place, cell] of [null, 'Infinity', -1, 0].entries())
      Object.assign(rows.at(place - 6) ?? {}, { adjClose: cell })
  },
  Q14: at(-5, (row) => void (row.adjClose = priceOf(row) * 1.01)),
  Q15: (draft) => {
    scale(draft.rows, 0.1)
    draft.splits.push({ date: stampAt(draft, -1), numerator: 10, denominator: 1, splitRatio: '10:1' })
  },
  Q16: (draft) => {
    scale(draft.rows.slice(0, -5), 4)
    draft.splits.push({ date: stampAt(draft, -5), numerator: 4, denominator: 1, splitRatio: '4:1' })
  },
  Q17: (draft) =>
    void draft.splits.push({
      date: stampAt(draft, -5),
      numerator: 4406,
      denominator: 10_000,
      splitRatio: '4406:10000',
    }),
  Q18: (draft) => {
    for (const row of draft.rows.slice(0, -5)) row.adjClose = priceOf(row) * 0.98
    draft.dividends.push({ date: stampAt(draft, -5), amount: 0.5 })
  },
  Q19: (draft) =>
    void draft.dividends.push(
      { date: stampAt(draft, -5), amount: 0.5, currency: 'EUR' },
      { date: stampAt(draft, -4), amount: 50 },
    ),
  Q21: ({ meta }) => void (meta['currency'] = meta['currency'] === 'USD' ? 'AUD' : 'USD'),
  Q22: () => yahooFixture('phantom.json', 200),
  Q23: ({ meta }) => void (meta['symbol'] = 'RENAMED'),
  Q24: (draft) => void (draft.rows = []),
  'Q25-400': () => yahooFixture('no-data.json', 400),
  Q26: (draft) => void (draft.cutCloses = 1),
  'Q26-many': (draft) => void (draft.cutCloses = 3),
  Q27: (draft) => void (draft.rows = draft.rows.toReversed()),
  Q28: () => yahooFixture('not-found.json', 404),
  Q31: () => ({
    headers: { 'content-type': 'text/html' },
    body: '<html><body>Will be right back...</body></html>',
  }),
  Q32: at(
    -5,
    (row) => void Object.assign(row, { open: row.close, high: row.close, low: row.close, volume: 0 }),
  ),
  Q33: put(-5, { volume: 0 }),
  Q34: put(-5, { volume: null }),
  Q35: at(-5, (row) => void (row.high = Math.max(priceOf(row), Number(row.open)) * (1 - 1e-7))),
  'Q35-beyond': at(-5, (row) => void (row.high = priceOf(row) * 0.9)),
  Q37: ({ rows }) => scale(rows.slice(-5, -4), 100),
  'Q37-unit': ({ rows }) => scale(rows.slice(-5), 0.01),
  'Q37-confirmed': ({ rows }) => scale(rows.slice(-5), 1.5),
  Q38: ({ rows }) => scale(rows.slice(-5, -4), 1.2),
  Q42: ({ meta }) => void (meta['dataGranularity'] = '1mo'),
  Q43: (draft) => {
    draft.rows = draft.rows.slice(4)
    draft.meta['firstTradeDate'] = stampAt(draft, 0)
  },
  'live-only-in-meta': (draft) => void draft.rows.pop(),
  H24: put(-5, { close: 'n/a' }),
  'H24-many': ({ rows }) => {
    for (const row of rows.slice(0, Math.ceil(rows.length / 3))) row.close = 'n/a'
  },
  H25: ({ meta }) => void (meta['newField'] = { nested: true }),
}
