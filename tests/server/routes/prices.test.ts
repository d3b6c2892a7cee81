import { getPrices } from '@oreline/shared/api/prices.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { day, instant } from '../../support/brands.ts'
import { aBar, takeInReference, writeActions, writeBars, writeRates } from '../../support/store-rows.ts'

const monday = instant('2026-11-16T08:00:00.000Z')
const tuesday = instant('2026-11-17T08:00:00.000Z')
const wednesday = instant('2026-11-18T08:00:00.000Z')

describe('the shipped history (known facts of PRICES.md)', () => {
  test.for([
    ['MP', '2025-07-09', 30.03, 'USD'],
    ['MP', '2025-07-10', 45.23, 'USD'],
    ['UUUU', '2025-10-14', 26.23, 'USD'],
    ['LYC.AX', '2025-04-07', 7.54, 'AUD'],
    ['600111.SS', '2025-10-09', 53.13, 'CNY'],
  ] as const)('%s closed on %s at %d %s', async ([ticker, date, close, currency], { shipped }) => {
    const { data, meta } = await read(
      shipped,
      getPrices,
      `/api/v1/prices?tickers=${ticker}&from=${date}&to=${date}`,
    )
    expect(data).toMatchObject([
      { ticker, date, close, currency, source: 'starter', status: 'final', basis: 'raw' },
    ])
    expect(meta).toMatchObject({ currency, adjusted: 'splits', sources: ['starter'], next: null })
  })

  test('600111.SS on 2025-04-30: 23.29, and 23.192140 after the dividends of 2025 and 2026', async ({
    shipped,
  }) => {
    const at = 'tickers=600111.SS&from=2025-04-30&to=2025-04-30'
    const splits = await read(shipped, getPrices, `/api/v1/prices?${at}`)
    expect(splits.data[0]?.close).toBe(23.29)
    expect(splits.data[0]?.adj_close).toBeCloseTo(23.192_14, 6)
    const all = await read(shipped, getPrices, `/api/v1/prices?${at}&adjust=all`)
    expect(all.data[0]?.close).toBeCloseTo(23.192_14, 6)
    expect(all.meta.adjusted).toBe('all')
  })

  test('STW.AX came dividend-adjusted: every row says so, and so does the answer', async ({ shipped }) => {
    const alone = await read(shipped, getPrices, '/api/v1/prices?tickers=STW.AX&adjust=none&limit=3')
    expect(alone.data.map(({ basis }) => basis)).toEqual(['adjusted', 'adjusted', 'adjusted'])
    expect(alone.meta.adjusted).toBe('all')
    const range = 'from=2024-01-02&to=2024-01-03'
    const mixed = await read(shipped, getPrices, `/api/v1/prices?tickers=STW.AX,LYC.AX&${range}`)
    expect(mixed.meta.adjusted).toBe('mixed')
  })

  test('rows ascend by ticker and date, whatever the order asked in', async ({ shipped }) => {
    const range = 'from=2025-10-01&to=2025-10-10'
    const { data, meta } = await read(shipped, getPrices, `/api/v1/prices?tickers=UUUU,MP,600111.SS&${range}`)
    const keys = data.map(({ ticker, date }) => `${ticker} ${date}`)
    expect(keys).toEqual(keys.toSorted())
    expect(new Set(data.map(({ ticker }) => ticker))).toEqual(new Set(['600111.SS', 'MP', 'UUUU']))
    expect(meta.currency).toBeNull()
  })

  test('page after page gives what one page gives', async ({ shipped }) => {
    const range = 'tickers=MP,LYC.AX,600111.SS&from=2025-09-15&to=2025-10-15'
    const whole = await read(shipped, getPrices, `/api/v1/prices?${range}`)
    const rows: unknown[] = []
    let next: string | null = ''
    for (let pages = 0; next !== null && pages < 100; pages += 1) {
      const token: string = next === '' ? '' : `&next=${next}`
      const page = await read(shipped, getPrices, `/api/v1/prices?${range}&limit=7${token}`)
      expect(page.data.length).toBeLessThanOrEqual(7)
      rows.push(...page.data)
      next = page.meta.next
    }
    expect(rows).toEqual(whole.data)
  })

  test('every row there is fits the contract, whatever is asked of it', async ({ shipped }) => {
    const tickers = 'MP,UUUU,LYC.AX,600111.SS,SPY,REMX,STW.AX,000300.SS'
    for (const how of ['', '&adjust=none', '&adjust=all', '&currency=USD']) {
      const { json } = await ask(shipped, `/api/v1/prices?tickers=${tickers}${how}`)
      // Rows are sent as they are made, unchecked; here nothing may be missing, nor more be told.
      expect(getPrices.response.parse(json)).toEqual(json)
    }
  })

  test('a range without sessions is an empty list, in the future too', async ({ shipped }) => {
    for (const range of ['from=2025-10-04&to=2025-10-05', 'from=2030-01-01'])
      expect((await read(shipped, getPrices, `/api/v1/prices?tickers=MP&${range}`)).data).toEqual([])
  })
})

