/** Sessions without a price and what explains each, from the store's rows; what is a gap is decided by the domain. */
import type { Halt } from '@oreline/shared/domain/filings/halts.ts'
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { expectedSpan } from '@oreline/shared/domain/prices/gaps.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from '../db/client.ts'
import { listInstrumentIds } from '../db/instrument-list.ts'
import { listHeldSpans, listMissingSessions, type SpanAsked } from '../db/missing-sessions.ts'
import { listReference } from '../db/reference-rows.ts'
import type { ReadContext } from '../read-route.ts'
import { readClosures, readHalts } from './gap-evidence.ts'
import type { KnownInstrument } from './known-instruments.ts'

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
 * The gaps as they are now of the instruments whose number is among `wanted` (undefined: all), ascending by instrument
 * and day. All instruments of an exchange bear witness to whether it was open.
 */
export async function readGaps(
  { snapshot, calendars, now }: Reading,
  wanted: ReadonlySet<number> | undefined,
): Promise<readonly Gap[]> {
  const { sessions } = await calendars(snapshot, null)
  const all = await readInstruments(snapshot)
  const spans = await listHeldSpans(
    snapshot,
    all.map(({ id }) => id),
  )
  const asked = all.filter(({ id }) => wanted === undefined || wanted.has(id))
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
  const closures = await readClosures(snapshot, all, spans, missing)
  const halts = await readHalts(
    snapshot,
    asked.map(({ id }) => id),
  )
  const missingOf = Map.groupBy(missing, ({ instrumentId }) => instrumentId)
  return asked.flatMap((instrument) => {
    const { id, calendar } = instrument
    const absent = missingOf.get(id)?.map(({ date }) => date) ?? []
    const own = halts({ instrumentId: id, missing: absent, index: sessions[calendar] })
    const holes = absent.map((date): Gap => {
      const halt = own.on(date)
      const kind = halt !== null ? 'halt' : closures[calendar].has(date) ? 'closure' : 'hole'
      return { instrument, date, kind, untraded: false, halt }
    })
    const halted = own.untraded.flatMap((date): Gap[] => {
      const halt = own.on(date)
      return halt === null ? [] : [{ instrument, date, kind: 'halt', untraded: true, halt }]
    })
    return [...holes, ...halted].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  })
}

async function readInstruments(db: Executor): Promise<readonly KnownInstrument[]> {
  const ids = await listInstrumentIds(db)
  const rows = await listReference(db, 'instrument', { asOf: null })
  return rows.flatMap(({ key, body }) => {
    const id = ids.get(key)
    return id === undefined ? [] : [{ ...instrumentSchema.parse(body), id }]
  })
}

/** How many sessions an instrument lacks, those during a halt apart. */
export type GapCounts = { readonly gaps: number; readonly halts: number }

/** Per instrument, by the store's number; one without any is absent. As `readGaps`, for all instruments. */
export async function readGapCounts(reading: Reading): Promise<ReadonlyMap<number, GapCounts>> {
  const byInstrument = Map.groupBy(await readGaps(reading, undefined), ({ instrument }) => instrument.id)
  return new Map(
    [...byInstrument].map(([id, all]) => {
      const halts = all.filter(({ kind }) => kind === 'halt').length
      return [id, { gaps: all.length - halts, halts }]
    }),
  )
}
