import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { countFilings, upsertFilings, type FilingWrite } from '@oreline/server/db/filings.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { instruments } from '@oreline/server/db/schema/instruments.ts'
import { describe, expect } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { test } from '../../support/test.ts'
import { virtualTime } from '../../support/virtual-time.ts'
import { parseSubmissions } from '../../../jobs/providers/sec/parse-submissions.ts'
import { recordedAnswer } from '../../support/answers.ts'
import { hasSharedData, recordings } from '../../support/shared-data.ts'

const { clock, advance } = virtualTime('2026-11-20T21:20:00Z')

const filing = (over: Partial<Filing> = {}): Filing => ({
  sourceId: '0001801368-26-000031',
  form: '8-K',
  category: 'current-report',
  title: 'Results',
  titleEn: null,
  publishedOn: day('2026-11-05'),
  publishedAt: instant('2026-11-05T21:01:00.000Z'),
  precision: 'instant',
  url: 'https://www.sec.gov/Archives/edgar/data/1801368/1.htm',
  priceSensitive: null,
  details: { acceptanceDateTime: '2026-11-05T21:01:00.000Z' },
  ...over,
})

async function write(
  db: Db,
  over: Partial<Filing> = {},
  how: Pick<FilingWrite, 'authority'> = {},
): Promise<number> {
  advance(60_000)
  const what = { instrumentId: 1, filings: [filing(over)], source: 'sec', payloadId: null, ...how }
  const { rows } = await withRevision(db, { scope: 'filings', clock }, async (revision) =>
    upsertFilings(revision, what),
  )
  return rows
}

const rowsOf = async (db: Db) =>
  db.query.filings.findMany({ orderBy: ({ revision }, { asc }) => asc(revision) })

const storeTest = test.extend('mp', async ({ db }) => {
  await db.insert(instruments).values({ ticker: 'MP' })
  return db
})

