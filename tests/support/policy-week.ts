/**
 * A week in which everything known of policy changes: events, outcomes, claims, rows of the chain, dates of companies,
 * closes, documents, decisions, sessions, a newer seed. What several rooms wrote is put there as they would.
 */
import type { Db } from '@oreline/server/db/client.ts'
import { addPoints, describeCommodity } from '@oreline/server/db/commodity-writes.ts'
import { followInstrument, unfollowInstrument } from '@oreline/server/db/followed-instrument.ts'
import { eventDocuments } from '@oreline/server/db/seed/seed-documents.ts'
import { seedReference } from '@oreline/server/db/seed/seed-reference.ts'
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { ask } from './app.ts'
import { day } from './brands.ts'
import { aCommodity } from './commodity.ts'
import { federalRegister, mofcom, takeIn } from './documents.ts'
import { policyEvent } from './policy-event.ts'
import { seedEvent, seedEvents, seedJson } from './seed-files.ts'
import { aBar, aFiling, takeInReference, writeActions, writeBars, writeFilings } from './store-rows.ts'

const api = '/api/v1'
const OTHER_PAUSE = 'cn-2025-11-09-mofcom-72-suspension'
/** What the week is about: a suspension, a floor, an act that is made from a document, a row of the chain. */
export const PAUSE = 'cn-2025-11-07-mofcom-70-suspension'
export const FLOOR = 'us-2025-07-10-dod-mp-price-floor'
export const NEW = 'cn-2026-11-24-mofcom-71'
export const pilot = 'coverage/uuuu-separation-white-mesa-mill-pilot-utah'
const results = `${api}/company-dates/MP/results/year-to-2026-12-31`
const claims = `${api}/policy-events/${PAUSE}/claims/a-saturday`

const reason = {
  by: 'Ada',
  why: 'it was published',
  sources: [
    { name: 'A ministry', url: 'https://example.org/a', date: '2026-11-20' },
    { name: 'A newspaper', url: 'https://example.org/b', date: '2026-11-21' },
  ],
}

const rule = federalRegister('2026-20001', {
  title: 'Notice of a meeting',
  publishedOn: '2026-11-25',
  effectiveOn: '2026-12-01',
})
const act = mofcom('2026-71', {
  title: '商务部公告2026年第71号 公布继续暂停实施商务部公告2025年第61号 稀土',
  publishedOn: '2026-11-24',
})
const created = policyEvent({
  id: NEW,
  announced_date: '2026-11-24',
  status_history: [{ date: '2026-11-24', status: 'announced', note: null, related: null }],
  official_url: act.url,
  official_url_status: 'seen',
  tickers: [{ ticker: 'MP', direction: '+', reason: 'a test' }],
})
const claim = {
  field: 'effective_date',
  value: '2025-11-08',
  says: 'Another day.',
  source: { name: 'A page', url: 'https://example.org/c', date: '2026-11-20' },
  standing: 'rejected',
  note: null,
}
const rival = instrumentSchema.parse({
  ticker: 'USAR',
  name: 'USA Rare Earth, Inc.',
  role: 'context',
  kind: 'equity',
  mic: 'XNAS',
  calendar: 'XNYS',
  currency: 'USD',
  isin: null,
  yahoo: 'USAR',
})
const aPrice = (value: number) => ({ date: day('2026-01-05'), value, low: null, high: null })

const writeCloses = (db: Db, at: Instant, ticker: string, closes: readonly number[]) =>
  writeBars(
    db,
    { at, ticker },
    closes.map((close, place) => aBar(`2025-07-${String(9 + place).padStart(2, '0')}`, close)),
  )

/** The shipped chain with a figure of each kind said otherwise. */
function rewrittenChain(): object {
  const { china_share, disclosed, announced_money, ...rest } = chainSchema.parse(seedJson('chain'))
  const again = <T extends object>(rows: readonly T[], over: Partial<T>) =>
    rows.map((row, place) => (place === 0 ? { ...row, ...over } : row))
  return {
    ...rest,
    china_share: again(china_share, { note: 'Said otherwise.' }),
    disclosed: again(disclosed, { basis: 'said otherwise' }),
    announced_money: again(announced_money, { amount: 401 }),
  }
}

const shipAgain = (db: Db, at: Instant, event: PolicyEvent) =>
  db.transaction(async (tx) =>
    seedReference(tx, { kind: 'policy-event', documents: eventDocuments(JSON.stringify([event])), at }),
  )

const mapSchema = z.looseObject({
  data: z.object({ coverage: z.array(z.looseObject({ id: z.string(), revision: z.int() })) }),
})
const answerSchema = z.looseObject({ data: z.looseObject({ revision: z.int() }) })

type Place = { readonly app: FastifyInstance; readonly db: Db; readonly clock: Clock }

