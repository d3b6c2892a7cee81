import type { Db } from '@oreline/server/db/client.ts'
import { markRowsStored, payloadStore, prunePayloads, type RawPayload } from '@oreline/server/db/payloads.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { zstdDecompressSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { instant } from '../../support/brands.ts'
import { test } from '../../support/test.ts'

const start = instant('2026-11-20T21:20:00.000Z')
const days = 86_400_000

const answer = (over: Partial<RawPayload> = {}): RawPayload => ({
  source: 'yahoo',
  requestKey: 'MP/chart',
  url: 'https://query1.finance.yahoo.com/v8/finance/chart/MP',
  fetchedAt: start,
  status: 200,
  contentType: 'application/json',
  sha256: 'aa',
  parserVersion: 1,
  outcome: 'ok',
  parseFailed: false,
  body: new TextEncoder().encode('{"chart":{}}'),
  ...over,
})

const keep = async (db: Db, over: Partial<RawPayload> = {}) => payloadStore(db).keep(answer(over))
const rowsOf = async (db: Db) => db.query.rawPayloads.findMany({ orderBy: ({ id }, { asc }) => asc(id) })
const bodies = async (db: Db) => (await rowsOf(db)).map(({ body }) => body !== null)

describe('a raw answer', () => {
  test('is kept compressed, with its length and hash', async ({ db }) => {
    await keep(db)
    const [row] = await rowsOf(db)
    expect(row).toMatchObject({ sha256: 'aa', byteLength: 12, rowsStoredAt: null })
    expect(zstdDecompressSync(row?.body ?? Buffer.alloc(0)).toString()).toBe('{"chart":{}}')
  })

  test('that came before is noted without its body', async ({ db }) => {
    await keep(db)
    await keep(db, { fetchedAt: plusMs(start, 600_000) })
    expect(await bodies(db)).toEqual([true, false])
  })

  test('counts as seen only once its rows are stored', async ({ db }) => {
    const id = await keep(db)
    expect(await payloadStore(db).lastHash('yahoo', 'MP/chart')).toBeNull()
    await markRowsStored(db, [id], start)
    await keep(db, { sha256: 'bb', fetchedAt: plusMs(start, 1) })
    expect(await payloadStore(db).lastHash('yahoo', 'MP/chart')).toEqual({ sha256: 'aa', parserVersion: 1 })
    expect(await payloadStore(db).lastHash('yahoo', 'UUUU/chart')).toBeNull()
  })

  test('loses its body thirty days after it last came, never its hash', async ({ db }) => {
    await keep(db)
    await keep(db, { sha256: 'bb' })
    await keep(db, { fetchedAt: plusMs(start, 10 * days) })
    expect(await prunePayloads(db, plusMs(start, 30 * days))).toBe(0)
    expect(await prunePayloads(db, plusMs(start, 31 * days))).toBe(1)
    expect((await rowsOf(db)).map(({ sha256, body }) => [sha256, body !== null])).toEqual([
      ['aa', true],
      ['bb', false],
      ['aa', false],
    ])
    expect(await prunePayloads(db, plusMs(start, 41 * days))).toBe(1)
  })

  test('that failed to parse stays for ever, the newest fifty of a source', async ({ db }) => {
    for (let place = 0; place < 52; place += 1)
      await keep(db, { sha256: `${place}`, parseFailed: true, outcome: 'broken' })
    await keep(db, { source: 'ecb', sha256: 'x', parseFailed: true, outcome: 'broken' })
    expect((await bodies(db)).filter((held) => held)).toHaveLength(51)
    expect((await bodies(db)).slice(0, 3)).toEqual([false, false, true])
    expect(await prunePayloads(db, plusMs(start, 400 * days))).toBe(0)
  })

  test('that an operator imported stays for ever', async ({ db }) => {
    await keep(db, { source: 'import', sha256: 'file' })
    expect(await prunePayloads(db, plusMs(start, 4_000 * days))).toBe(0)
    expect(await bodies(db)).toEqual([true])
  })
})
