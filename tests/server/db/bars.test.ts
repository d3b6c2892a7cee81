import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { ingestBars, type BarRow } from '@oreline/server/db/bars.ts'
import { dataVersions } from '@oreline/server/db/schema/data-versions.ts'
import { instruments } from '@oreline/server/db/schema/instruments.ts'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { day } from '../../support/brands.ts'
import { test } from '../../support/test.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const { clock, advance } = virtualTime('2026-11-20T21:20:00Z')

const bar = (over: Partial<BarRow> = {}): BarRow => ({
  instrumentId: 1,
  epoch: 1,
  date: day('2025-07-10'),
  open: 48.1,
  high: 48.9,
  low: 41.02,
  close: 45.23,
  adjClose: 45.23,
  volume: 95_000_000,
  status: 'final',
  basis: 'splits',
  flags: [],
  ...over,
})

async function write(db: Db, row: Partial<BarRow> = {}, source = 'yahoo'): Promise<number> {
  advance(60_000)
  const { rows } = await ingestBars(db, clock, { rows: [bar(row)], source, payloadId: null })
  return rows
}

const allRows = async (db: Db) =>
  db.query.bars.findMany({ orderBy: ({ revision }, { asc }) => asc(revision) })
const current = async (db: Db) => (await allRows(db)).filter(({ supersededAt }) => supersededAt === null)

const storeTest = test.extend('mp', async ({ db }) => {
  await db.insert(instruments).values({ ticker: 'MP' })
  return db
})

describe('a bar in the store', () => {
  storeTest('is revised by a changed value, and the former ends when the new one begins', async ({ mp }) => {
    await write(mp, { close: 45.2 })
    expect(await write(mp)).toBe(1)
    const [former, now] = await allRows(mp)
    expect(former).toMatchObject({ revision: 1, close: 45.2, supersededAt: now?.recordedAt })
    expect(now).toMatchObject({ revision: 2, close: 45.23, supersededAt: null })
  })

  storeTest('is not written again by the same answer, nor by float32 noise', async ({ mp }) => {
    await write(mp)
    expect(await write(mp)).toBe(0)
    expect(await write(mp, { close: 45.2300000001, adjClose: 45.230003 })).toBe(0)
    expect(await allRows(mp)).toHaveLength(1)
  })

  storeTest(
    'counts the version of the prices once a writing transaction, and not without rows',
    async ({ mp }) => {
      await write(mp)
      await write(mp)
      await write(mp, { close: 46 })
      expect(await mp.select().from(dataVersions)).toMatchObject([{ scope: 'prices', version: 2 }])
    },
  )

  storeTest('stays final when a provisional one comes', async ({ mp }) => {
    await write(mp)
    expect(await write(mp, { status: 'provisional', close: 44 })).toBe(0)
    expect(await current(mp)).toMatchObject([{ status: 'final', close: 45.23 }])
  })

  storeTest('becomes final by a final one of the same figures', async ({ mp }) => {
    await write(mp, { status: 'provisional' })
    expect(await write(mp)).toBe(1)
    expect(await current(mp)).toMatchObject([{ status: 'final', revision: 2 }])
  })

  storeTest(
    'of the starter is replaced as a revision by the first live answer that agrees',
    async ({ mp }) => {
      await write(mp, { basis: 'raw', adjClose: null }, 'starter')
      expect(await write(mp)).toBe(1)
      expect(await allRows(mp)).toMatchObject([
        { source: 'starter', revision: 1 },
        { source: 'yahoo', revision: 2, supersededAt: null },
      ])
    },
  )

  storeTest('loses nothing to an answer that has no value where one is held', async ({ mp }) => {
    await write(mp)
    const empty: Partial<Bar> = { open: null, high: null, low: null, adjClose: null, volume: null }
    expect(await write(mp, { ...empty, flags: ['close_only'] })).toBe(0)
    expect(await current(mp)).toMatchObject([{ open: 48.1, volume: 95_000_000, flags: [] }])
  })

  storeTest('is what the answer says, its nulls included, when the close was corrected', async ({ mp }) => {
    await write(mp)
    expect(await write(mp, { close: 45.5, volume: null })).toBe(1)
    expect(await current(mp)).toMatchObject([{ close: 45.5, volume: null, revision: 2 }])
    expect((await allRows(mp))[0]).toMatchObject({ volume: 95_000_000 })
  })

  storeTest('gets a volume it did not have, and a flag that was not there', async ({ mp }) => {
    await write(mp, { volume: null })
    expect(await write(mp, { flags: ['utc_midnight'] })).toBe(1)
    expect(await current(mp)).toMatchObject([{ volume: 95_000_000, flags: ['utc_midnight'] }])
  })

  storeTest('Q37, Q35: final and trusted, stays when a doubtful one comes', async ({ mp }) => {
    await write(mp)
    expect(await write(mp, { close: 4_523, flags: ['suspect'] })).toBe(0)
    expect(await write(mp, { high: 40, close: 45.3, flags: ['hl_inconsistent'] })).toBe(0)
    expect(await current(mp)).toMatchObject([{ close: 45.23, high: 48.9, flags: [], revision: 1 }])
  })

  storeTest('under suspicion, is replaced by one as doubtful, and by one that is not', async ({ mp }) => {
    expect(await write(mp, { close: 4_523, flags: ['suspect'] })).toBe(1)
    expect(await write(mp, { close: 4_524, flags: ['suspect'] })).toBe(1)
    expect(await write(mp)).toBe(1)
    expect(await current(mp)).toMatchObject([{ close: 45.23, flags: [], revision: 3 }])
  })

  storeTest('gives way to a doubtful one where that is final, or on another scale', async ({ mp }) => {
    await write(mp, { status: 'provisional' })
    expect(await write(mp, { flags: ['suspect'] })).toBe(1)
    await write(mp)
    // What is left of a former epoch would be wrong on the new scale.
    expect(await write(mp, { close: 452.3, epoch: 2, flags: ['suspect'] })).toBe(1)
  })

  storeTest('begins later than the one before it even when the clock stands still', async ({ mp }) => {
    const still = clock()
    for (const close of [45, 46, 47])
      await ingestBars(mp, () => still, { rows: [bar({ close })], source: 'yahoo', payloadId: null })
    const instants = (await allRows(mp)).map(({ recordedAt }) => recordedAt)
    expect(new Set(instants).size).toBe(3)
    expect(instants.toSorted()).toEqual(instants)
  })

  storeTest('has one current revision and an unbroken history whatever comes in', async ({ mp }) => {
    const anyBar = fc.record({
      close: fc.constantFrom(45, 45.23, 46),
      volume: fc.constantFrom(null, 1_000),
      status: fc.constantFrom('final' as const, 'provisional' as const),
      date: fc.constantFrom(day('2025-07-09'), day('2025-07-10')),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyBar, { maxLength: 6 }), async (answers) => {
        for (const answer of answers) await write(mp, answer)
        const rows = await allRows(mp)
        for (const date of new Set(rows.map(({ sessionDate }) => sessionDate))) {
          const history = rows.filter(({ sessionDate }) => sessionDate === date)
          expect(history.map(({ revision }) => revision)).toEqual(history.map((_, place) => place + 1))
          expect(history.slice(0, -1).map(({ supersededAt }) => supersededAt)).toEqual(
            history.slice(1).map(({ recordedAt }) => recordedAt),
          )
          expect(history.at(-1)?.supersededAt).toBeNull()
        }
      }),
      { numRuns: 15 },
    )
  })
})
