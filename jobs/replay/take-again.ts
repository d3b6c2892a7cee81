/** What is stored of a kept answer, by the very functions that store a fresh one. */
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import { priceSourceOrder } from '@oreline/shared/domain/sources/price-sources.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Ok, RawRef } from '@oreline/shared/kernel/outcome.ts'
import type { Executor } from '@oreline/server/db/client.ts'
import { upsertFilings } from '@oreline/server/db/filings.ts'
import { upsertFxRates } from '@oreline/server/db/fx-rates.ts'
import { listHeldIds, listHeldRates, type KeptAnswer } from '@oreline/server/db/kept-answers.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision, type Written } from '@oreline/server/db/revision.ts'
import { takeInHistory } from '@oreline/server/db/take-in-history.ts'
import type { FilingSource } from '../filings/refresh-filings.ts'
import type { FxQuery, Provider, QuoteQuery, Reading } from '../providers/define-provider.ts'
import { backfillFrom } from '../providers/yahoo.ts'
import { storeSecond } from '../quotes/store-second.ts'
import type { Reference } from '../reference-shelf.ts'
import { questionOf, readAgain } from './read-again.ts'

/** `stored`: `rows` of it are new; `nothing`: it has none, or none that may be stored; `unreadable`: as before. */
export type TakenAgain =
  | { readonly kind: 'stored'; readonly rows: number; readonly at: Instant }
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'unreadable'; readonly why: string }

type Again = {
  readonly db: Executor
  readonly clock: Clock
  readonly reference: Reference
  readonly kept: KeptAnswer
  readonly body: Buffer
}

/** Takes a source's kept answers in again. */
export type Replayer = {
  readonly source: string
  readonly parserVersion: number
  readonly take: (again: Again) => Promise<TakenAgain>
}

/** A history is judged against what is held as a fresh one would be; one that another has followed is left alone. */
export const quotesReplayer = (provider: Provider<QuoteQuery, QuoteHistory>): Replayer => ({
  source: provider.id,
  parserVersion: provider.parserVersion,
  take: async (again) => {
    const { db, clock, reference, kept } = again
    const instrument = instrumentOf(again)
    if (instrument === null) return unfollowed
    const sessions = reference.sessions[instrument.calendar]
    const { timezone } = sessions.calendar
    const widest = { instrument, sessions, from: backfillFrom, to: dateIn(timezone, kept.fetchedAt) }
    const query = { ...widest, ...provider.daysOf?.(widest, questionOf(kept)) }
    const read = readAgain(provider, query, again)
    if (read.kind === 'unreadable') return read
    const { reading } = read
    const [history] = reading.kind === 'ok' ? reading.items : []
    if (reading.kind !== 'ok' || history === undefined) return withoutRows(reading)
    const { ticker } = instrument
    const ids = { instrumentId: reference.idOf(ticker), ticker, source: provider.id }
    const stamp = { payloadId: kept.id, payloadIds: [kept.id] }
    const [preferred] = priceSourceOrder(instrument, reference.chosenSources.get(ticker) ?? null)
    if (preferred !== provider.id) {
      if (kept.followed) return overtaken
      const answer: Ok<QuoteHistory> = { ...reading, complete: false, raw: rawOf(kept) }
      const { written } = await storeSecond(db, clock, { ...ids, ...stamp, timezone, history, answer })
      return stored(written)
    }
    const asked = { from: query.from ?? backfillFrom, to: query.to }
    const { rejects } = reading
    const taken = await takeInHistory(db, clock, { ...ids, ...stamp, history, rejects, asked })
    switch (taken.kind) {
      case 'stored':
        return stored(taken.written)
      case 'overtaken':
        return overtaken
      case 'kept-out':
        return { kind: 'nothing', why: `it contradicts what is held: ${taken.why}` }
      case 'ask-whole':
        return { kind: 'nothing', why: 'it restates the whole series, which the next run asks for' }
    }
  },
})

/** Its list proves no absence any more: what came since could not stand in it. */
export const filingsReplayer = (definition: FilingSource): Replayer => ({
  source: definition.provider.id,
  parserVersion: definition.provider.parserVersion,
  take: async (again) => {
    const { db, clock, reference, kept } = again
    const { provider, rowsOf: source = provider.id, authority = 'record' } = definition
    const instrument = instrumentOf(again)
    if (instrument === null) return unfollowed
    const read = readAgain(provider, { instrument, since: null }, again)
    if (read.kind === 'unreadable') return read
    const { reading } = read
    if (reading.kind !== 'ok') return withoutRows(reading)
    const { ticker } = instrument
    const written = await withRevision(db, { scope: 'filings', clock }, async (revision) => {
      const items = provider.merge(reading.items)
      const ids = items.map(({ sourceId }) => sourceId)
      const held = kept.followed ? await listHeldIds(revision.tx, source, ids) : new Set<string>()
      const filings = items.filter(({ sourceId }) => !held.has(sourceId))
      const { rejects } = reading
      await keepRejects(revision, { source: provider.id, scope: ticker, payloadId: kept.id, rejects })
      const instrumentId = reference.idOf(ticker)
      const stamp = { source, payloadId: kept.id, authority, seenAt: kept.fetchedAt }
      return upsertFilings(revision, { instrumentId, filings, ...stamp })
    })
    return stored(written)
  },
})

/** Rates of the currencies that instruments are priced in. */
export const ratesReplayer = (provider: Provider<FxQuery, EuroRate>): Replayer => ({
  source: provider.id,
  parserVersion: provider.parserVersion,
  take: async (again) => {
    const { db, clock, reference, kept } = again
    const { instruments, target } = reference
    const mode = kept.requestKey === 'history' ? 'history' : 'recent'
    const read = readAgain(provider, { mode, target }, again)
    if (read.kind === 'unreadable') return read
    const { reading } = read
    if (reading.kind !== 'ok') return withoutRows(reading)
    const wanted = new Set(['USD', ...instruments.map(({ currency }) => currency)])
    const written = await withRevision(db, { scope: 'fx', clock }, async (revision) => {
      const held = kept.followed ? await listHeldRates(revision.tx) : new Set<string>()
      const rates = provider
        .merge(reading.items)
        .filter(({ currency, date }) => wanted.has(currency) && !held.has(`${currency} ${date}`))
      return upsertFxRates(revision, { rates, source: provider.id, payloadId: kept.id })
    })
    return stored(written)
  },
})

const unfollowed: TakenAgain = { kind: 'nothing', why: 'about nothing that is followed' }
const overtaken: TakenAgain = { kind: 'nothing', why: 'a later answer is stored' }

/** What a writing transaction came to. */
export const stored = ({ rows, recordedAt }: Written): TakenAgain => ({
  kind: 'stored',
  rows,
  at: recordedAt,
})

const rawOf = ({ id, sha256, url }: KeptAnswer): RawRef => ({ payloadId: id, sha256, url })

function instrumentOf({ reference, kept }: Again): Instrument | null {
  const [ticker] = kept.requestKey.split('/')
  return reference.instruments.find((instrument) => instrument.ticker === ticker) ?? null
}

/** What is to be said of an answer that gives no rows. */
export function withoutRows(reading: Reading<unknown>): TakenAgain {
  switch (reading.kind) {
    case 'broken':
      return { kind: 'unreadable', why: reading.detail }
    case 'notFound':
      return { kind: 'nothing', why: reading.why }
    case 'lead':
      return { kind: 'nothing', why: 'it only says where to ask on' }
    case 'empty':
    case 'ok':
      return { kind: 'nothing', why: 'it lists nothing' }
  }
}
