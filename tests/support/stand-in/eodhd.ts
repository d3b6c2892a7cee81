/** EODHD's end-of-day list. Without a key it is "Unauthenticated"; the key `spent-key` has no calls left today. */
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { dailyDrafts, instrumentOf, scale, type DailyDraft } from './daily-market.ts'
import type { StandInReply, StandInRequest, StandInRoute } from './route.ts'

type EodDraft = { days: DailyDraft[]; adjustedBy: number; before: object[] }
type EodFault = (draft: EodDraft) => StandInReply | void

export function eodhdRoute(): StandInRoute {
  const answer = (request: StandInRequest, fault: EodFault): StandInReply => {
    const key = request.query.get('api_token')
    if (key === null || key === '') return text(401, 'Unauthenticated')
    if (key === 'spent-key') return text(402, 'API limit reached')
    const draft = draftOf(request)
    return draft === null ? text(404, 'Ticker Not Found.') : (fault(draft) ?? eodReply(draft))
  }
  return {
    name: 'eodhd',
    hosts: ['eodhd.com'],
    answer: (request) => answer(request, () => undefined),
    scenarios: Object.fromEntries(
      Object.entries(faults).map(([id, fault]) => [id, (request) => answer(request, fault)]),
    ),
  }
}

function draftOf({ path, query, at }: StandInRequest): EodDraft | null {
  const symbol = decodeURIComponent(/^\/api\/eod\/([^/?]+)/.exec(path)?.[1] ?? '')
  const instrument = instrumentOf('eodhd', symbol)
  if (instrument === undefined) return null
  const from = isoDateSchema.parse(query.get('from'))
  const to = isoDateSchema.parse(query.get('to'))
  return { days: dailyDrafts(instrument, { from, to }, at), adjustedBy: 1, before: [] }
}

const eodReply = ({ days, adjustedBy, before }: EodDraft): StandInReply => ({
  body: [
    ...before,
    ...days.map(({ date, open, high, low, close, volume }) => ({
      date,
      open,
      high,
      low,
      close,
      adjusted_close: Math.round(close * adjustedBy * 1e4) / 1e4,
      volume,
    })),
  ],
})

const text = (status: number, body: string): StandInReply => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
})

const faults: Readonly<Record<string, EodFault>> = {
  Q46: ({ days }) => {
    for (const day of days)
      Object.assign(day, { close: day.high * 1.01, high: day.low * 0.99, low: day.close })
  },
  Q51: (draft) => void (draft.adjustedBy = 0.9),
  Q52: ({ days }) => scale(days.slice(-2), 1.008),
  unauthenticated: () => text(401, 'Unauthenticated'),
  forbidden: () => text(403, 'Forbidden. Please contact support@eodhistoricaldata.com'),
  wall: () => ({
    status: 403,
    headers: { 'content-type': 'text/html' },
    body: '<!DOCTYPE html><html><title>Attention Required!</title></html>',
  }),
  limit: () => text(402, 'Payment Required'),
  unknown: () => text(404, 'Ticker Not Found.'),
  limited: (draft) =>
    void draft.before.push({ warning: 'Data is limited by one year as you have free subscription' }),
  empty: (draft) => void (draft.days = []),
}
