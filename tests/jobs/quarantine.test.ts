/** Answers that contradict a series, from Yahoo's chart to a person's decision, by the real job and the real API. */
import { getQuarantine, type QuarantineRow } from '@oreline/shared/api/quarantine.ts'
import { getVintages } from '@oreline/shared/api/vintages.ts'
import { describe, expect } from 'vitest'
import { ask, read } from '../support/app.ts'
import { test, type KeptStore } from '../support/kept-store.ts'

const days = 24 * 3_600_000
const minutes = 60_000
const lynas = 'LYC.AX'

async function runWith(kept: KeptStore, fault: string | null) {
  if (fault !== null) kept.standIn.scenario('yahoo', fault)
  const run = await kept.run('quotes-xasx')
  kept.standIn.clearScenarios()
  kept.time.advance(10 * minutes)
  return run.sources[0]
}

const listed = async ({ app }: KeptStore, state = 'all') =>
  (await read(app, getQuarantine, `/api/v1/quarantine?state=${state}`)).data

async function only(kept: KeptStore): Promise<QuarantineRow> {
  const [row, ...more] = await listed(kept, 'open')
  if (row === undefined || more.length > 0) throw new Error('one open quarantine was expected')
  return row
}

const decide = async ({ app }: KeptStore, id: number, body: object) =>
  ask(app, `/api/v1/quarantine/${id}/decision`, { method: 'POST', body })

const closesOf = async (kept: KeptStore) => (await kept.bars(lynas)).map(({ close }) => close)

describe('a contradicting answer', () => {
  test('Q16: is listed with what it contradicts, counted up, and closed by an answer that agrees', async ({
    kept,
  }) => {
    const before = await kept.dataRows()
    await runWith(kept, 'Q16')
    await runWith(kept, 'Q16')
    const row = await only(kept)
    expect(row).toMatchObject({
      ticker: lynas,
      source: 'yahoo',
      kind: 'not-rescaled',
      why: "prices jump by a split's ratio on 2026-11-16: not rescaled for it",
      k: 0.25,
      agrees_from: '2026-11-16',
      compared: 16,
      differing: 11,
      whole: false,
      times_seen: 2,
      can_accept: true,
      can_rescale: false,
      decision: null,
    })
    expect(row.sample).toHaveLength(10)
    expect(row.sample.at(-1)?.date).toBe('2026-11-13')
    for (const { held, fresh } of row.sample) expect(fresh / held).toBeCloseTo(4, 4)
    await runWith(kept, null)
    expect(await listed(kept)).toMatchObject([{ id: row.id, decision: 'resolved', can_accept: false }])
    expect(await kept.dataRows()).toEqual(before)
  })

  test('Q37: gives way to one that contradicts in another way', async ({ kept }) => {
    await runWith(kept, 'Q37-unit')
    await runWith(kept, 'Q16')
    expect(await listed(kept)).toMatchObject([
      { kind: 'not-rescaled', decision: null },
      { kind: 'disagrees', compared: 16, differing: 5, decision: 'replaced' },
    ])
  })

  test('Q21, Q23, Q26: without rows that could be stored can only be discarded', async ({ kept }) => {
    for (const [fault, kind] of [
      ['Q21', 'currency'],
      ['Q23', 'renamed'],
      ['Q26-many', 'ragged'],
    ] as const) {
      await runWith(kept, fault)
      const { id, ...row } = await only(kept)
      expect(row).toMatchObject({ kind, can_accept: false, rescale_from: null, compared: 0 })
      expect(await decide(kept, id, { decision: 'accept' })).toMatchObject({
        status: 409,
        json: { code: 'cannot-accept' },
      })
      expect((await decide(kept, id, { decision: 'discard' })).status).toBe(200)
    }
    expect(await decide(kept, 999, { decision: 'discard' })).toMatchObject({
      status: 404,
      json: { code: 'unknown-quarantine' },
    })
  })
})

