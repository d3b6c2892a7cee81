/** Files taken in and back, against the real store. */
import type { ImportBody } from '@oreline/shared/api/imports.ts'
import { importFieldsSchema } from '@oreline/shared/domain/imports/import-fields.ts'
import { prunePayloads } from '@oreline/server/db/payloads.ts'
import { applyImport, listImports, previewImport } from '@oreline/server/db/imports/imports.ts'
import { undoImport } from '@oreline/server/db/imports/undo-import.ts'
import { listInstrumentIds } from '@oreline/server/db/instrument-list.ts'
import { listBars } from '@oreline/server/db/price-history.ts'
import { listRates } from '@oreline/server/db/rate-history.ts'
import type { Db } from '@oreline/server/db/client.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { describe, expect } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { seedIndexes } from '../../support/seed-files.ts'
import { aBar, takeInReference, writeBars, writeRates } from '../../support/store-rows.ts'
import { test } from '../../support/test.ts'

const sessions = seedIndexes()
const start = instant('2025-07-12T12:00:00.000Z')
const at = (hours: number): Instant => plusMs(start, hours * 3_600_000)

const notes = { source_note: 'a vendor', licence_note: 'own use' }
const file = (text: string, fields: object = {}): ImportBody => ({
  file_name: 'mp.csv',
  text,
  fields: importFieldsSchema.parse({
    kind: 'bars',
    ticker: 'MP',
    currency: 'USD',
    basis: 'raw',
    ...notes,
    ...fields,
  }),
})
const fx = (text: string, fields: object = {}): ImportBody => ({
  file_name: 'fx.csv',
  text,
  fields: importFieldsSchema.parse({ kind: 'fx', ...notes, ...fields }),
})

const header = 'Date,Open,High,Low,Close,Volume\n'
const line = (date: string, close: number) => `${date},${close},${close + 1},${close - 1},${close},1000\n`
const mpFile = header + line('2025-07-08', 31) + line('2025-07-09', 30.03) + line('2025-07-10', 45.23)

const apply = (db: Db, hours: number, body: ImportBody) => applyImport(db, () => at(hours), body, sessions)
const undo = (db: Db, hours: number, id: number) => undoImport(db, () => at(hours), id)

async function mpBars(db: Db, asOf: Instant | null = null) {
  const id = (await listInstrumentIds(db)).get('MP') ?? 0
  const asked = { instrumentIds: [id], from: undefined, to: undefined, after: null, limit: 100 }
  const bars = await listBars(db, { ...asked, asOf })
  return bars.map(({ date, close, source }) => `${date} ${close} ${source}`)
}

