import { describe, expect } from 'vitest'
import { day } from '../support/brands.ts'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'

const hours = 3_600_000
const key = { eodhdApiToken: 'good-key-1' }

const asked = ({ standIn }: JobsRehearsal, route: string): number =>
  standIn.log().filter((request) => request.route === route).length

const secondsOf = async ({ store }: JobsRehearsal, ticker: string) => store.sql<
  { source: string; bars: number; newest: string; basis: string }[]
>`
  select source, count(*)::int as bars, max(session_date)::text as newest, min(basis) as basis
  from second_bars join instruments on instruments.id = instrument_id
  where ticker = ${ticker} and superseded_at is null group by source order by source`

const healthOf = async ({ db }: JobsRehearsal, source: string, scope: string) =>
  db.query.sourceHealth.findFirst({
    where: (row, { and, eq }) => and(eq(row.source, source), eq(row.scope, scope)),
  })

const barOn = async (jobs: JobsRehearsal, ticker: string, date: string) =>
  (await jobs.bars(ticker)).find(({ sessionDate }) => sessionDate === date)

const choose = async ({ store }: JobsRehearsal, ticker: string, source: string) => {
  await store.sql`
    insert into series_sources select id, ${source}, now() from instruments where ticker = ${ticker}`
  await store.sql`update data_versions set version = version + 1 where scope = 'reference'`
}

