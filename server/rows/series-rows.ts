/** How each price series does, from what is stored of it and of its sources. */
import type { SeriesRow } from '@oreline/shared/api/series.ts'
import { sessionAge } from '@oreline/shared/domain/calendar/sessions.ts'
import type { SourceState } from '@oreline/shared/domain/health/state.ts'
import { staleBySessions } from '@oreline/shared/domain/health/staleness.ts'
import {
  carriersOf,
  priceSourceOrder,
  priceSources,
  type PriceSource,
} from '@oreline/shared/domain/sources/price-sources.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { SeriesShare } from '../db/series-shares.ts'
import type { KnownInstrument } from './known-instruments.ts'
import { sourceRow, type ScopeRecord, type SourceFacts } from './source-rows.ts'

/** Shipped rows wait for the first live answer; they stand in for nobody. */
const SHIPPED = 'starter'
/** As the sources of prices are judged. */
const staleSessions = 2

/** Counts by the store's number of an instrument; absent is 0. */
type Counts = ReadonlyMap<number, number>

/** What is known when the rows are made. */
export type SeriesFacts = {
  readonly sources: SourceFacts
  readonly chosen: ReadonlyMap<string, string>
  readonly shares: ReadonlyMap<number, readonly SeriesShare[]>
  readonly corrections: Counts
  readonly gaps: ReadonlyMap<number, { readonly gaps: number; readonly halts: number }>
  readonly disagreements: Counts
  readonly quarantined: Counts
  /** Since when another source than the preferred one stands in, of the series where one does. */
  readonly fallbackSince: ReadonlyMap<number, IsoDate>
  /** How the preferred source does for a ticker. */
  readonly stateOf: (source: PriceSource, ticker: string) => SourceState
}

export function seriesRow(instrument: KnownInstrument, facts: SeriesFacts): SeriesRow {
  const { id, ticker, name, role, calendar, paused = false } = instrument
  const shares = facts.shares.get(id) ?? []
  const { newest, preferred, chosen } = standing(instrument, facts)
  const { calendars, now } = facts.sources
  const index = calendars.sessions[calendar]
  const age = newest === null ? 'unknown' : sessionAge(index, newest.session, now)
  const isStale = newest !== null && staleBySessions(index, newest.session, staleSessions, now) !== null
  const counts = facts.gaps.get(id)
  return {
    ticker,
    name,
    role,
    calendar,
    paused,
    source: newest?.source ?? null,
    preferred,
    chosen,
    available: carriersOf(instrument).filter((source) => isSetUp(source, facts.sources)),
    fallback_since: facts.fallbackSince.get(id) ?? null,
    first_session: least(shares.map(({ first }) => first)),
    newest_session: newest?.session ?? null,
    age_sessions: age === 'unknown' ? null : age,
    state: preferred === null ? 'never-asked' : aged(facts.stateOf(preferred, ticker), isStale),
    bars: sum(shares.map(({ bars }) => bars)),
    epoch: Math.max(1, ...shares.map(({ epoch }) => epoch)),
    gaps: counts?.gaps ?? 0,
    halts: counts?.halts ?? 0,
    suspects: sum(shares.map(({ suspects }) => suspects)),
    corrected: facts.corrections.get(id) ?? 0,
    disagreements: facts.disagreements.get(id) ?? 0,
    quarantined: facts.quarantined.get(id) ?? 0,
    last_changed_at:
      shares
        .map(({ lastChangedAt }) => lastChangedAt)
        .toSorted()
        .at(-1) ?? null,
  }
}

/** The newest final session and whose it is, the source that is preferred, and whether somebody chose it. */
type Standing = {
  readonly newest: { readonly source: string; readonly session: IsoDate } | null
  readonly preferred: PriceSource | null
  readonly chosen: boolean
}

function standing(instrument: KnownInstrument, facts: Pick<SeriesFacts, 'chosen' | 'shares'>): Standing {
  const wanted = facts.chosen.get(instrument.ticker) ?? null
  const preferred = priceSourceOrder(instrument, wanted)[0] ?? null
  const finals = (facts.shares.get(instrument.id) ?? []).flatMap(({ source, newestFinal }) =>
    newestFinal === null ? [] : [{ source, session: newestFinal }],
  )
  const newest = finals.toSorted((a, b) => (a.session < b.session ? 1 : -1))[0] ?? null
  return { newest, preferred, chosen: preferred !== null && preferred === wanted }
}

/**
 * The series whose newest final bar is a live one of another source than the preferred, each with the newest final
 * session of the preferred one: what came after it is the other's. null: it never gave one.
 */
export function fallbacksAmong(
  instruments: readonly KnownInstrument[],
  facts: Pick<SeriesFacts, 'chosen' | 'shares'>,
): readonly { readonly instrumentId: number; readonly after: IsoDate | null }[] {
  return instruments.flatMap((instrument) => {
    const { newest, preferred } = standing(instrument, facts)
    if (newest === null || newest.source === SHIPPED || newest.source === preferred) return []
    const own = facts.shares.get(instrument.id)?.find(({ source }) => source === preferred)
    return [{ instrumentId: instrument.id, after: own?.newestFinal ?? null }]
  })
}

/** How each source of prices does for a ticker, from the records of its answers. */
export function statesOf(
  records: readonly (ScopeRecord & { readonly source: string })[],
  facts: SourceFacts,
): SeriesFacts['stateOf'] {
  const states = new Map(
    sources
      .filter(({ id }) => isPriceSource(id))
      .map((source) => {
        const own = records.filter((record) => record.source === source.id)
        const { scopes } = sourceRow(source, own, facts)
        return [
          source.id,
          {
            unasked: sourceRow(source, [], facts).state,
            byTicker: new Map(scopes.map(({ scope, state }) => [scope, state])),
          },
        ] as const
      }),
  )
  return (source, ticker) => {
    const known = states.get(source)
    return known?.byTicker.get(ticker) ?? known?.unasked ?? 'never-asked'
  }
}

const isPriceSource = (id: string): boolean => priceSources.some((source) => source === id)

/** Whether it may be chosen: it has the setting it needs. */
function isSetUp(source: PriceSource, { setup }: Pick<SourceFacts, 'setup'>): boolean {
  const described = sources.find(({ id }) => id === source)
  return described === undefined || !('needs' in described) || setup[described.needs] !== null
}

/** A source may answer and have nothing new; what the series holds decides whether it is old. */
const aged = (state: SourceState, isStale: boolean): SourceState =>
  state === 'fresh' || state === 'stale' ? (isStale ? 'stale' : 'fresh') : state

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** Days and instants of the store sort as strings. */
const least = <T extends string>(moments: readonly T[]): T | null => moments.toSorted()[0] ?? null
