/** Yahoo's v8 chart, both hosts. A library's User-Agent, or a second request within 1.4 s, gets a 429. */
import { instrumentsSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { seedIndexes, seedJson } from '../seed-files.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'
import { draftChart, type ChartDraft } from './yahoo-market.ts'
import { strangers } from './yahoo-strangers.ts'
import { yahooFaults, type ChartFault } from './yahoo-faults.ts'
import { chartReply, yahooFixture } from './yahoo-reply.ts'

const instruments = instrumentsSchema.parse(seedJson('instruments'))
const indexes = seedIndexes()

export function yahooRoute(): StandInRoute {
  let lastMs = Number.NEGATIVE_INFINITY

  const refusal = ({ headers, atMs }: StandInRequest): StandInReply | null => {
    // The host's own clock does not step back with ours.
    const tooSoon = atMs >= lastMs && atMs - lastMs < 1_400
    lastMs = atMs
    const agent = headers['user-agent'] ?? 'node'
    return tooSoon || !agent.startsWith('Mozilla/5.0') ? tooMany : null
  }

  const draftOf = ({ path, query, at }: StandInRequest): ChartDraft | null => {
    const symbol = decodeURIComponent(/^\/v8\/finance\/chart\/([^/?]+)/.exec(path)?.[1] ?? '')
    const stranger = strangers.find(({ instrument }) => instrument.yahoo === symbol)
    const instrument = instruments.find(({ yahoo }) => yahoo === symbol) ?? stranger?.instrument
    if (instrument === undefined) return null
    const draft = draftChart({
      instrument,
      sessions: indexes[instrument.calendar],
      period1: Number(query.get('period1')),
      period2: Number(query.get('period2')),
      now: at,
    })
    Object.assign(draft.meta, stranger?.meta)
    return draft
  }

  const scenario =
    (fault: ChartFault): StandInScenario =>
    (request) => {
      const draft = draftOf(request)
      if (draft === null) return yahooFixture('not-found.json', 404)
      return refusal(request) ?? fault(draft) ?? chartReply(draft)
    }

  return {
    name: 'yahoo',
    hosts: ['query1.finance.yahoo.com', 'query2.finance.yahoo.com'],
    answer: (request) => {
      const draft = draftOf(request)
      if (draft !== null && request.query.get('interval') !== '1d') draft.meta['dataGranularity'] = '1m'
      return refusal(request) ?? (draft === null ? yahooFixture('not-found.json', 404) : chartReply(draft))
    },
    scenarios: Object.fromEntries(Object.entries(yahooFaults).map(([id, fault]) => [id, scenario(fault)])),
  }
}

const tooMany: StandInReply = {
  status: 429,
  headers: { 'content-type': 'text/plain' },
  body: 'Too Many Requests\r\n',
}
