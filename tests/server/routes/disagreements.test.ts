import { getDisagreements } from '@oreline/shared/api/disagreements.ts'
import { getPrices } from '@oreline/shared/api/prices.ts'
import { getVintages } from '@oreline/shared/api/vintages.ts'
import { listInstrumentIds } from '@oreline/server/db/instrument-list.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { upsertSecondBars } from '@oreline/server/db/second-bars.ts'
import { describe, expect } from 'vitest'
import { read, test } from '../../support/app.ts'
import { day, instant } from '../../support/brands.ts'
import { aBar, takeInReference, writeActions, writeBars } from '../../support/store-rows.ts'

const monday = instant('2026-11-16T08:00:00.000Z')
const tuesday = instant('2026-11-17T08:00:00.000Z')
const ticker = '600111.SS'

describe('GET /disagreements', () => {
  test('lists closes of two sources and adjusted closes of two makings, newest first, as of then too', async ({
    app,
    db,
  }) => {
    await takeInReference(db, monday)
    await writeBars(db, { at: monday, ticker }, [
      aBar('2026-11-11', 40, { basis: 'splits', adjClose: 40 }),
      aBar('2026-11-12', 50, { basis: 'splits', adjClose: 49 }),
      aBar('2026-11-13', 48, { basis: 'splits', adjClose: 48 }),
    ])
    await writeActions(db, { at: monday, ticker }, [
      { kind: 'dividend', exDate: day('2026-11-13'), amount: 1, currency: 'CNY', flags: [] },
    ])
    const instrumentId = (await listInstrumentIds(db)).get(ticker) ?? 0
    await withRevision(db, { scope: 'prices', clock: () => tuesday }, async (revision) =>
      upsertSecondBars(revision, {
        instrumentId,
        source: 'tencent',
        bars: [aBar('2026-11-12', 50.2), aBar('2026-11-13', 48.6)],
        payloadId: null,
      }),
    )
    const { data, meta } = await read(app, getDisagreements, '/api/v1/disagreements')
    expect(data).toEqual([
      {
        ticker,
        date: '2026-11-13',
        field: 'close',
        source: 'yahoo',
        value: 48,
        other_source: 'tencent',
        other_value: 48.6,
        difference: 48.6 / 48 - 1,
      },
      {
        ticker,
        date: '2026-11-11',
        field: 'adj_close',
        source: 'computed',
        value: 40 * (1 - 1 / 50),
        other_source: 'yahoo',
        other_value: 40,
        difference: 40 / (40 * (1 - 1 / 50)) - 1,
      },
    ])
    expect(meta.sources).toEqual(['yahoo', 'tencent', 'computed'])
    const then = await read(app, getDisagreements, `/api/v1/disagreements?as_of=2026-11-16T12:00:00Z`)
    expect(then.data.map(({ field }) => field)).toEqual(['adj_close'])
    const later = await read(app, getDisagreements, '/api/v1/disagreements?from=2026-11-12&field=adj_close')
    expect(later.data).toEqual([])
  })

  test('of the shipped history there are none', async ({ shipped }) => {
    const { data } = await read(shipped, getDisagreements, '/api/v1/disagreements?from=2024-01-01')
    expect(data).toEqual([])
  })
})

describe('adj_close of the shipped history, from the dividends of PRICES.md', () => {
  test.for([
    // Eleven dividends from 1.595 on 2024-03-15 to 1.889 on 2026-09-18.
    ['SPY', 11, '2024-01-02'],
    // 0.997 on 2024-12-23 and 1.301 on 2025-12-22.
    ['REMX', 2, '2024-01-02'],
    ['MP', 0, '2024-01-02'],
  ] as const)(
    '%s pays %i times: each ex-date returns what a holder got',
    async ([name, paid, from], { shipped }) => {
      const { data } = await read(shipped, getPrices, `/api/v1/prices?tickers=${name}&from=${from}`)
      const exDates = data.flatMap((row, place) => {
        const before = data[place - 1]
        if (before === undefined) return []
        const plain = (row.close ?? 0) / (before.close ?? 1)
        const adjusted = (row.adj_close ?? 0) / (before.adj_close ?? 1)
        // (C1 + D) / C0 to within D's own move, which CRSP's formula leaves out: C1 / (C0 - D).
        return adjusted / plain > 1 + 1e-6
          ? [[row.date, (before.close ?? 0) * (1 - plain / adjusted)] as const]
          : []
      })
      expect(exDates).toHaveLength(paid)
      if (name === 'SPY') expect(exDates[0]).toEqual(['2024-03-15', expect.closeTo(1.595, 9)])
      if (name === 'REMX') expect(exDates[1]).toEqual(['2025-12-22', expect.closeTo(1.301, 9)])
      expect(data.at(-1)?.adj_close).toBe(data.at(-1)?.close)
    },
  )
})

describe('GET /series/{ticker}/vintages', () => {
  test('lists every revision of a bar, oldest first, each ending where the next begins', async ({
    app,
    db,
  }) => {
    await takeInReference(db, monday)
    await writeBars(db, { at: monday, ticker, source: 'starter' }, [aBar('2026-11-13', 48)])
    await writeBars(db, { at: tuesday, ticker }, [
      aBar('2026-11-13', 48.2, { basis: 'splits', adjClose: 48 }),
    ])
    const { data, meta } = await read(app, getVintages, `/api/v1/series/${ticker}/vintages?date=2026-11-13`)
    expect(data).toMatchObject([
      {
        revision: 1,
        close: 48,
        source: 'starter',
        superseded_at: tuesday,
        fetched_at: null,
      },
      { revision: 2, close: 48.2, adj_close: 48, basis: 'splits', recorded_at: tuesday, superseded_at: null },
    ])
    expect(meta).toMatchObject({ sources: ['starter', 'yahoo'], currency: 'CNY' })
    const none = await read(app, getVintages, `/api/v1/series/${ticker}/vintages?date=2026-11-14`)
    expect(none.data).toEqual([])
  })
})