/** The changes in their order, on an empty store; those of one step touch different paths. Each throws where it is refused. */
export function policyWeek({ app, db, clock }: Place): readonly (() => Promise<unknown>)[] {
  const send = async (method: 'PUT' | 'POST' | 'DELETE', address: string, body: object) => {
    const reply = await ask(app, address, { method, body })
    if (reply.status !== 200) throw new Error(`${method} ${address} answered ${reply.status}: ${reply.text}`)
    return reply.json
  }
  const revisionOf = async (id: string) =>
    answerSchema.parse((await ask(app, `${api}/policy-events/${id}`)).json).data.revision
  const change = async (id: string, over: object) =>
    send('PUT', `${api}/policy-events/${id}`, {
      event: { ...seedEvent(id), ...over },
      base: await revisionOf(id),
      reason,
    })
  /** The row as an editor would send it, with another note. */
  const pilotNow = async (note: string) => {
    const { data } = mapSchema.parse((await ask(app, `${api}/chain/map`)).json)
    const row = data.coverage.find(({ id }) => id === pilot)
    return { row: { ...row, note }, base: row?.revision }
  }
  const decide = (id: number, decision: object) => send('POST', `${api}/inbox/${id}/decisions`, decision)
  let announced = 0
  let claimed = 0
  return [
    async () => {},
    async () => takeInReference(db, clock()),
    async () => {
      await writeCloses(db, clock(), 'MP', [30.03, 45.23, 45.11])
      await writeCloses(db, clock(), 'SPY', [624.06, 625.82, 623.62])
      await change(PAUSE, { end_date: '2027-11-10', status_note: 'Extended by a year.' })
      await takeIn({ db, clock }, 'mofcom', [act], true)
    },
    async () => {
      claimed = answerSchema.parse(await send('PUT', claims, { claim, base: null, reason })).data.revision
      await send('PUT', `${api}/chain/rows/${pilot}`, { ...(await pilotNow('Said again.')), reason })
      await writeFilings(db, { at: clock(), ticker: 'MP' }, [
        aFiling('r', '2026-02-26', { category: 'results', title: 'Current report: Results of operations' }),
        aFiling('k', '2026-02-27', { form: '10-K', details: { reportDate: '2025-12-31' } }),
      ])
      await takeIn({ db, clock }, 'federal-register', [rule])
    },
    async () => {
      await send('POST', `${api}/policy-events/${OTHER_PAUSE}/outcomes`, {
        kind: 'end',
        what: 'extended',
        date: '2026-11-23',
        until: '2027-11-27',
        note: 'By a year.',
        base: await revisionOf(OTHER_PAUSE),
        reason,
      })
      await decide(1, { decision: 'dismiss', by: 'Ann', reason: 'not ours' })
      const more = { date: '2027-02-23', precision: 'day', note: null, base: null, reason }
      announced = answerSchema.parse(await send('PUT', results, more)).data.revision
    },
    async () => {
      await decide(1, { decision: 'reopen', by: 'Ben' })
      await followInstrument(db, clock, rival)
      const exposure = { ticker: rival.ticker, direction: '+', reason: 'a rival' }
      await change(FLOOR, { tickers: [...seedEvent(FLOOR).tickers, exposure] })
      await writeActions(db, { at: clock(), ticker: 'LYC.AX' }, [
        { kind: 'dividend', exDate: day('2026-03-05'), amount: 0.1, currency: 'AUD', flags: [] },
      ])
    },
    async () => {
      await decide(1, { decision: 'create', event: created, reason })
      await describeCommodity(db, clock, aCommodity)
      await addPoints(db, clock, aCommodity.id, [aPrice(500_000)])
      await unfollowInstrument(db, clock, rival.ticker)
    },
    async () => {
      await takeIn({ db, clock }, 'federal-register', [{ ...rule, publishedOn: day('2026-11-26') }])
      await addPoints(db, clock, aCommodity.id, [aPrice(505_000)])
      await writeCloses(db, clock(), 'MP', [30.03, 45.5, 45.11])
      await send('POST', `${api}/chain/file`, { chain: rewrittenChain(), reason })
    },
    async () => {
      const mourning = { kind: 'closed', note: 'a day of mourning' }
      await send('PUT', `${api}/calendars/XNYS/overrides/2025-07-11`, mourning)
      await send('DELETE', claims, { base: claimed, reason })
      await send('DELETE', results, { base: announced, reason })
      await send('DELETE', `${api}/chain/rows/${pilot}`, { base: (await pilotNow('')).base, reason })
    },
    async () => {
      const events = seedEvents().map((event) => ({ ...event, summary: `${event.summary} Again.` }))
      await send('POST', `${api}/policy-catalogue`, { events: events.slice(0, 5), reason })
      await send('DELETE', `${api}/policy-events/${NEW}`, { base: await revisionOf(NEW), reason })
      await shipAgain(db, clock(), { ...seedEvent(PAUSE), summary: 'As a newer Oreline ships it.' })
    },
  ]
}
