import { instrumentSchema, type Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Instant, Ticker } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from '../db/client.ts'
import { listInstrumentIds } from '../db/instrument-list.ts'
import { listReference } from '../db/reference-rows.ts'

/** An instrument with the store's number for it. */
export type KnownInstrument = Instrument & { readonly id: number }

/** Every instrument as it was at an instant (null: is now), by ticker; one that came later is not among them. */
export async function allInstruments(
  db: Executor,
  asOf: Instant | null = null,
): Promise<readonly KnownInstrument[]> {
  const ids = await listInstrumentIds(db)
  const rows = await listReference(db, 'instrument', { asOf })
  return rows.flatMap(({ key, body }) => {
    const id = ids.get(key)
    return id === undefined ? [] : [{ ...instrumentSchema.parse(body), id }]
  })
}

/**
 * The instruments of those tickers, in their order; what a ticker means does not depend on `as_of`. Refuses, naming the
 * parameter, when one of them is unknown: an empty answer would say that it has no data.
 */
export async function knownInstruments(
  db: Executor,
  tickers: readonly Ticker[],
  parameter: 'tickers' | 'ticker',
): Promise<readonly KnownInstrument[]> {
  const ids = await listInstrumentIds(db)
  const rows = await listReference(db, 'instrument', { asOf: null })
  const known = tickers.flatMap((ticker) => {
    const id = ids.get(ticker)
    const row = rows.find(({ key }) => key === ticker)
    return id === undefined || row === undefined ? [] : [{ ...instrumentSchema.parse(row.body), id }]
  })
  const unknown = tickers.filter((ticker) => !known.some((instrument) => instrument.ticker === ticker))
  if (unknown.length === 0) return known
  throw new AppError('unknown-ticker', `no such instrument: ${unknown.join(', ')}`, {
    parameter,
    extra: { unknown },
  })
}
