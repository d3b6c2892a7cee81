import { type Instant, instantSchema, isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { dataVersions, fxRates } from '@oreline/server/db/schema/index.ts'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { test } from '../../support/test.ts'

const instant = (text: string): Instant => instantSchema.parse(text)
const anInstant = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => instant(date.toISOString()))

describe('values cross between PostgreSQL and JavaScript as written', () => {
  test('days and numbers, through drizzle', async ({ db }) => {
    const row = {
      currency: 'AUD',
      rateDate: isoDateSchema.parse('2026-02-28'),
      revision: 1,
      perEur: 0.1 + 0.2,
      source: 'ecb',
      payloadId: null,
      recordedAt: instant('2026-02-28T15:00:00.120Z'),
      supersededAt: null,
    }
    await db.insert(fxRates).values(row)
    expect(await db.select().from(fxRates)).toEqual([row])
  })

  test('days, instants and numbers, through plain SQL', async ({ store: { sql } }) => {
    const [row] = await sql`
      select '2026-02-28'::date as day, '2026-02-28 16:00:00.5+01'::timestamptz as instant, 12345678901::int8 as big,
             (0.1::float8 + 0.2::float8) as float, count(*) as counted`
    expect(row).toEqual({
      day: '2026-02-28',
      instant: '2026-02-28T15:00:00.500Z',
      big: 12_345_678_901,
      float: 0.1 + 0.2,
      counted: 1,
    })
  })

  test('JSON is given as a value in plain SQL, and comes back as one', async ({ store: { sql } }) => {
    const [row] = await sql`select ${sql.json({ a: [1, 'x', null] })}::jsonb as body`
    expect(row).toEqual({ body: { a: [1, 'x', null] } })
  })

  test('every instant of years 1 to 9999 comes back as the same string', async ({ db }) => {
    await fc.assert(
      fc.asyncProperty(anInstant, async (changedAt) => {
        await db
          .insert(dataVersions)
          .values({ scope: 'prices', version: 1, changedAt })
          .onConflictDoUpdate({ target: dataVersions.scope, set: { changedAt } })
        const [row] = await db.select({ changedAt: dataVersions.changedAt }).from(dataVersions)
        expect(row).toEqual({ changedAt })
      }),
      { numRuns: 50 },
    )
  })

  test('a bigint beyond 2^53 is refused, not rounded', async ({ store: { sql } }) => {
    await expect(sql`select 9007199254740993::int8 as big`).rejects.toThrow('9007199254740993')
  })

  test('infinity is no instant', async ({ store: { sql } }) => {
    await expect(sql`select 'infinity'::timestamptz as at`).rejects.toThrow('infinity')
  })
})

describe('each test begins with an empty store', () => {
  test('one writes', async ({ db }) => {
    await db
      .insert(dataVersions)
      .values({ scope: 'fx', version: 1, changedAt: instant('2026-01-01T00:00:00.000Z') })
    expect(await db.$count(dataVersions)).toBe(1)
  })

  test('the next finds nothing', async ({ db }) => {
    expect(await db.$count(dataVersions)).toBe(0)
  })
})
