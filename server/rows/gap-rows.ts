/** Sessions without a price and what explains each, from the store's rows; what is a gap is decided by the domain. */
import type { Halt } from '@oreline/shared/domain/filings/halts.ts'
import { expectedSpan } from '@oreline/shared/domain/prices/gaps.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { listHeldSpans, listMissingSessions, type SpanAsked } from '../db/missing-sessions.ts'
import type { ReadContext } from '../read-route.ts'
import { readClosures, readHalts } from './gap-evidence.ts'
import { allInstruments, type KnownInstrument } from './known-instruments.ts'

/** A session without a price, or without a trade during a halt. */
export type Gap = {
  readonly instrument: KnownInstrument
  readonly date: IsoDate
  readonly kind: 'hole' | 'halt' | 'closure'
  /** There is a bar, with volume 0 and the price of the session before. */
  readonly untraded: boolean
  /** null unless `kind` is `halt`. */
  readonly halt: Halt | null
}

type Reading = Pick<ReadContext, 'snapshot' | 'calendars' | 'now'>

/**
 * The gaps of the instruments as they are now, in their order and ascending by day. All instruments of an exchange bear
 * witness to whether it was open.
 */
export async function readGaps(
  { snapshot, calendars, now }: Reading,
  asked: readonly KnownInstrument[],
): Promise<readonly Gap[]> {
  const { sessions } = await calendars(snapshot, null)
  const ids = asked.map(({ id }) => id)
  const spans = await listHeldSpans(snapshot, ids)
  const expected = asked.flatMap((instrument): SpanAsked[] => {
    const { id: instrumentId, calendar } = instrument
    const held = spans.get(instrumentId)
    const span = held === undefined ? null : expectedSpan(sessions[calendar], held, instrument, now)
    return span === null ? [] : [{ ...span, instrumentId, calendar }]
  })
  const missing = await listMissingSessions(snapshot, expected, {
    XNYS: sessions.XNYS.dates,
    XASX: sessions.XASX.dates,
    XSHG: sessions.XSHG.dates,
  })
  const closures = await readClosures(
    snapshot,
    missing,
    new Map(asked.map(({ id, calendar }) => [id, calendar])),
  )
  const halts = await readHalts(snapshot, ids)
  const missingOf = Map.groupBy(missing, ({ instrumentId }) => instrumentId)
  return asked.flatMap((instrument) => {
    const { id, calendar } = instrument
    const absent = missingOf.get(id)?.map(({ date }) => date) ?? []
    const own = halts({ instrumentId: id, missing: absent, index: sessions[calendar] })
    const holes = absent.map((date): Gap => {
      const halt = own.on(date)
      const kind = halt !== null ? 'halt' : closures.get(calendar)?.has(date) === true ? 'closure' : 'hole'
      return { instrument, date, kind, untraded: false, halt }
    })
    const halted = own.untraded.flatMap((date): Gap[] => {
      const halt = own.on(date)
      return halt === null ? [] : [{ instrument, date, kind: 'halt', untraded: true, halt }]
    })
    return [...holes, ...halted].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  })
}

/** How many sessions an instrument lacks, those during a halt apart. */
export type GapCounts = { readonly gaps: number; readonly halts: number }

/** Per instrument, by the store's number; one without any is absent. As `readGaps`, for all instruments. */
export async function readGapCounts(reading: Reading): Promise<ReadonlyMap<number, GapCounts>> {
  const gaps = await readGaps(reading, await allInstruments(reading.snapshot))
  const byInstrument = Map.groupBy(gaps, ({ instrument }) => instrument.id)
  return new Map(
    [...byInstrument].map(([id, all]) => {
      const halts = all.filter(({ kind }) => kind === 'halt').length
      return [id, { gaps: all.length - halts, halts }]
    }),
  )
}
