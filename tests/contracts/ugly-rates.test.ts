/** Family X of the ugly list (providers.md 9.5) for the ECB: rates as stored, and dollars as the API converts by them. */
import { getPrices, type PriceRow } from '@oreline/shared/api/prices.ts'
import { describe, expect } from 'vitest'
import { read } from '../support/app.ts'
import { keptAt, test, type KeptStore } from '../support/kept-store.ts'

/** LYC.AX in US dollars on one day, with the day of the rate. */
async function dollarsOn({ app }: KeptStore, day: string, asOf = ''): Promise<PriceRow | undefined> {
  const query = `tickers=LYC.AX&currency=USD&from=${day}&to=${day}${asOf === '' ? '' : `&as_of=${asOf}`}`
  return (await read(app, getPrices, `/api/v1/prices?${query}`)).data[0]
}

const ratesOf = async ({ store }: KeptStore) =>
  store.sql`select currency, rate_date, per_eur from fx_rates where superseded_at is null order by 1, 2`

const told = ({ log }: KeptStore, code: string) => log.lines().filter((line) => line['code'] === code)

const askForHistory = async ({ store }: KeptStore) =>
  store.sql`delete from source_health where source = 'ecb'`

describe('rates of the ECB', () => {
  test('X01: commas at the ends of lines and N/A are no rates', async ({ kept }) => {
    const before = await ratesOf(kept)
    await kept.store.sql`truncate fx_rates`
    await askForHistory(kept)
    await kept.store.sql`update raw_payloads set rows_stored_at = null where source = 'ecb'`
    expect(await kept.run('fx-ecb')).toMatchObject({ outcome: 'ok' })
    expect(await ratesOf(kept)).toEqual(before)
    expect(new Set(before.map(({ currency }) => String(currency)))).toEqual(new Set(['AUD', 'CNY', 'USD']))
  })

  test('X02: a holiday of the bank’s has no row, and the day before’s rate stands for it', async ({
    kept,
  }) => {
    expect(await dollarsOn(kept, '2026-05-01')).toMatchObject({ fx_date: '2026-04-30', currency: 'USD' })
    const held = await kept.store.sql`select from fx_rates where rate_date = '2026-05-01'`
    expect(held).toHaveLength(0)
  })

  test('X03: a file older than it should be is told and shown, and takes nothing away', async ({ kept }) => {
    const before = await ratesOf(kept)
    kept.standIn.scenario('ecb', 'X03')
    expect(await kept.run('fx-ecb')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    expect(await ratesOf(kept)).toEqual(before)
    expect(told(kept, 'X03')).toMatchObject([{ level: 40, source: 'ecb', scope: 'all' }])
    expect(await kept.scopeRow('ecb', 'all')).toMatchObject({
      state: 'fresh',
      newest_item: '2026-11-20',
      warnings: [{ code: 'X03', detail: 'newest rates are of 2026-11-17' }],
    })
  })

  test('X04: of a corrected rate both are held, the later is used, and it is told', async ({ kept }) => {
    kept.time.advance(60_000)
    kept.standIn.scenario('ecb', 'X04')
    expect(await kept.run('fx-ecb')).toMatchObject({ rowsWritten: 1 })
    expect(told(kept, 'X04')).toMatchObject([{ level: 40, count: 1 }])
    const now = await dollarsOn(kept, '2026-11-13')
    const then = await dollarsOn(kept, '2026-11-13', keptAt)
    expect(now?.close).not.toBe(then?.close)
    const held = await kept.store.sql`
      select per_eur, superseded_at is null as current from fx_rates
      where currency = 'AUD' and rate_date = '2026-11-13' order by revision`
    expect(held).toMatchObject([{ current: false }, { current: true, per_eur: 1.7123 }])
  })

  test('X05: a currency that ends converts for a week, then not at all', async ({ kept }) => {
    await kept.store.sql`delete from fx_rates where currency = 'AUD' and rate_date > '2026-11-05'`
    kept.standIn.scenario('ecb', 'X05')
    kept.standIn.scenario('frankfurter', 'X05')
    expect(await kept.run('fx-ecb')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    expect(await dollarsOn(kept, '2026-11-12')).toMatchObject({ fx_date: '2026-11-05' })
    expect(await dollarsOn(kept, '2026-11-13')).toMatchObject({ close: null, fx_date: null, flags: [] })
    expect(await dollarsOn(kept, '2026-11-05')).toMatchObject({ close: expect.any(Number) })
  })

  for (const [fault, title] of [
    ['X08-no-csv', 'a zip without a table'],
    ['X08-no-zip', 'no zip at all'],
  ] as const)
    test(`X08: ${title} is broken, and every rate stays`, async ({ kept }) => {
      await askForHistory(kept)
      const before = await kept.dataRows()
      kept.standIn.scenario('ecb', fault)
      expect(await kept.run('fx-ecb')).toMatchObject({ outcome: 'failed', rowsWritten: 0 })
      expect(await kept.dataRows()).toEqual(before)
      const shown = (await kept.sourceRows()).get('ecb')
      expect(shown).toMatchObject({ state: 'broken', why: 'schema' })
      expect((shown?.since ?? '') >= keptAt).toBe(true)
      const lines = kept.log.lines().filter(({ msg }) => msg === 'source.state')
      expect(lines).toMatchObject([{ level: 40, source: 'ecb', state: 'broken' }])
    })

  test('X08: a zip whose table has another name is read', async ({ kept }) => {
    await askForHistory(kept)
    const before = await ratesOf(kept)
    kept.standIn.scenario('ecb', 'X08-name')
    expect(await kept.run('fx-ecb')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    expect(await ratesOf(kept)).toEqual(before)
  })

  for (const [fault, currency, date, dayBefore] of [
    ['X09-zero', 'USD', '2026-11-16', '2026-11-13'],
    ['X09-negative', 'USD', '2026-11-16', '2026-11-13'],
    ['X09-jump', 'AUD', '2026-11-16', '2026-11-13'],
    ['X09-newest', 'AUD', '2026-11-20', '2026-11-19'],
  ] as const) {
    test(`X09: ${fault.slice(4)}: refused, and what is held stays`, async ({ kept }) => {
      const before = await ratesOf(kept)
      kept.standIn.scenario('ecb', fault)
      expect(await kept.run('fx-ecb')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
      expect(await ratesOf(kept)).toEqual(before)
      expect(await dollarsOn(kept, date)).toMatchObject({ fx_date: date })
      expect(told(kept, 'X09')).toMatchObject([{ level: 50, count: 1 }])
      const rejects = await kept.db.query.rejects.findMany()
      expect(rejects).toMatchObject([{ source: 'ecb', body: { date, currency } }])
      const { state, warnings } = await kept.scopeRow('ecb', 'all')
      expect([state, warnings.map(({ code }) => code)]).toEqual(['fresh', ['X09', 'H24']])
    })

    test(`X09: ${fault.slice(4)}: where none is held, the rate before it stands`, async ({ kept }) => {
      await kept.store.sql`delete from fx_rates where rate_date >= ${date}`
      kept.standIn.scenario('ecb', fault)
      kept.standIn.scenario('frankfurter', 'H04')
      await kept.run('fx-ecb')
      const held = await kept.store
        .sql`select from fx_rates where rate_date = ${date} and currency = ${currency}`
      expect(held).toHaveLength(0)
      expect(await dollarsOn(kept, date)).toMatchObject({ fx_date: dayBefore, close: expect.any(Number) })
    })
  }

  test('X10: a bar of Sydney’s today, before Frankfurt has published, has Friday’s rate', async ({
    kept,
  }) => {
    // Monday 16:05 in Sydney, 06:05 in Frankfurt.
    kept.time.advance(Date.parse('2026-11-23T05:05:00Z') - kept.time.nowMs())
    await kept.run('fx-ecb')
    await kept.run('quotes-xasx')
    expect(await dollarsOn(kept, '2026-11-23')).toMatchObject({
      fx_date: '2026-11-20',
      status: 'provisional',
      close: expect.any(Number),
    })
    expect((await kept.sourceRows()).get('ecb')).toMatchObject({ state: 'fresh' })
  })
})