describe('a file of bars', () => {
  test('is looked at without a trace, fills what is missing, and is taken back', async ({ db }) => {
    await takeInReference(db, at(0))
    await writeBars(db, { at: at(1), ticker: 'MP', source: 'starter' }, [aBar('2025-07-08', 30.9)])
    await writeBars(db, { at: at(2), ticker: 'MP' }, [aBar('2025-07-09', 30.03)])
    const before = await mpBars(db)
    expect(await previewImport(db, () => at(3), file(mpFile), sessions)).toMatchObject({
      rows: 3,
      first_day: '2025-07-08',
      last_day: '2025-07-10',
      new_rows: 1,
      changed_rows: 1,
      kept_rows: 1,
      problem_count: 0,
      sample: [{ date: '2025-07-08', close: 31, volume: 1_000 }, {}, {}],
    })
    expect(await mpBars(db)).toEqual(before)
    expect(await listImports(db)).toEqual([])

    const taken = await apply(db, 4, file(mpFile))
    expect(taken).toMatchObject({
      id: 1,
      kind: 'bars',
      target: 'MP',
      rows_read: 3,
      rows_written: 2,
      imported_at: at(4),
      undone_at: null,
      ...notes,
    })
    const imported = ['2025-07-08 31 import', '2025-07-09 30.03 yahoo', '2025-07-10 45.23 import']
    expect(await mpBars(db)).toEqual(imported)

    expect(await undo(db, 5, taken.id)).toMatchObject({ undone_at: at(5), rows_undone: 2 })
    expect(await mpBars(db)).toEqual(before)
    expect(await mpBars(db, at(4))).toEqual(imported)
    expect(await listImports(db)).toMatchObject([{ id: 1, rows_undone: 2 }])
    await expect(undo(db, 6, taken.id)).rejects.toMatchObject({ code: 'already-undone' })
    await expect(undo(db, 6, 99)).rejects.toMatchObject({ code: 'unknown-import' })
  })

  test('replaces where that is said; what came after it stays when it is taken back', async ({ db }) => {
    await takeInReference(db, at(0))
    await writeBars(db, { at: at(1), ticker: 'MP' }, [aBar('2025-07-09', 29.5), aBar('2025-07-10', 45)])
    // The day after confirms the jump: alone it would be doubtful, and would correct nothing.
    const confirmed = file(mpFile + line('2025-07-11', 45.11), { existing: 'replace' })
    const { id, rows_written } = await apply(db, 2, confirmed)
    expect(rows_written).toBe(4)
    await writeBars(db, { at: at(3), ticker: 'MP' }, [aBar('2025-07-10', 45.3)])
    expect(await undo(db, 4, id)).toMatchObject({ rows_undone: 3 })
    expect(await mpBars(db)).toEqual(['2025-07-09 29.5 yahoo', '2025-07-10 45.3 yahoo'])
  })

  test('of two, each taken back in the order of coming, leaves what was before both', async ({ db }) => {
    await takeInReference(db, at(0))
    await writeBars(db, { at: at(1), ticker: 'MP' }, [aBar('2025-07-09', 29.5)])
    const first = await apply(db, 2, file(header + line('2025-07-09', 30), { existing: 'replace' }))
    const second = await apply(db, 3, file(header + line('2025-07-09', 31), { existing: 'replace' }))
    expect(await undo(db, 4, first.id)).toMatchObject({ rows_undone: 0 })
    expect(await mpBars(db)).toEqual(['2025-07-09 31 import'])
    // What the first had written was taken back meanwhile: before it stood the provider's.
    expect(await undo(db, 5, second.id)).toMatchObject({ rows_undone: 1 })
    expect(await mpBars(db)).toEqual(['2025-07-09 29.5 yahoo'])
  })

  test('with one bad line among a thousand writes nothing and keeps no file', async ({
    db,
    store: { sql },
  }) => {
    await takeInReference(db, at(0))
    const refused = apply(db, 1, file(`${mpFile}2025-07-11,x,1,1,1,1\n`))
    await expect(refused).rejects.toMatchObject({
      code: 'unreadable-file',
      extra: { problem_count: 1, problems: [{ line: 5, column: 'Open', problem: 'x is no number' }] },
    })
    expect(await mpBars(db)).toEqual([])
    expect(await listImports(db)).toEqual([])
    expect(await sql`select 1 from raw_payloads`).toHaveLength(0)
  })

  test('in another currency, or of nobody, is refused by the field', async ({ db }) => {
    await takeInReference(db, at(0))
    await expect(apply(db, 1, file(mpFile, { currency: 'CAD' }))).rejects.toMatchObject({
      code: 'invalid-input',
      parameter: 'fields.currency',
    })
    await expect(apply(db, 1, file(mpFile, { ticker: 'XYZ' }))).rejects.toMatchObject({
      code: 'unknown-ticker',
      parameter: 'fields.ticker',
    })
  })

  test('on another scale than what is held is kept out, and the scale is named', async ({ db }) => {
    await takeInReference(db, at(0))
    const days = ['2025-06-30', '2025-07-01', '2025-07-02', '2025-07-03', '2025-07-07', '2025-07-08']
    await writeBars(
      db,
      { at: at(1), ticker: 'MP' },
      days.map((date, place) => aBar(date, 30 + place)),
    )
    const halved = header + days.map((date, place) => line(date, (30 + place) / 4)).join('')
    const preview = await previewImport(db, () => at(2), file(halved), sessions)
    expect(preview.problems).toEqual([
      {
        line: null,
        column: null,
        problem: expect.stringContaining('other-scale: all 6 closes that are held too are 0.2500 times'),
      },
    ])
  })

  test('is kept for ever, unlike the answers of providers', async ({ db, store: { sql } }) => {
    await takeInReference(db, at(0))
    await apply(db, 1, file(mpFile))
    await prunePayloads(db, at(24 * 365))
    const [kept] = await sql`select source, body is not null as has_body, byte_length from raw_payloads`
    expect(kept).toEqual({ source: 'import', has_body: true, byte_length: mpFile.length })
  })
})

describe('a file of rates', () => {
  const held = async (db: Db) => {
    const asked = { currencies: ['USD', 'AUD'], from: undefined, to: undefined, asOf: null }
    const rates = await listRates(db, asked)
    return rates
      .map(({ currency, date, perEur, source }) => `${date} ${currency} ${perEur} ${source}`)
      .toSorted()
  }

  test('in the bank’s own shape fills, and is taken back', async ({ db }) => {
    await writeRates(db, { at: at(1) }, [['USD', '2025-07-08', 1.17]])
    const before = await held(db)
    const text = 'Date, USD, AUD, RUB,\n2025-07-09,1.1711,1.7925,N/A,\n2025-07-08,1.1708,N/A,N/A,\n'
    const { id, rows_written } = await apply(db, 2, fx(text))
    expect(rows_written).toBe(2)
    expect(await held(db)).toEqual([
      '2025-07-08 USD 1.17 ecb',
      '2025-07-09 AUD 1.7925 import',
      '2025-07-09 USD 1.1711 import',
    ])
    await undo(db, 3, id)
    expect(await held(db)).toEqual(before)
  })

  test('the other way round is kept out: EUR per USD is not USD per EUR', async ({ db }) => {
    await writeRates(db, { at: at(1) }, [['USD', '2025-07-08', 1.17]])
    const preview = await previewImport(db, () => at(2), fx('Date,USD\n2025-07-08,0.8547\n'), sessions)
    expect(preview.problems).toMatchObject([
      { line: 1, column: 'USD', problem: expect.stringContaining('0.7305 times those that are held') },
    ])
  })
})

test('a day that is not over yields a provisional bar', async ({ db }) => {
  await takeInReference(db, at(0))
  const duringSession = instant('2025-07-10T15:00:00.000Z')
  const { sample } = await previewImport(db, () => duringSession, file(mpFile), sessions)
  expect(sample.map(({ date, status }) => [date, status])).toEqual([
    [day('2025-07-08'), 'final'],
    [day('2025-07-09'), 'final'],
    [day('2025-07-10'), 'provisional'],
  ])
})