describe('second sources', () => {
  test('are asked after the close, once: Tencent of Shanghai’s two, EODHD where there is a key', async ({
    jobs,
  }) => {
    const first = await jobs.run('quotes-xshg')
    expect(first.sources.map(({ source, scope, kind }) => `${source} ${scope} ${kind}`)).toEqual([
      'yahoo 600111.SS ok',
      'yahoo 000300.SS ok',
      'tencent 600111.SS ok',
      'tencent 000300.SS ok',
    ])
    expect(await secondsOf(jobs, '600111.SS')).toMatchObject([
      { source: 'tencent', newest: '2026-11-20', basis: 'raw' },
    ])
    const bars = await jobs.bars('600111.SS')
    expect(new Set(bars.map(({ source }) => source))).toEqual(new Set(['yahoo']))
    jobs.time.advance(hours)
    const again = await jobs.run('quotes-xshg', { config: key })
    expect(again.sources.map(({ source }) => source)).toEqual(['yahoo', 'yahoo', 'eodhd'])
    expect(asked(jobs, 'eastmoney')).toBe(0)
    // Monday evening: the next session is over, and the newest fifteen are asked for again.
    jobs.time.advance(72 * hours)
    const before = jobs.standIn.log().length
    const next = await jobs.run('quotes-xshg', { config: key })
    expect(next.sources.map(({ source }) => source).toSorted()).toEqual([
      'eodhd',
      'tencent',
      'tencent',
      'yahoo',
      'yahoo',
    ])
    expect(jobs.standIn.log()).toHaveLength(before + 5)
    expect(asked(jobs, 'eodhd')).toBe(2)
  })

  test('Eastmoney is asked where Tencent gave nothing, and then not again that day', async ({ jobs }) => {
    jobs.standIn.scenario('tencent', 'code', 2)
    const run = await jobs.run('quotes-xshg')
    expect(run.outcome).toBe('partial')
    expect(run.sources.map(({ source, kind }) => `${source} ${kind}`)).toEqual([
      'yahoo ok',
      'yahoo ok',
      'tencent broken',
      'eastmoney ok',
      'tencent broken',
      'eastmoney ok',
    ])
    jobs.time.advance(3 * hours)
    expect(await jobs.run('quotes-xshg')).toMatchObject({ outcome: 'ok' })
    expect([asked(jobs, 'eastmoney'), asked(jobs, 'tencent')]).toEqual([2, 2 + 2 * 4])
  })

  test('stand in where Yahoo gives nothing, with their own name, until its next answer', async ({ jobs }) => {
    jobs.standIn.scenario('yahoo', 'Q28', 2)
    const run = await jobs.run('quotes-xshg')
    expect(run.sources).toMatchObject([
      { source: 'yahoo', kind: 'notFound' },
      { source: 'yahoo', kind: 'notFound' },
      { source: 'tencent', kind: 'ok', detail: expect.stringMatching(/^stands in on 1\d\d\d days$/) },
      { source: 'tencent', kind: 'ok' },
    ])
    const stoodIn = await barOn(jobs, '600111.SS', '2026-11-19')
    expect(stoodIn).toMatchObject({ source: 'tencent', basis: 'raw', status: 'final', epoch: 1 })
    jobs.time.advance(hours)
    await jobs.run('quotes-xshg')
    expect(await barOn(jobs, '600111.SS', '2026-11-19')).toMatchObject({
      source: 'yahoo',
      basis: 'splits',
      epoch: 1,
      revision: (stoodIn?.revision ?? 0) + 1,
    })
    const former = await jobs.db.query.bars.findFirst({
      where: (row, { and, eq }) =>
        and(
          eq(row.instrumentId, stoodIn?.instrumentId ?? 0),
          eq(row.sessionDate, day('2026-11-19')),
          eq(row.source, 'tencent'),
        ),
    })
    expect(former).toMatchObject({ close: stoodIn?.close, supersededAt: expect.any(String) })
  })

  test('fill a single hole, which is then no gap, and replace no final bar of Yahoo’s', async ({ jobs }) => {
    jobs.standIn.scenario('yahoo', 'Q04', 2)
    jobs.standIn.scenario('tencent', 'Q52')
    await jobs.run('quotes-xshg')
    const bars = await jobs.bars('600111.SS')
    expect(bars.filter(({ source }) => source !== 'yahoo')).toMatchObject([
      { sessionDate: '2026-11-16', source: 'tencent', basis: 'raw' },
    ])
    const gaps = await jobs.db.query.gaps.findMany({
      where: (row, { and, gt, isNull }) => and(isNull(row.filledAt), gt(row.sessionDate, day('2026-01-01'))),
    })
    expect(gaps).toEqual([])
    jobs.time.advance(hours)
    await jobs.run('quotes-xshg')
    expect(await barOn(jobs, '600111.SS', '2026-11-16')).toMatchObject({ source: 'yahoo' })
  })

  test('confirm a price under review', async ({ jobs }) => {
    // Both say that the 16th was 20 % above its neighbours.
    jobs.standIn.scenario('yahoo', 'Q38')
    jobs.standIn.scenario('tencent', 'Q38')
    await jobs.run('quotes-xshg')
    // Tencent doubts it too, and says the same figure.
    expect((await barOn(jobs, '600111.SS', '2026-11-16'))?.flags).toEqual(['confirmed'])
  })

  test('that is chosen is the series’ own, and Yahoo stands beside it', async ({ jobs }) => {
    await jobs.run('quotes-xshg')
    await choose(jobs, '600111.SS', 'tencent')
    jobs.time.advance(72 * hours)
    const run = await jobs.run('quotes-xshg')
    expect(run.sources.map(({ source, scope }) => `${source} ${scope}`)).toEqual([
      'tencent 600111.SS',
      'yahoo 000300.SS',
      'yahoo 600111.SS',
      'tencent 000300.SS',
    ])
    const bars = await jobs.bars('600111.SS')
    expect(new Set(bars.map(({ source, basis }) => `${source} ${basis}`))).toEqual(new Set(['tencent raw']))
    expect(bars.at(-1)).toMatchObject({ sessionDate: '2026-11-23', status: 'final' })
    expect((await secondsOf(jobs, '600111.SS')).map(({ source }) => source)).toEqual(['tencent', 'yahoo'])
    // Back to the usual order.
    await jobs.store.sql`delete from series_sources`
    await jobs.store.sql`update data_versions set version = version + 1 where scope = 'reference'`
    jobs.time.advance(24 * hours)
    await jobs.run('quotes-xshg')
    expect((await jobs.bars('600111.SS')).every(({ source }) => source === 'yahoo')).toBe(true)
  })

  test('keep the job of Shanghai running with Yahoo switched off', async ({ jobs }) => {
    await jobs.run('quotes-xshg')
    await jobs.store.sql`insert into source_switches values ('yahoo', false, now())`
    jobs.time.advance(72 * hours)
    const run = await jobs.run('quotes-xshg')
    expect(run.sources.map(({ source, kind }) => `${source} ${kind}`)).toEqual([
      'yahoo blocked',
      'yahoo blocked',
      'tencent ok',
      'tencent ok',
    ])
    expect((await jobs.bars('600111.SS')).at(-1)).toMatchObject({
      sessionDate: '2026-11-23',
      source: 'tencent',
    })
    expect(await healthOf(jobs, 'tencent', '600111.SS')).toMatchObject({ state: 'fresh' })
  })
})
