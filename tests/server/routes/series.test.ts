import { getSeries, type SeriesRow } from '@oreline/shared/api/series.ts'
import type { FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished } from 'vitest'
import { parseConfig } from '@oreline/server/config.ts'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, read, test as shippedTest, today } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { test as keptTest } from '../../support/kept-store.ts'
import { aBar, takeInReference, writeBars } from '../../support/store-rows.ts'

const path = '/api/v1/series'
const rowOf = async (app: FastifyInstance, ticker: string): Promise<SeriesRow> => {
  const { data } = await read(app, getSeries, path)
  const row = data.find((one) => one.ticker === ticker)
  if (row === undefined) throw new Error(`no series ${ticker}`)
  return row
}
const choose = async (app: FastifyInstance, ticker: string, source: string | null) =>
  ask(app, `${path}/${ticker}/source`, { method: 'PUT', body: { source } })

describe('GET /series', () => {
  shippedTest('of a fresh store: shipped bars, nobody asked yet, tracked ones first', async ({ shipped }) => {
    const { data, meta } = await read(shipped, getSeries, path)
    expect(meta.sources).toEqual(['starter'])
    expect(
      data
        .map(({ ticker }) => ticker)
        .slice(0, 4)
        .toSorted(),
    ).toEqual(['600111.SS', 'LYC.AX', 'MP', 'UUUU'])
    expect(data.find(({ ticker }) => ticker === '600111.SS')).toMatchObject({
      name: expect.stringContaining('Northern Rare Earth'),
      source: 'starter',
      preferred: 'yahoo',
      chosen: false,
      // EODHD carries it too, and has no key here.
      available: ['yahoo', 'tencent', 'eastmoney'],
      fallback_since: null,
      state: 'never-asked',
      epoch: 1,
      corrected: 0,
      suspects: 0,
      quarantined: 0,
      paused: false,
    })
    const csv = await ask(shipped, `${path}?format=csv`)
    expect(csv.text.split('\n')[0]).toMatch(/^ticker,name,role,calendar,paused,source,preferred,chosen,/)
  })

  shippedTest(
    'counts bars, corrections, reviews and a stand-in since its first day',
    async ({ store, app }) => {
      const at = (hour: number) => instant(`2026-11-20T0${hour}:00:00.000Z`)
      const ticker = '600111.SS'
      await takeInReference(store.db, at(0))
      const days = ['2026-11-16', '2026-11-17', '2026-11-18']
      await writeBars(
        store.db,
        { at: at(1), ticker },
        days.map((day) => aBar(day, 50)),
      )
      await writeBars(store.db, { at: at(2), ticker }, [aBar('2026-11-17', 50.4)])
      await writeBars(store.db, { at: at(3), ticker, source: 'tencent' }, [
        aBar('2026-11-19', 51),
        aBar('2026-11-20', 90, { flags: ['suspect'] }),
      ])
      expect(await rowOf(app, ticker)).toMatchObject({
        source: 'tencent',
        preferred: 'yahoo',
        fallback_since: '2026-11-19',
        first_session: '2026-11-16',
        newest_session: '2026-11-20',
        age_sessions: 0,
        bars: 5,
        suspects: 1,
        corrected: 1,
        last_changed_at: at(3),
      })
      // The shelf knows when prices have changed.
      await writeBars(store.db, { at: at(4), ticker }, [aBar('2026-11-20', 51.5)])
      expect(await rowOf(app, ticker)).toMatchObject({ source: 'yahoo', fallback_since: null, suspects: 0 })
    },
  )

  keptTest(
    'after a run: fresh, then stale by its own bars, with what a second source says otherwise',
    async ({ kept }) => {
      expect(await rowOf(kept.app, '600111.SS')).toMatchObject({
        source: 'yahoo',
        state: 'fresh',
        newest_session: '2026-11-20',
        age_sessions: 0,
        gaps: 0,
        halts: 0,
        disagreements: 0,
      })
      kept.time.advance(3 * 24 * 3_600_000)
      kept.standIn.scenario('tencent', 'Q52')
      kept.standIn.scenario('yahoo', 'Q28', 2)
      await kept.run('quotes-xshg')
      // Yahoo's newest final close is Friday's; Monday's is Tencent's, whom nothing contradicts there.
      expect(await rowOf(kept.app, '600111.SS')).toMatchObject({
        source: 'tencent',
        fallback_since: '2026-11-23',
        state: 'broken',
        newest_session: '2026-11-23',
        disagreements: 1,
      })
      kept.time.advance(4 * 24 * 3_600_000)
      expect(await rowOf(kept.app, 'MP')).toMatchObject({ state: 'stale', age_sessions: 4 })
    },
  )
})

describe('PUT /series/:ticker/source', () => {
  shippedTest('chooses, says so, and goes back', async ({ store, app }) => {
    await takeInReference(store.db, today)
    const put = await choose(app, '600111.SS', 'tencent')
    expect(put).toMatchObject({
      status: 200,
      json: { data: { ticker: '600111.SS', preferred: 'tencent', chosen: true } },
    })
    expect(await rowOf(app, '600111.SS')).toMatchObject({ preferred: 'tencent', chosen: true })
    expect((await choose(app, '600111.SS', null)).json).toMatchObject({
      data: { preferred: 'yahoo', chosen: false },
    })
    expect(await rowOf(app, '600111.SS')).toMatchObject({ preferred: 'yahoo', chosen: false })
  })

  shippedTest('refuses, by parameter, who does not carry it or cannot be asked', async ({ store, app }) => {
    await takeInReference(store.db, today)
    expect(await choose(app, 'MP', 'tencent')).toMatchObject({
      status: 400,
      json: {
        code: 'invalid-input',
        parameter: 'source',
        detail: 'tencent does not carry MP; there are yahoo, eodhd',
      },
    })
    expect(await choose(app, 'MP', 'eodhd')).toMatchObject({
      status: 409,
      json: { code: 'needs-setup', parameter: 'source', source: 'eodhd' },
    })
    expect(await choose(app, 'NOBODY', 'yahoo')).toMatchObject({
      status: 404,
      json: { code: 'unknown-ticker', parameter: 'ticker' },
    })
    const withKey = await buildApp(
      appParts({ store, config: parseConfig({ EODHD_API_TOKEN: 'good-key-1' }) }),
    )
    onTestFinished(() => withKey.close())
    expect(await choose(withKey, 'MP', 'eodhd')).toMatchObject({ status: 200 })
    expect(await rowOf(withKey, 'MP')).toMatchObject({ preferred: 'eodhd', available: ['yahoo', 'eodhd'] })
  })
})