describe('a decision', () => {
  test('to discard keeps the same answer out without asking again, and lets a good one in', async ({
    kept,
  }) => {
    await runWith(kept, 'Q37-unit')
    const { id } = await only(kept)
    expect(await decide(kept, id, { decision: 'discard' })).toMatchObject({
      status: 200,
      json: { data: { id, decision: 'discarded', rows_written: 0 } },
    })
    expect(await decide(kept, id, { decision: 'accept' })).toMatchObject({
      status: 409,
      json: { code: 'already-decided' },
    })
    const before = await closesOf(kept)
    expect(await runWith(kept, 'Q37-unit')).toMatchObject({ kind: 'broken', rows_written: 0 })
    expect(await listed(kept, 'open')).toEqual([])
    expect(await listed(kept)).toMatchObject([{ id, times_seen: 2 }])
    expect(await closesOf(kept)).toEqual(before)
    expect(await runWith(kept, null)).toMatchObject({ kind: 'ok' })
  })

  test('to accept days that differ stores them as corrections, under suspicion no more', async ({ kept }) => {
    const before = await closesOf(kept)
    await runWith(kept, 'Q37-unit')
    const { id } = await only(kept)
    expect((await decide(kept, id, { decision: 'accept' })).json).toMatchObject({
      data: { decision: 'accepted', rows_written: 5 },
    })
    const after = await kept.bars(lynas)
    expect(after.slice(0, -5).map(({ close }) => close)).toEqual(before.slice(0, -5))
    for (const [place, bar] of after.slice(-5).entries()) {
      expect(bar.close / (before.at(place - 5) ?? 0)).toBeCloseTo(0.01, 4)
      expect(bar).toMatchObject({ epoch: 1, flags: ['confirmed'] })
    }
    const { data } = await read(kept.app, getVintages, `/api/v1/series/${lynas}/vintages?date=2026-11-20`)
    expect(data.map(({ source }) => source)).toEqual(data.map(() => 'yahoo'))
    expect(data.at(-1)).toMatchObject({ superseded_at: null, flags: ['confirmed'] })
    expect(data.at(-1)?.fetched_at).not.toBeNull()
    expect(data.at(-2)?.superseded_at).toBe(data.at(-1)?.recorded_at)
  })

  test('to accept a half on another scale brings the rest of the series onto it, at once', async ({
    kept,
  }) => {
    const before = await kept.bars(lynas)
    await runWith(kept, 'Q16')
    const { id } = await only(kept)
    const { status } = await decide(kept, id, { decision: 'accept' })
    expect(status).toBe(200)
    const after = await kept.bars(lynas)
    expect(after.map(({ sessionDate }) => sessionDate)).toEqual(before.map(({ sessionDate }) => sessionDate))
    expect(new Set(after.map(({ epoch }) => epoch))).toEqual(new Set([2]))
    expect(new Set(after.map(({ recordedAt }) => recordedAt)).size).toBe(1)
    for (const [place, bar] of after.entries())
      expect(bar.close / (before[place]?.close ?? 0)).toBeCloseTo(bar.sessionDate < '2026-11-16' ? 4 : 1, 4)
  })

  test('Q16: to rescale by hand is offered after five days, and is stored as one new epoch', async ({
    kept,
  }) => {
    const before = await kept.bars(lynas)
    await runWith(kept, 'Q16')
    const { id, rescale_from: offered } = await only(kept)
    const rescale = { decision: 'rescale', k: 0.25 }
    expect(await decide(kept, id, rescale)).toMatchObject({ status: 409, json: { code: 'cannot-accept' } })
    expect(await decide(kept, id, { decision: 'rescale' })).toMatchObject({
      status: 400,
      json: { parameter: 'k' },
    })
    kept.time.advance(5 * days)
    expect(await only(kept)).toMatchObject({ can_rescale: true, rescale_from: offered })
    expect((await decide(kept, id, rescale)).json).toMatchObject({ data: { decision: 'rescaled' } })
    const after = await kept.bars(lynas)
    expect(new Set(after.map(({ epoch }) => epoch))).toEqual(new Set([2]))
    // The fault had made four times too much of them.
    for (const [place, bar] of after.entries())
      expect(bar.close / (before[place]?.close ?? 0)).toBeCloseTo(1, 4)
    const volumes = after.map(({ volume }, place) => (volume ?? 0) / (before[place]?.volume ?? 1))
    expect(volumes[0]).toBeCloseTo(1 / (4 * 0.25), 6)
  })

  test('about an answer from before a split that has begun is refused', async ({ kept }) => {
    await runWith(kept, 'Q37-unit')
    const { id } = await only(kept)
    await kept.store.sql`
      insert into corporate_actions (instrument_id, ex_date, kind, revision, numerator, denominator, source, recorded_at)
      select id, '2026-11-23', 'split', 1, 2, 1, 'yahoo', now() from instruments where ticker = ${lynas}`
    kept.time.advance(3 * days)
    expect(await decide(kept, id, { decision: 'accept' })).toMatchObject({
      status: 409,
      json: { code: 'cannot-accept', detail: expect.stringContaining('a split has begun') },
    })
  })
})
