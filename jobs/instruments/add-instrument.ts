/** Follows another instrument: looks its symbol up, stores it, and pulls its whole history. */
import { instrumentFrom } from '@oreline/shared/domain/instruments/listing.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import { followInstrument } from '@oreline/server/db/followed-instrument.ts'
import { listReference } from '@oreline/server/db/reference-rows.ts'
import { attemptSource } from '../attempt-source.ts'
import type { JobContext, ScopeReport } from '../define-job.ts'
import { askProvider } from '../providers/ask-provider.ts'
import { yahooListing } from '../providers/yahoo-listing.ts'
import { yahoo } from '../providers/yahoo.ts'
import { refreshQuotes } from '../quotes/refresh-quotes.ts'
import { buildReferenceShelf } from '../reference-shelf.ts'
import { whyNotAsked } from '../why-not-asked.ts'

/**
 * `refused`: there is nothing to follow, whoever asks again; `waiting`: Yahoo could not be asked now, or the store holds
 * no history yet, and the next run goes on. `detail` is a sentence for the reader.
 */
export type AddedInstrument = {
  readonly state: 'done' | 'refused' | 'waiting'
  readonly detail: string
  readonly ticker: Ticker | null
  readonly barsStored: number
  readonly reports: readonly ScopeReport[]
}

export type AddProgress = (stage: 'looking-up' | 'backfilling', detail: string) => Promise<void>

/** Safe to repeat: what is followed already is brought up to date. */
export async function addInstrument(
  context: JobContext,
  symbol: string,
  progress: AddProgress,
): Promise<AddedInstrument> {
  const { db, tools } = context
  const held = await listReference(db, 'instrument', { asOf: null, key: symbol })
  if (held.length === 0) {
    await progress('looking-up', `Asking Yahoo where ${symbol} is listed.`)
    const found = await lookUp(context, symbol)
    if (found.kind !== 'instrument') return { ...found.answer, ticker: null, barsStored: 0 }
    await followInstrument(db, tools.clock, found.instrument)
  }
  const reference = await buildReferenceShelf(db)()
  const instrument = reference.instruments.find(({ yahoo: name }) => name === symbol)
  if (instrument === undefined)
    return { ...none, state: 'refused', detail: `${symbol} is followed already, and paused: resume it.` }
  await progress('backfilling', `Pulling the history of ${instrument.name}.`)
  const report = await attemptSource(
    { ...context, reference },
    { source: yahoo.id, scope: instrument.ticker },
    async () => refreshQuotes({ ...context, reference }, { instrument, provider: yahoo }, null),
  )
  const reports = [report]
  const { ticker, name } = instrument
  const barsStored = report.rows_written
  return report.kind === 'ok' || report.kind === 'unchanged'
    ? { state: 'done', detail: `${name} is followed.`, ticker, barsStored, reports }
    : {
        state: 'waiting',
        detail: `${name} is followed; its history has not come yet (${report.detail ?? report.kind}).`,
        ticker,
        barsStored,
        reports,
      }
}

const none = { ticker: null, barsStored: 0, reports: [] } as const

type LookedUp =
  | Extract<ReturnType<typeof instrumentFrom>, { kind: 'instrument' }>
  | { readonly kind: 'none'; readonly answer: Pick<AddedInstrument, 'state' | 'detail' | 'reports'> }

async function lookUp({ db, tools, offline }: JobContext, symbol: string): Promise<LookedUp> {
  const withheld = await whyNotAsked(db, yahoo.id, { offline, settings: tools.settings, byHand: true })
  if (withheld !== null) return waiting(`Yahoo is not asked now: ${withheld}.`)
  const { outcome } = await askProvider(yahooListing, { symbol }, tools)
  switch (outcome.kind) {
    case 'ok': {
      const [listing] = outcome.items
      if (listing === undefined) return waiting(`Yahoo did not say where ${symbol} is listed.`)
      const followable = instrumentFrom(listing)
      return followable.kind === 'refused' ? refused(followable.why) : followable
    }
    case 'notFound':
      return refused(outcome.why)
    case 'blocked':
      return waiting(`Yahoo may be asked again at ${outcome.retryAt} (${outcome.detail}).`)
    case 'broken':
      return waiting(`Yahoo could not be asked (${outcome.detail}).`)
    case 'empty':
    case 'unchanged':
      return waiting(`Yahoo did not say where ${symbol} is listed.`)
  }
}

const refused = (detail: string): LookedUp => ({
  kind: 'none',
  answer: { state: 'refused', detail, reports: [] },
})
const waiting = (detail: string): LookedUp => ({
  kind: 'none',
  answer: { state: 'waiting', detail, reports: [] },
})