describe('a filing in the store', () => {
  storeTest('is revised by a new title, and stays first seen when it was', async ({ mp }) => {
    await write(mp)
    expect(await write(mp, { title: 'Results, corrected' })).toBe(1)
    const [former, now] = await rowsOf(mp)
    expect(now).toMatchObject({ revision: 2, title: 'Results, corrected', firstSeenAt: former?.recordedAt })
    expect(former?.supersededAt).toBe(now?.recordedAt)
    expect(await countFilings(mp, 'sec', 1)).toBe(1)
  })

  storeTest('is revised by another moment, which a reader sees', async ({ mp }) => {
    await write(mp)
    expect(await write(mp, { publishedAt: instant('2026-11-05T21:02:00.000Z') })).toBe(1)
    expect(await rowsOf(mp)).toMatchObject([
      { publishedAt: '2026-11-05T21:01:00.000Z' },
      { publishedAt: '2026-11-05T21:02:00.000Z' },
    ])
  })

  storeTest(
    'F10: of a source that prints two readings a moment once known stays, and one that was not known comes',
    async ({ mp }) => {
      const read = { authority: 'two-readings' } as const
      await write(mp, { publishedAt: null, precision: 'day' }, read)
      const moment = { publishedAt: instant('2026-11-05T21:01:00.000Z') }
      expect(await write(mp, moment, read)).toBe(1)
      const other = { publishedAt: instant('2026-11-06T02:01:00.000Z'), details: { acceptance: 'x' } }
      expect(await write(mp, other, read)).toBe(0)
      expect(await write(mp, { publishedAt: null, precision: 'day' }, read)).toBe(0)
      expect((await rowsOf(mp)).at(-1)).toMatchObject({ revision: 2, ...moment, precision: 'instant' })
    },
  )

  storeTest(
    'a hint brings what is not held, and an exact moment; the record has the last word',
    async ({ mp }) => {
      const hint = { authority: 'hint' } as const
      const record = { authority: 'two-readings' } as const
      const early = { title: 'Current report', details: { accepted: '2026-11-05T16:01:30-05:00' } }
      const exact = instant('2026-11-05T21:01:30.000Z')
      expect(await write(mp, { ...early, publishedAt: exact }, hint)).toBe(1)
      // The record has another title, a reading of the moment that is a guess, and details.
      expect(await write(mp, { details: { reportDate: '2026-11-05' } }, record)).toBe(1)
      expect(await write(mp, { ...early, publishedAt: exact }, hint)).toBe(0)
      expect(await write(mp, {}, record)).toBe(0)
      const [first, now, ...others] = await rowsOf(mp)
      expect(others).toEqual([])
      expect(now).toMatchObject({
        title: 'Results',
        publishedAt: exact,
        firstSeenAt: first?.recordedAt,
        details: { ...early.details, reportDate: '2026-11-05' },
      })
    },
  )

  storeTest(
    'is revised by the details that link it to others, brought up to date by all others',
    async ({ mp }) => {
      await write(mp, { details: { disclosedOn: '2026-11-05', heading: 'a' } })
      expect(await write(mp, { details: { disclosedOn: '2026-11-05', heading: 'b' } })).toBe(0)
      expect(await write(mp, { details: { disclosedOn: '2026-11-06', heading: 'b' } })).toBe(1)
      expect(await write(mp, { details: { reportDate: '2026-09-30' } })).toBe(1)
      expect((await rowsOf(mp)).map(({ details }) => details)).toEqual([
        { disclosedOn: '2026-11-05', heading: 'b' },
        { disclosedOn: '2026-11-06', heading: 'b' },
        { disclosedOn: '2026-11-06', heading: 'b', reportDate: '2026-09-30' },
      ])
    },
  )

  storeTest('keeps a detail that an answer leaves out, and takes the ones it changes', async ({ mp }) => {
    await write(mp, { details: { amends: '0001801368-26-000001', acceptance: 'a' } })
    expect(await write(mp, { details: { acceptance: 'b' } })).toBe(0)
    const details = { amends: '0001801368-26-000001', acceptance: 'b' }
    expect(await rowsOf(mp)).toMatchObject([{ details }])
    expect(await write(mp, { title: 'Corrected', details: {} })).toBe(1)
    expect((await rowsOf(mp)).at(-1)).toMatchObject({ details })
  })

  storeTest('keeps moment, link, translation and mark where an answer has none', async ({ mp }) => {
    await write(mp, { titleEn: 'Results', priceSensitive: true })
    const blank = {
      publishedAt: null,
      precision: 'day',
      url: null,
      titleEn: null,
      priceSensitive: null,
    } as const
    expect(await write(mp, blank)).toBe(0)
    expect(await rowsOf(mp)).toMatchObject([
      {
        publishedAt: '2026-11-05T21:01:00.000Z',
        precision: 'instant',
        titleEn: 'Results',
        priceSensitive: true,
      },
    ])
    expect(await write(mp, { ...blank, title: 'Corrected' })).toBe(1)
    expect((await rowsOf(mp)).at(-1)).toMatchObject({
      url: filing().url,
      precision: 'instant',
      priceSensitive: true,
    })
  })

  storeTest(
    'F28: that came without an id is carried over to its id, first seen when it was',
    async ({ mp }) => {
      const keyless = { sourceId: 'nokey-1', url: null, details: { keylessId: 'nokey-1' } }
      await write(mp, keyless)
      expect(await write(mp, { sourceId: '2924-1', details: { keylessId: 'nokey-1' } })).toBe(1)
      const [former, now] = await rowsOf(mp)
      expect(former).toMatchObject({ sourceId: 'nokey-1', url: null, supersededAt: now?.recordedAt })
      expect(now).toMatchObject({
        sourceId: '2924-1',
        url: filing().url,
        firstSeenAt: former?.firstSeenAt,
        supersededAt: null,
      })
      // An answer that has lost the id again says nothing new.
      expect(await write(mp, keyless)).toBe(0)
      expect(await countFilings(mp, 'sec', 1)).toBe(1)
    },
  )

  storeTest('F28: of which one without and one with an id come together stays as two', async ({ mp }) => {
    const both = [
      filing({ sourceId: 'nokey-1', url: null, details: { keylessId: 'nokey-1' } }),
      filing({ sourceId: '2924-1', details: { keylessId: 'nokey-1' } }),
    ]
    for (const rows of [2, 0]) {
      advance(60_000)
      const written = await withRevision(mp, { scope: 'filings', clock }, async (revision) =>
        upsertFilings(revision, { instrumentId: 1, filings: both, source: 'sec', payloadId: null }),
      )
      expect(written.rows).toBe(rows)
    }
    expect(await countFilings(mp, 'sec', 1)).toBe(2)
  })

  storeTest('is touched twice a day at most while nothing changes', async ({ mp }) => {
    await write(mp)
    await write(mp)
    const [soon] = await rowsOf(mp)
    expect(soon?.lastSeenAt).toBe(soon?.recordedAt)
    advance(12 * 3_600_000)
    await write(mp)
    expect((await rowsOf(mp))[0]?.lastSeenAt).toBe(clock())
  })
})

describe.skipIf(!hasSharedData)(
  'recorded submissions read again (skipped where ../shared/data is missing)',
  () => {
    const read = (cik: string, later: '' | '.later') => {
      const recording = recordings().find(({ file }) => file === `edgar/submissions_CIK${cik}${later}.json`)
      if (recording === undefined) throw new Error(`no recording of ${cik}`)
      const reading = parseSubmissions(recordedAnswer(recording, '2026-03-05T12:00:00Z'), cik, () => [])
      if (reading.kind !== 'ok') throw new Error(`${cik}: ${reading.kind}`)
      return reading.items
    }

    storeTest(
      'F10: all 1,140 moments of CIK 310522 and 370 of CIK 1677077 printed hours apart: 102 and 231 become known, none moves',
      async ({ mp }) => {
        const take = async (items: readonly Filing[]) => {
          advance(60_000)
          const write = { instrumentId: 1, filings: items, source: 'sec', payloadId: null } as const
          const { rows } = await withRevision(mp, { scope: 'filings', clock }, async (revision) =>
            upsertFilings(revision, { ...write, authority: 'two-readings' }),
          )
          return rows
        }
        for (const [cik, becomeKnown] of [
          ['0000310522', 102],
          ['0001677077', 231],
          ['0000789019', 0],
        ] as const) {
          const before = read(cik, '')
          const held = new Set(before.map(({ sourceId }) => sourceId))
          const later = read(cik, '.later').filter(({ sourceId }) => held.has(sourceId))
          const written = [await take(before), await take(later), await take(before), await take(later)]
          expect(written).toEqual([before.length, becomeKnown, 0, 0])
        }
        const ended = (await rowsOf(mp)).filter(({ supersededAt }) => supersededAt !== null)
        expect(ended.filter(({ publishedAt }) => publishedAt !== null)).toEqual([])
      },
    )
  },
)
