/** Which instruments are followed: added, paused, taken up again and removed by an operator, each as a revision. */
import { instrumentSchema, type Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Db } from './client.ts'
import { writeOperatorRecord } from './operator-record.ts'
import { listReference } from './reference-rows.ts'
import { withRevision } from './revision.ts'
import { instruments } from './schema/instruments.ts'

/** Stores the instrument, under the number its ticker has had before where it was removed once. */
export async function followInstrument(db: Db, clock: Clock, instrument: Instrument): Promise<void> {
  await withRevision(db, { scope: 'reference', clock }, async (revision) => {
    await revision.tx.insert(instruments).values({ ticker: instrument.ticker }).onConflictDoNothing()
    return writeOperatorRecord(revision, { kind: 'instrument', key: instrument.ticker, body: instrument })
  })
}

/** Gives false where no such instrument is followed. */
export async function pauseInstrument(
  db: Db,
  clock: Clock,
  { ticker, paused }: { readonly ticker: Ticker; readonly paused: boolean },
): Promise<boolean> {
  const [held] = await listReference(db, 'instrument', { asOf: null, key: ticker })
  if (held === undefined) return false
  const { paused: _, ...rest } = instrumentSchema.parse(held.body)
  const body = paused ? { ...rest, paused } : rest
  await withRevision(db, { scope: 'reference', clock }, async (revision) =>
    writeOperatorRecord(revision, { kind: 'instrument', key: ticker, body }),
  )
  return true
}

/** Ends the record; bars, filings and what was known of it stay readable as of then. */
export async function unfollowInstrument(db: Db, clock: Clock, ticker: Ticker): Promise<void> {
  await withRevision(db, { scope: 'reference', clock }, async (revision) =>
    writeOperatorRecord(revision, { kind: 'instrument', key: ticker, body: null }),
  )
}