describe('system time', () => {
  test('a changed close is a revision: before it the old digits, after it the new', async ({ app, db }) => {
    await takeInReference(db, monday)
    await writeBars(db, { at: tuesday, ticker: 'MP' }, [aBar('2026-11-16', 60)])
    const before = await read(app, getPrices, '/api/v1/prices?tickers=MP')
    await writeBars(db, { at: wednesday, ticker: 'MP' }, [aBar('2026-11-16', 61)])
    const after = await read(app, getPrices, '/api/v1/prices?tickers=MP')

    expect(before.meta.as_of).toBe(before.data[0]?.recorded_at)
    expect(after.meta.as_of).toBe(after.data[0]?.recorded_at)
    expect(after.meta.data_version).not.toBe(before.meta.data_version)
    expect([before.data[0]?.close, after.data[0]?.close]).toEqual([60, 61])
    const pinned = await read(app, getPrices, `/api/v1/prices?tickers=MP&as_of=${before.meta.as_of}`)
    expect(pinned.data).toEqual(before.data)
    const again = await read(app, getPrices, `/api/v1/prices?tickers=MP&as_of=${after.meta.as_of}`)
    expect(again.data).toEqual(after.data)
  })

  test('before anything was stored there is nothing, and the future is now', async ({ app, db }) => {
    await takeInReference(db, monday)
    await writeBars(db, { at: tuesday, ticker: 'MP' }, [aBar('2026-11-16', 60)])
    const past = await read(app, getPrices, '/api/v1/prices?tickers=MP&as_of=2020-01-01T00:00:00Z')
    expect(past).toMatchObject({ data: [], meta: { as_of: '2020-01-01T00:00:00Z' } })
    const future = await read(app, getPrices, '/api/v1/prices?tickers=MP&as_of=2099-01-01T00:00:00Z')
    expect(future.data).toMatchObject([{ close: 60 }])
    expect(future.meta.as_of).toBe(future.data[0]?.recorded_at)
  })
})

describe('currency=USD', () => {
  test('AUD by the rate of the day or one at most seven days older; USD as it is', async ({ app, db }) => {
    await takeInReference(db, monday)
    await writeBars(db, { at: tuesday, ticker: 'LYC.AX' }, [
      aBar('2026-10-01', 10),
      aBar('2026-10-08', 20),
      aBar('2026-10-09', 30),
    ])
    await writeBars(db, { at: tuesday, ticker: 'MP' }, [aBar('2026-10-08', 70)])
    await writeRates(db, { at: tuesday }, [
      ['USD', '2026-10-01', 1.25],
      ['AUD', '2026-10-01', 2],
      // A leg alone is no rate.
      ['AUD', '2026-10-09', 2.5],
    ])
    const { data, meta } = await read(app, getPrices, '/api/v1/prices?tickers=LYC.AX,MP&currency=USD')
    expect(
      data.map(({ ticker, date, close, fx_date, currency }) => ({ ticker, date, close, fx_date, currency })),
    ).toEqual([
      { ticker: 'LYC.AX', date: '2026-10-01', close: 6.25, fx_date: '2026-10-01', currency: 'USD' },
      { ticker: 'LYC.AX', date: '2026-10-08', close: 12.5, fx_date: '2026-10-01', currency: 'USD' },
      { ticker: 'LYC.AX', date: '2026-10-09', close: null, fx_date: null, currency: 'USD' },
      { ticker: 'MP', date: '2026-10-08', close: 70, fx_date: null, currency: 'USD' },
    ])
    expect(meta).toMatchObject({ currency: 'USD', sources: ['yahoo', 'ecb'] })
  })

  test('without any rate the prices are absent, the volumes stay', async ({ shipped }) => {
    const at = 'tickers=LYC.AX&from=2025-10-15&to=2025-10-15&currency=USD'
    const { data } = await read(shipped, getPrices, `/api/v1/prices?${at}`)
    expect(data).toMatchObject([{ close: null, adj_close: null, fx_date: null, currency: 'USD' }])
    expect(data[0]?.volume).toBeGreaterThan(0)
  })
})

describe('splits, ten for one on 2026-06-10 in New York', () => {
  test('what was fetched before and after reads alike, split-adjusted and as traded', async ({ app, db }) => {
    await takeInReference(db, instant('2026-06-01T08:00:00.000Z'))
    await writeBars(db, { at: instant('2026-06-09T21:00:00.000Z'), ticker: 'MP' }, [
      aBar('2026-06-08', 1_200, { basis: 'splits', volume: 100 }),
    ])
    await writeActions(db, { at: instant('2026-06-10T21:00:00.000Z'), ticker: 'MP' }, [
      { kind: 'split', exDate: day('2026-06-10'), numerator: 10, denominator: 1, flags: [] },
    ])
    await writeBars(db, { at: instant('2026-06-10T21:30:00.000Z'), ticker: 'MP' }, [
      aBar('2026-06-09', 121, { basis: 'splits', volume: 2_000 }),
      aBar('2026-06-10', 122, { basis: 'splits', volume: 3_000 }),
    ])
    const closes = async (adjust: string) => {
      const { data } = await read(app, getPrices, `/api/v1/prices?tickers=MP&adjust=${adjust}`)
      return data.map(({ close, volume }) => [close, volume])
    }
    expect(await closes('splits')).toEqual([
      [120, 1_000],
      [121, 2_000],
      [122, 3_000],
    ])
    expect(await closes('none')).toEqual([
      [1_200, 100],
      [1_210, 200],
      [122, 3_000],
    ])
  })
})

test('an unknown ticker is refused by name, beside known ones', async ({ shipped }) => {
  const { status, json } = await ask(shipped, '/api/v1/prices?tickers=MP,XYZ,ABC')
  expect(status).toBe(404)
  expect(json).toMatchObject({ code: 'unknown-ticker', parameter: 'tickers', unknown: ['ABC', 'XYZ'] })
})
