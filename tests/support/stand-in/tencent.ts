/**
 * Tencent's kline. A library's User-Agent, or a second request within 1.9 s, gets a 403 as from its firewall; an
 * adjustment argument gives `qfqday`, with prices it has subtracted dividends from.
 */
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { dailyDrafts, instrumentOf, scale, type DailyDraft } from './daily-market.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'

type KlineDraft = { code: string; name: string; days: DailyDraft[]; key: string; extra: unknown[] }
type KlineFault = (draft: KlineDraft) => StandInReply | void

export function tencentRoute(): StandInRoute {
  let lastMs = Number.NEGATIVE_INFINITY
  const refusal = ({ headers, atMs }: StandInRequest): StandInReply | null => {
    const tooSoon = atMs - lastMs < 1_900
    lastMs = atMs
    const isBrowser = headers['user-agent']?.startsWith('Mozilla/5.0') === true
    return tooSoon || !isBrowser
      ? { status: 403, headers: { 'content-type': 'text/html' }, body: '<html></html>' }
      : null
  }
  const answer =
    (fault: KlineFault): StandInScenario =>
    (request) => {
      const draft = draftOf(request)
      if (draft === null) return noMatch
      return refusal(request) ?? fault(draft) ?? klineReply(draft)
    }
  const usual = answer(() => undefined)
  return {
    name: 'tencent',
    hosts: ['web.ifzq.gtimg.cn'],
    answer: async (request) => {
      const reply = await usual(request, () => noMatch)
      if ('raw' in reply) throw new Error('a usual answer is a reply')
      return reply
    },
    scenarios: Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, answer(fault)])),
  }
}

function draftOf({ query, at }: StandInRequest): KlineDraft | null {
  const [code = '', , from, to, most, adjusted] = (query.get('param') ?? '').split(',')
  const instrument = instrumentOf('tencent', code)
  if (instrument === undefined) return null
  const window = { from: isoDateSchema.parse(from), to: isoDateSchema.parse(to) }
  const days = dailyDrafts(instrument, window, at).slice(-Number(most))
  return {
    code,
    name: instrument.name_zh ?? '',
    days,
    key: adjusted === '' || adjusted === undefined ? 'day' : 'qfqday',
    extra: [],
  }
}

function klineReply({ code, name, days, key, extra }: KlineDraft): StandInReply {
  const rows = days.map(({ date, open, close, high, low, volume }) => [
    date,
    ...[open, close, high, low, volume / 100].map((figure) => figure.toFixed(3)),
    ...extra,
  ])
  const qt = { [code]: ['1', name] }
  return {
    body: { code: 0, msg: '', data: { [code]: { [key]: rows, qt, prec: '0.000', version: '16' } } },
  }
}

/** What all of Tencent's pages say about a code they do not know. */
const noMatch: StandInReply = {
  headers: { 'content-type': 'text/html; charset=GBK' },
  body: 'v_pv_none_match="1";\n',
}

const faults: Readonly<Record<string, KlineFault>> = {
  Q04: ({ days }) => void days.splice(-5, 1),
  Q38: ({ days }) => scale(days.slice(-5, -4), 1.2),
  // Open, high, low, close in the places of open, close, high, low.
  Q46: ({ days }) => {
    for (const day of days)
      Object.assign(day, { close: day.high * 1.001, high: day.low * 0.999, low: day.close })
  },
  'Q46-one': ({ days }) => void Object.assign(days.at(-5) ?? {}, { low: 9_999 }),
  Q48: () => noMatch,
  Q49: (draft) => void (draft.name = 'XD北方稀'),
  Q52: ({ days }) => scale(days.slice(-2), 1.008),
  assigned: (draft) => ({ body: `kline_day=${JSON.stringify(klineReply(draft).body)};` }),
  'dividend-object': (draft) => void (draft.extra = [{ nd: '2025', fh_sh: '1.3', cqr: '2026-06-11' }]),
  qfq: (draft) => void (draft.key = 'qfqday'),
  code: () => ({ body: { code: 1, msg: 'param error', data: [] } }),
  'no-data': () => ({ body: { code: 0, msg: '', data: [] } }),
  empty: (draft) => void (draft.days = []),
  H24: ({ days }) => void Object.assign(days.at(-5) ?? {}, { date: 'soon' }),
  'H24-many': ({ days }) => {
    for (const day of days.slice(0, Math.ceil(days.length / 3))) day.date = 'soon'
  },
}
