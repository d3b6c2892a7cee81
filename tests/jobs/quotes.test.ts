import { describe, expect } from 'vitest'
import { day, instant } from '../support/brands.ts'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'

const minutes = 60_000
const hours = 60 * minutes

/** Everything stored of prices, as it would be read: what a bad answer must leave alone. */
const pricesOf = async ({ store }: JobsRehearsal) => ({
  bars: await store.sql`select * from bars order by instrument_id, session_date, revision`,
  actions: await store.sql`select * from corporate_actions order by instrument_id, ex_date, revision`,
})

const healthOf = async ({ db }: JobsRehearsal, scope: string) =>
  db.query.sourceHealth.findFirst({
    where: (row, { and, eq }) => and(eq(row.source, 'yahoo'), eq(row.scope, scope)),
  })

const askedSymbols = ({ standIn }: JobsRehearsal) =>
  standIn.log().map(({ path }) => decodeURIComponent(/chart\/([^?]+)/.exec(path)?.[1] ?? path))

describe('a run of quotes', () => {
  test('replaces the starter history by revisions and says so', async ({ jobs }) => {
    const starter = await jobs.bars('MP')
    const run = await jobs.run('quotes-xnys')
    expect(run).toMatchObject({ outcome: 'ok', attempts: 1, error: null })
    expect(run.sources.map(({ scope, kind }) => `${scope} ${kind}`)).toEqual([
      'MP ok',
      'UUUU ok',
      'REMX ok',
      'SPY ok',
    ])
    const live = await jobs.bars('MP')
    expect(live.every(({ source, epoch }) => source === 'yahoo' && epoch === 1)).toBe(true)
    expect(live.at(-1)).toMatchObject({ sessionDate: '2026-11-20', status: 'final' })
    const first = starter[0]
    const revisions = await jobs.db.query.bars.findMany({
      where: (row, { and, eq }) =>
        and(eq(row.instrumentId, first?.instrumentId ?? 0), eq(row.sessionDate, day('2025-07-10'))),
      orderBy: ({ revision }, { asc }) => asc(revision),
    })
    expect(revisions).toMatchObject([
      { revision: 1, source: 'starter', close: 45.23, supersededAt: revisions[1]?.recordedAt },
      { revision: 2, source: 'yahoo', supersededAt: null },
    ])
    expect(await healthOf(jobs, 'MP')).toMatchObject({ state: 'fresh', newestItem: '2026-11-20', why: null })
  })

  test('leaves the same rows when it runs twice', async ({ jobs }) => {
    await jobs.run('quotes-xnys')
    const before = await pricesOf(jobs)
    jobs.time.advance(hours)
    expect(await jobs.run('quotes-xnys')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    expect(await pricesOf(jobs)).toEqual(before)
  })

  test('asks for the whole history first, then for fifteen sessions', async ({ jobs }) => {
    await jobs.run('quotes-xshg')
    jobs.time.advance(hours)
    await jobs.run('quotes-xshg')
    const from = jobs.standIn
      .log()
      .filter(({ route }) => route === 'yahoo')
      .map(({ query }) => new Date(Number(query.get('period1')) * 1_000).toISOString().slice(0, 10))
    // Midnight in Shanghai, in UTC.
    expect(from).toEqual(['2019-12-31', '2019-12-31', '2026-10-29', '2026-10-29'])
  })

  test('asks in the session for the tracked stocks alone, after the close for benchmarks too', async ({
    jobs,
  }) => {
    const schedule = { trigger: 'schedule' } as const
    await jobs.run('quotes-xnys', { ...schedule, slot: instant('2026-11-20T20:30:00.000Z') })
    await jobs.run('quotes-xnys', { ...schedule, slot: instant('2026-11-20T21:20:00.000Z') })
    expect(askedSymbols(jobs)).toEqual(['MP', 'UUUU', 'MP', 'UUUU', 'REMX', 'SPY'])
  })

  test('stores the running session as provisional and makes it final after the close', async ({ jobs }) => {
    // Monday 10:30 in New York.
    jobs.time.advance(Date.parse('2026-11-23T15:30:00Z') - jobs.time.nowMs())
    await jobs.run('quotes-xnys')
    expect((await jobs.bars('MP')).at(-1)).toMatchObject({ sessionDate: '2026-11-23', status: 'provisional' })
    expect(await healthOf(jobs, 'MP')).toMatchObject({ newestItem: '2026-11-20' })
    jobs.time.advance(6 * hours)
    await jobs.run('quotes-xnys')
    expect((await jobs.bars('MP')).at(-1)).toMatchObject({
      sessionDate: '2026-11-23',
      status: 'final',
      revision: 2,
    })
  })

  test('keeps the holes of an answer as gaps, and closes them when the session comes', async ({ jobs }) => {
    jobs.standIn.scenario('yahoo', 'Q04')
    await jobs.run('quotes-xasx')
    const gaps = await jobs.db.query.gaps.findMany()
    // The starter has no such day either: LYC.AX ends in January.
    expect(gaps).toMatchObject([{ sessionDate: '2026-11-16', reason: 'missing', tries: 1, filledAt: null }])
    jobs.time.advance(hours)
    await jobs.run('quotes-xasx')
    expect((await jobs.db.query.gaps.findMany())[0]?.filledAt).not.toBeNull()
  })
})

describe('a new split or dividend', () => {
  test('Q15: a whole history on another scale becomes a new epoch, the old one stays readable', async ({
    jobs,
  }) => {
    await jobs.run('quotes-xasx')
    const [before] = (await jobs.bars('LYC.AX')).filter(({ sessionDate }) => sessionDate === '2025-10-15')
    jobs.time.advance(24 * hours)
    jobs.standIn.scenario('yahoo', 'Q15', 2)
    const run = await jobs.run('quotes-xasx')
    expect(run.sources[0]?.detail).toContain('rescaled by 0.1000: the split 10:1 of 2026-11-20')
    const bars = await jobs.bars('LYC.AX')
    expect(new Set(bars.map(({ epoch }) => epoch))).toEqual(new Set([2]))
    expect(new Set(bars.map(({ recordedAt }) => recordedAt)).size).toBe(1)
    const [after] = bars.filter(({ sessionDate }) => sessionDate === '2025-10-15')
    expect(after?.close).toBeCloseTo((before?.close ?? 0) / 10, 5)
    expect(
      await jobs.db.query.corporateActions.findFirst({ where: (row, { eq }) => eq(row.kind, 'split') }),
    ).toMatchObject({ numerator: 10, denominator: 1 })
    const held = await jobs.store.sql`
      select close from bars where instrument_id = ${before?.instrumentId ?? 0} and session_date = '2025-10-15' and revision = 2`
    expect(held).toMatchObject([{ close: before?.close }])
  })

  test('Q18: a dividend that was not known brings every adjusted close up to date', async ({ jobs }) => {
    await jobs.run('quotes-xasx')
    jobs.time.advance(24 * hours)
    jobs.standIn.scenario('yahoo', 'Q18', 2)
    await jobs.run('quotes-xasx')
    const bars = await jobs.bars('LYC.AX')
    expect(bars[0]?.adjClose).toBeCloseTo((bars[0]?.close ?? 0) * 0.98, 4)
    expect(new Set(bars.map(({ epoch }) => epoch))).toEqual(new Set([1]))
  })

  test('whose whole history cannot be had: the bars are stored, and the next run asks again', async ({
    jobs,
  }) => {
    await jobs.run('quotes-xasx')
    jobs.time.advance(72 * hours)
    jobs.standIn.scenario('yahoo', 'Q18')
    jobs.standIn.scenario('yahoo', 'Q24')
    const run = await jobs.run('quotes-xasx')
    expect(run.sources[0]).toMatchObject({
      kind: 'ok',
      detail: expect.stringContaining('could not be had yet'),
    })
    expect((await jobs.bars('LYC.AX')).at(-1)).toMatchObject({ sessionDate: '2026-11-23' })
    const held = await jobs.store
      .sql`select amount, flags from corporate_actions where ex_date > '2026-11-01'`
    expect(held).toMatchObject([{ amount: 0.5, flags: ['pending'] }])
    jobs.time.advance(hours)
    jobs.standIn.scenario('yahoo', 'Q18', 2)
    await jobs.run('quotes-xasx')
    const bars = await jobs.bars('LYC.AX')
    expect(bars[0]?.adjClose).toBeCloseTo((bars[0]?.close ?? 0) * 0.98, 4)
  })
})

describe('a source that fails', () => {
  // Each fault for the two symbols of Sydney, with the retries that the client makes.
  const faults = [
    'H01',
    'H04',
    'H05',
    'H07',
    'H12',
    'H15',
    'Q21',
    'Q22',
    'Q23',
    'Q24',
    'Q26-many',
    'Q28',
    'Q42',
    'H24-many',
  ]
  for (const fault of faults)
    test(`${fault}: leaves every stored row as it is and says since when`, async ({ worked }) => {
      const before = await pricesOf(worked)
      worked.standIn.scenario('yahoo', fault, 20)
      const failedAt = worked.time.clock()
      const run = await worked.run('quotes-xasx')
      worked.standIn.clearScenarios()
      expect(run).toMatchObject({ outcome: 'failed', rowsWritten: 0, error: null })
      expect(await pricesOf(worked)).toEqual(before)
      const health = await healthOf(worked, 'LYC.AX')
      expect(['broken', 'blocked']).toContain(health?.state)
      expect(health?.lastAttemptAt.localeCompare(failedAt)).not.toBe(-1)
      expect(health?.lastOkAt?.localeCompare(failedAt)).toBe(-1)
      expect(health?.detail).not.toBeNull()
      const line = worked.log.lines().findLast(({ msg }) => msg === 'job.finished')
      expect(line).toMatchObject({ job: 'quotes-xasx', outcome: 'failed', rows: 0 })
    })

  test('on one ticker does not stop the next', async ({ jobs }) => {
    jobs.standIn.scenario('yahoo', 'Q28')
    const run = await jobs.run('quotes-xnys')
    expect(run.outcome).toBe('partial')
    expect(run.sources.map(({ kind }) => kind)).toEqual(['notFound', 'ok', 'ok', 'ok'])
    expect((await jobs.bars('MP')).every(({ source }) => source === 'starter')).toBe(true)
  })

  test('keeps its since-when over further failures, and loses it with the next good answer', async ({
    jobs,
  }) => {
    jobs.standIn.scenario('yahoo', 'Q24', 4)
    await jobs.run('quotes-xasx')
    const first = await healthOf(jobs, 'LYC.AX')
    jobs.time.advance(10 * minutes)
    await jobs.run('quotes-xasx')
    expect(await healthOf(jobs, 'LYC.AX')).toMatchObject({ state: 'broken', since: first?.since })
    jobs.time.advance(10 * minutes)
    await jobs.run('quotes-xasx')
    const now = await healthOf(jobs, 'LYC.AX')
    expect(now).toMatchObject({ state: 'fresh', why: null, detail: null })
    expect(now?.since).not.toBe(first?.since)
  })

  test('H24: one bad row of many is put aside with its reason, the others are stored', async ({ jobs }) => {
    jobs.standIn.scenario('yahoo', 'H24')
    expect(await jobs.run('quotes-xasx')).toMatchObject({ outcome: 'ok' })
    expect(await jobs.db.query.rejects.findMany()).toMatchObject([{ source: 'yahoo', scope: 'LYC.AX' }])
  })
})

describe('a source that may not be asked', () => {
  test('because the operator switched it off gets no request, and the run says so', async ({ jobs }) => {
    await jobs.store.sql`insert into source_switches values ('yahoo', false, now())`
    const run = await jobs.run('quotes-xasx')
    expect(run.sources).toMatchObject([{ kind: 'blocked', detail: 'switched off' }, { kind: 'blocked' }])
    expect(jobs.standIn.log()).toEqual([])
    expect(await jobs.db.query.sourceHealth.findMany()).toEqual([])
  })

  test('because Oreline is offline gets no request, and the run says so', async ({ jobs }) => {
    const run = await jobs.run('quotes-xasx', { config: { offline: true } })
    expect(run.sources[0]?.detail).toBe('offline (ORELINE_OFFLINE=1)')
    expect(jobs.standIn.log()).toEqual([])
  })
})
