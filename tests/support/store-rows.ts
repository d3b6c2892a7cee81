/** Puts rows into a test's store through the real writers, each call as one transaction at the instant given. */
import { upsertBars } from '@oreline/server/db/bars.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { upsertCorporateActions } from '@oreline/server/db/corporate-actions.ts'
import { upsertFilings } from '@oreline/server/db/filings.ts'
import { upsertFxRates } from '@oreline/server/db/fx-rates.ts'
import { listInstrumentIds } from '@oreline/server/db/instrument-list.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import {
  calendarDocuments,
  chainDocuments,
  claimDocuments,
  eventDocuments,
  instrumentDocuments,
} from '@oreline/server/db/seed/seed-documents.ts'
import { seedReference } from '@oreline/server/db/seed/seed-reference.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { euroRateSchema } from '@oreline/shared/domain/fx/rate.ts'
import type { Bar, CorporateAction } from '@oreline/shared/domain/prices/bar.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { day } from './brands.ts'
import { seedJson } from './seed-files.ts'

type Written = { readonly at: Instant; readonly source?: string }

/** Instruments, calendars, policy events, claims about them and the chain as shipped, without any history. */
export async function takeInReference(db: Db, at: Instant): Promise<void> {
  const kinds = [
    ['instrument', instrumentDocuments, 'instruments'],
    ['calendar', calendarDocuments, 'calendars'],
    ['policy-event', eventDocuments, 'policy-events'],
    ['policy-claim', claimDocuments, 'policy-claims'],
    ['chain', chainDocuments, 'chain'],
  ] as const
  await db.transaction(async (tx) => {
    for (const [kind, documents, file] of kinds)
      await seedReference(tx, { kind, documents: documents(JSON.stringify(seedJson(file))), at })
  })
}

/** A bar of one price, final and raw unless said otherwise. */
export function aBar(date: string, close: number, more: Partial<Bar> = {}): Bar {
  return {
    date: day(date),
    open: close,
    high: close,
    low: close,
    close,
    adjClose: null,
    volume: 1_000,
    status: 'final',
    basis: 'raw',
    flags: [],
    ...more,
  }
}

export async function writeBars(
  db: Db,
  { at, source = 'yahoo', ticker }: Written & { readonly ticker: string },
  bars: readonly Bar[],
): Promise<void> {
  const instrumentId = await idOf(db, ticker)
  const rows = bars.map((bar) => ({ ...bar, instrumentId, epoch: 1 }))
  await withRevision(db, { scope: 'prices', clock: () => at }, (revision) =>
    upsertBars(revision, { rows, source, payloadId: null }),
  )
}

export async function writeActions(
  db: Db,
  { at, source = 'yahoo', ticker }: Written & { readonly ticker: string },
  actions: readonly CorporateAction[],
): Promise<void> {
  const instrumentId = await idOf(db, ticker)
  await withRevision(db, { scope: 'prices', clock: () => at }, (revision) =>
    upsertCorporateActions(revision, { instrumentId, actions, source, payloadId: null }),
  )
}

/** Rates by currency and day: units per 1 EUR. */
export async function writeRates(
  db: Db,
  { at, source = 'ecb' }: Written,
  rates: readonly (readonly [currency: string, date: string, perEur: number])[],
): Promise<void> {
  const rows = rates.map(([currency, date, perEur]) => euroRateSchema.parse({ currency, date, perEur }))
  await withRevision(db, { scope: 'fx', clock: () => at }, (revision) =>
    upsertFxRates(revision, { rates: rows, source, payloadId: null }),
  )
}

/** A filing of a day without an hour, unless said otherwise. */
export function aFiling(sourceId: string, publishedOn: string, more: Partial<Filing> = {}): Filing {
  return {
    sourceId,
    form: '8-K',
    category: 'current-report',
    title: `Filing ${sourceId}`,
    titleEn: null,
    publishedOn: day(publishedOn),
    publishedAt: null,
    precision: 'day',
    url: `https://example.org/${sourceId}`,
    priceSensitive: null,
    details: {},
    ...more,
  }
}

export async function writeFilings(
  db: Db,
  { at, source = 'sec', ticker }: Written & { readonly ticker: string },
  filings: readonly Filing[],
): Promise<void> {
  const instrumentId = await idOf(db, ticker)
  await withRevision(db, { scope: 'filings', clock: () => at }, (revision) =>
    upsertFilings(revision, { instrumentId, filings, source, payloadId: null }),
  )
}

async function idOf(db: Db, ticker: string): Promise<number> {
  const id = (await listInstrumentIds(db)).get(ticker)
  if (id === undefined) throw new Error(`the test's store has no ${ticker}`)
  return id
}
