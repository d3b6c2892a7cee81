import { getGaps } from '@oreline/shared/api/gaps.ts'
import { recordGaps } from '@oreline/server/db/gaps.ts'
import { listInstrumentIds } from '@oreline/server/db/instrument-list.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { sessionsBetween } from '@oreline/shared/domain/calendar/sessions.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { describe, expect } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { ask, read, test } from '../../support/app.ts'
import { seedIndexes } from '../../support/seed-files.ts'
import { aBar, aFiling, takeInReference, writeBars, writeFilings } from '../../support/store-rows.ts'

const at = instant('2026-11-21T08:00:00.000Z')
const indexes = seedIndexes()
const from = day('2026-11-02')
const to = day('2026-11-20')

/** Bars of every session of the first three weeks of November but some. */
const barsBut = (calendar: CalendarId, ...missing: readonly string[]) =>
  sessionsBetween(indexes[calendar], from, to)
    .filter((date) => !missing.includes(date))
    .map((date: IsoDate) => aBar(date, 10))

describe('gaps', () => {
  test('Q04: a session missing altogether is a hole, with what its source said of it', async ({
    app,
    db,
  }) => {
    await takeInReference(db, at)
    await writeBars(db, { at, ticker: 'MP' }, barsBut('XNYS', '2026-11-10', '2026-11-12'))
    await writeBars(db, { at, ticker: 'SPY' }, barsBut('XNYS'))
    const instrumentId = (await listInstrumentIds(db)).get('MP') ?? -1
    const asked = instant('2026-11-21T09:00:00.000Z')
    await withRevision(db, { scope: 'prices', clock: () => asked }, (revision) =>
      recordGaps(revision, {
        instrumentId,
        source: 'yahoo',
        gaps: [{ date: day('2026-11-10'), reason: 'null_ohlc' }],
      }),
    )
    const { data, meta } = await read(app, getGaps, '/api/v1/gaps')
    const unasked = { source: null, first_seen_at: null, last_tried_at: null, next_try_at: null }
    const bare = { ticker: 'MP', kind: 'hole', explanation: null, url: null }
    expect(data).toEqual([
      { ...bare, date: '2026-11-12', reason: 'missing', tries: 0, ...unasked },
      {
        ...bare,
        date: '2026-11-10',
        reason: 'null_ohlc',
        source: 'yahoo',
        first_seen_at: asked,
        last_tried_at: asked,
        tries: 1,
        next_try_at: '2026-11-22T09:00:00.000Z',
      },
    ])
    expect(meta.sources).toEqual(['yahoo'])
    expect((await read(app, getGaps, '/api/v1/gaps?tickers=SPY')).data).toEqual([])
    const later = await read(app, getGaps, '/api/v1/gaps?tickers=MP&from=2026-11-11&to=2026-11-30')
    expect(later.data.map(({ date }) => date)).toEqual(['2026-11-12'])
  })

  test('Q41: a session nobody of the exchange has may be a closure, until an operator says that it is', async ({
    app,
    db,
  }) => {
    await takeInReference(db, at)
    await writeBars(db, { at, ticker: 'MP' }, barsBut('XNYS', '2026-11-12'))
    await writeBars(db, { at, ticker: 'UUUU' }, barsBut('XNYS', '2026-11-12', '2026-11-20'))
    const rows = async () =>
      (await read(app, getGaps, '/api/v1/gaps')).data.map(({ ticker, date, kind }) => [ticker, date, kind])
    // The newest of UUUU's is late, not closed: MP has it.
    expect(await rows()).toEqual([
      ['UUUU', '2026-11-20', 'hole'],
      ['MP', '2026-11-12', 'closure'],
      ['UUUU', '2026-11-12', 'closure'],
    ])
    await ask(app, '/api/v1/calendars/XNYS/overrides/2026-11-12', {
      method: 'PUT',
      body: { kind: 'closed', note: 'a day of mourning' },
    })
    expect(await rows()).toEqual([['UUUU', '2026-11-20', 'hole']])
  })

  test('Q32: a bar without trade is told by the announcement of its halt, and without one is no gap', async ({
    app,
    db,
  }) => {
    await takeInReference(db, at)
    const untraded = aBar('2026-11-12', 10, { volume: 0, flags: ['no_trade'] })
    await writeBars(db, { at, ticker: 'LYC.AX' }, [...barsBut('XASX', '2026-11-12', '2026-11-13'), untraded])
    await writeBars(db, { at, ticker: 'STW.AX' }, barsBut('XASX'))
    const rows = async () => (await read(app, getGaps, '/api/v1/gaps?tickers=LYC.AX')).data
    expect(await rows()).toMatchObject([{ date: '2026-11-13', kind: 'hole', explanation: null }])
    const halt = aFiling('halt', '2026-11-12', { category: 'trading-halt', title: 'Trading Halt' })
    await writeFilings(db, { at, source: 'asx', ticker: 'LYC.AX' }, [halt])
    const explained = { kind: 'halt', explanation: 'Trading Halt', url: 'https://example.org/halt' }
    expect(await rows()).toMatchObject([
      { date: '2026-11-13', reason: 'missing', ...explained },
      { date: '2026-11-12', reason: 'no_trade', ...explained },
    ])
  })
})

describe('what is shipped', () => {
  test('LYC.AX 2025-08-28: no trade, and nothing is said of a halt that no stored announcement tells', async ({
    shipped,
  }) => {
    const { data } = await read(shipped, getGaps, '/api/v1/gaps?tickers=LYC.AX,STW.AX&to=2025-12-31')
    // STW.AX lacks that session, LYC.AX has it: a hole.
    expect(data).toMatchObject([{ ticker: 'STW.AX', date: '2025-10-24', kind: 'hole', tries: 0 }])
  })
})
