import { getFx } from '@oreline/shared/api/fx.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { writeRates } from '../../support/store-rows.ts'

const monday = instant('2026-11-16T16:00:00.000Z')
const tuesday = instant('2026-11-17T16:00:00.000Z')

describe('exchange rates', () => {
  test('are crossed over the euro, by pair and day, on published days only', async ({ app, db }) => {
    await writeRates(db, { at: monday }, [
      ['USD', '2026-11-12', 1.25],
      ['AUD', '2026-11-12', 2],
      ['CNY', '2026-11-12', 8],
      ['USD', '2026-11-13', 1.5],
      ['AUD', '2026-11-13', 2],
    ])
    const { data, meta } = await read(app, getFx, '/api/v1/fx?pairs=CNYUSD,AUDUSD,EURUSD')
    expect(data).toEqual([
      { pair: 'AUDUSD', date: '2026-11-12', rate: 0.625, source: 'ecb' },
      { pair: 'AUDUSD', date: '2026-11-13', rate: 0.75, source: 'ecb' },
      { pair: 'CNYUSD', date: '2026-11-12', rate: 0.156_25, source: 'ecb' },
      { pair: 'EURUSD', date: '2026-11-12', rate: 1.25, source: 'ecb' },
      { pair: 'EURUSD', date: '2026-11-13', rate: 1.5, source: 'ecb' },
    ])
    expect(meta).toMatchObject({ sources: ['ecb'], next: null })

    const first = await read(app, getFx, '/api/v1/fx?pairs=CNYUSD,AUDUSD,EURUSD&limit=3')
    const second = await read(
      app,
      getFx,
      `/api/v1/fx?pairs=CNYUSD,AUDUSD,EURUSD&limit=3&next=${first.meta.next}`,
    )
    expect([...first.data, ...second.data]).toEqual(data)
    expect(second.meta.next).toBeNull()
  })

  test('a corrected rate is a revision', async ({ app, db }) => {
    await writeRates(db, { at: monday }, [['USD', '2026-11-13', 1.25]])
    const before = await read(app, getFx, '/api/v1/fx?pairs=EURUSD')
    await writeRates(db, { at: tuesday }, [['USD', '2026-11-13', 1.5]])
    expect((await read(app, getFx, '/api/v1/fx?pairs=EURUSD')).data).toMatchObject([{ rate: 1.5 }])
    const pinned = await read(app, getFx, `/api/v1/fx?pairs=EURUSD&as_of=${before.meta.as_of}`)
    expect(pinned.data).toEqual(before.data)
  })

  test('before the first answer there are none, and nothing can be refused', async ({ app }) => {
    expect((await read(app, getFx, '/api/v1/fx?pairs=AUDUSD,XXXUSD')).data).toEqual([])
  })

  test('a currency nobody publishes is refused once others are held', async ({ app, db }) => {
    await writeRates(db, { at: monday }, [['USD', '2026-11-13', 1.25]])
    const { status, json } = await ask(app, '/api/v1/fx?pairs=EURUSD,XXXUSD,USDUSD')
    expect(status).toBe(400)
    expect(json).toMatchObject({ parameter: 'pairs', unknown: ['XXXUSD', 'USDUSD'] })
  })
})
