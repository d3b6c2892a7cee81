/**
 * Eastmoney's kline. Without a Referer of its own page, or asked again within 4.9 s, it closes the connection without a
 * byte; a line it does not know, or a question it has lost, gives rc 102.
 */
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { dailyDrafts, instrumentOf, scale, type DailyDraft } from './daily-market.ts'
import type { RawReply, StandInReply, StandInRequest, StandInRoute } from './route.ts'

type KlineDraft = {
  code: string
  name: string
  days: DailyDraft[]
  /** Of a unit of volume, in shares. */
  unit: number
  amountTimes: number
  columns: number
}
type KlineFault = (draft: KlineDraft) => StandInReply | RawReply | void

export function eastmoneyRoute(): StandInRoute {
  let lastMs = Number.NEGATIVE_INFINITY
  const refusal = ({ headers, atMs }: StandInRequest): RawReply | null => {
    const tooSoon = atMs - lastMs < 4_900
    lastMs = atMs
    const isFromPage = headers['referer']?.startsWith('https://quote.eastmoney.com/') === true
    return tooSoon || !isFromPage ? silence : null
  }
  const answer = (request: StandInRequest, fault: KlineFault): StandInReply | RawReply => {
    const draft = draftOf(request)
    if (draft === null) return lost
    return refusal(request) ?? fault(draft) ?? klineReply(draft)
  }
  const usual = (request: StandInRequest) => answer(request, () => undefined)
  return {
    name: 'eastmoney',
    hosts: ['push2his.eastmoney.com'],
    answer: (request) => {
      const reply = usual(request)
      // Only a scenario may write to the socket; a usual answer says the same with a status.
      return 'raw' in reply ? { status: 403, body: '' } : reply
    },
    scenarios: Object.fromEntries(
      Object.entries(faults).map(([id, fault]) => [id, (request) => answer(request, fault)]),
    ),
  }
}

function draftOf({ query, at }: StandInRequest): KlineDraft | null {
  const secid = query.get('secid') ?? ''
  const instrument = instrumentOf('eastmoney', secid)
  if (instrument === undefined || query.get('fqt') !== '0' || query.get('klt') !== '101') return null
  const window = { from: dayOf(query.get('beg')), to: dayOf(query.get('end')) }
  return {
    code: secid.slice(2),
    name: instrument.name_zh ?? '',
    days: dailyDrafts(instrument, window, at),
    unit: 100,
    amountTimes: 1,
    columns: 11,
  }
}

const dayOf = (compact: string | null) =>
  isoDateSchema.parse((compact ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))

function klineReply({ code, name, days, unit, amountTimes, columns }: KlineDraft): StandInReply {
  const klines = days.map(({ date, open, close, high, low, volume }) =>
    [
      date,
      ...[open, close, high, low].map((price) => price.toFixed(2)),
      String(volume / unit),
      (volume * close * amountTimes).toFixed(2),
      '2.96',
      '1.64',
      '0.10',
      '1.03',
      '0',
    ]
      .slice(0, columns)
      .join(','),
  )
  const data = { code, market: 1, name, decimal: 2, dktotal: 5_282, preKPrice: 20.1, klines }
  return { body: { rc: 0, rt: 17, svr: 183_642_696, lt: 1, full: 0, dlmkts: '', data } }
}

const lost: StandInReply = { body: { rc: 102, rt: 17, svr: 1, lt: 1, full: 0, data: null } }
const silence: RawReply = { raw: (req) => req.socket.destroy() }

const faults: Readonly<Record<string, KlineFault>> = {
  Q45: (draft) => void (draft.columns = 10),
  'Q45-12': (draft) => void (draft.columns = 12),
  'Q45-6': (draft) => void (draft.columns = 6),
  'Q45-few': (draft) => void (draft.columns = 5),
  Q46: ({ days }) => {
    for (const day of days)
      Object.assign(day, { close: day.high * 1.01, high: day.low * 0.99, low: day.close })
  },
  Q47: (draft) => void (draft.unit = 1),
  'Q47-doubtful': (draft) => void (draft.amountTimes = 10),
  Q49: (draft) => void (draft.name = 'DR北方稀'),
  Q52: ({ days }) => scale(days.slice(-2), 1.008),
  'rc-102': () => lost,
  silent: () => silence,
  empty: (draft) => void (draft.days = []),
  'other-line': (draft) => void (draft.code = '600519'),
}
