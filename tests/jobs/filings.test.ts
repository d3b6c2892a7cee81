import { describe, expect } from 'vitest'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'

const hours = 3_600_000

const filingsOf = async ({ db }: JobsRehearsal, source: string) =>
  db.query.filings.findMany({
    where: (row, { eq }) => eq(row.source, source),
    orderBy: (row, { asc }) => [asc(row.sourceId), asc(row.revision)],
  })

const healthOf = async ({ db }: JobsRehearsal, source: string) =>
  db.query.sourceHealth.findFirst({ where: (row, { eq }) => eq(row.source, source) })

describe('the first run of a filing source', () => {
  test('is silent: all it brings was seen before the source first answered in full', async ({ jobs }) => {
    const run = await jobs.run('filings-sec')
    expect(run.outcome).toBe('ok')
    expect(run.rowsWritten).toBeGreaterThan(200)
    const news = await jobs.store.sql`
      select source_id from filings
      join instruments on instruments.id = instrument_id
      join source_health on source_health.source = filings.source and scope = ticker
      where first_seen_at > first_complete_at or first_complete_at is null`
    expect(news).toHaveLength(0)
  })

  test('is not over before an answer was complete', async ({ jobs }) => {
    jobs.standIn.scenario('sse', 'H04', 1)
    await jobs.run('filings-sse')
    expect(await healthOf(jobs, 'sse')).toMatchObject({ firstCompleteAt: null })
    jobs.time.advance(24 * hours)
    await jobs.run('filings-sse')
    expect((await healthOf(jobs, 'sse'))?.firstCompleteAt).not.toBeNull()
  })
})

describe('a later run', () => {
  for (const [job, source] of [
    ['filings-sec', 'sec'],
    ['filings-asx', 'asx'],
    ['filings-sse', 'sse'],
  ] as const)
    test(`of ${job} leaves the same rows when nothing was published`, async ({ jobs }) => {
      await jobs.run(job)
      const before = await filingsOf(jobs, source)
      jobs.time.advance(hours)
      expect(await jobs.run(job)).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
      expect(await filingsOf(jobs, source)).toEqual(before)
    })

  test('F10: takes a moment printed in another reading for no update', async ({ jobs }) => {
    await jobs.run('filings-sec')
    const before = await filingsOf(jobs, 'sec')
    jobs.time.advance(hours)
    jobs.standIn.scenario('sec', 'F10', 2)
    expect(await jobs.run('filings-sec')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    const after = await filingsOf(jobs, 'sec')
    expect(after).toHaveLength(before.length)
    expect(after.map(({ details }) => details)).not.toEqual(before.map(({ details }) => details))
    expect(after.every(({ revision }) => revision === 1)).toBe(true)
  })

  test('F32: takes a mark that was set later for an update, and keeps when the notice was first seen', async ({
    jobs,
  }) => {
    await jobs.run('filings-asx')
    jobs.time.advance(hours)
    jobs.standIn.scenario('asx', 'F32')
    // The search comes first and is not touched by the fault.
    jobs.standIn.scenario('asx', 'F32')
    expect(await jobs.run('filings-asx')).toMatchObject({ rowsWritten: 1 })
    const revised = (await filingsOf(jobs, 'asx')).filter(
      ({ sourceId }, _, all) => all.filter((one) => one.sourceId === sourceId).length > 1,
    )
    expect(revised).toMatchObject([
      { revision: 1, priceSensitive: false },
      { revision: 2, priceSensitive: true, firstSeenAt: revised[0]?.firstSeenAt, supersededAt: null },
    ])
  })

  test('H23: takes an empty list for a fault of the source, and says so until it lists again', async ({
    jobs,
  }) => {
    await jobs.run('filings-asx')
    const before = await filingsOf(jobs, 'asx')
    for (const words of [
      'what is stored is shown',
      'what is stored is shown',
      'listed nothing since 2026-11-20',
    ]) {
      jobs.time.advance(hours)
      jobs.standIn.scenario('asx', 'empty', 2)
      const run = await jobs.run('filings-asx')
      expect(run).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
      expect(await healthOf(jobs, 'asx')).toMatchObject({
        state: 'broken',
        why: 'vanished',
        detail: expect.stringContaining(words),
      })
    }
    expect(await filingsOf(jobs, 'asx')).toEqual(before)
    jobs.time.advance(hours)
    await jobs.run('filings-asx')
    expect(await healthOf(jobs, 'asx')).toMatchObject({ state: 'fresh', vanishedRuns: 0 })
  })

  test('asks the SEC for the older part of its list only once', async ({ jobs }) => {
    await jobs.run('filings-sec')
    const first = jobs.standIn.log().length
    jobs.time.advance(hours)
    await jobs.run('filings-sec')
    expect([first, jobs.standIn.log().length - first]).toEqual([4, 2])
  })
})

describe('the SEC without a contact', () => {
  test('is not asked and not called broken', async ({ jobs }) => {
    const run = await jobs.run('filings-sec', { config: { secContact: null } })
    expect(run.sources).toMatchObject([
      { scope: 'MP', kind: 'blocked', detail: 'needs SEC_CONTACT' },
      { scope: 'UUUU', kind: 'blocked', detail: 'needs SEC_CONTACT' },
    ])
    expect(jobs.standIn.log()).toEqual([])
    expect(await healthOf(jobs, 'sec')).toBeUndefined()
  })
})

describe('a filing source that fails', () => {
  const faults = [
    ['sec', 'F02'],
    ['sec', 'F03'],
    ['sec', 'F05'],
    ['asx', 'F30'],
    ['asx', 'wall'],
    ['asx', 'H24-many'],
    ['sse', 'F36-refused'],
    ['sse', 'F39'],
    ['sse', 'filter-ignored'],
  ] as const
  for (const [source, fault] of faults)
    test(`${source} ${fault}: leaves every filing as it is and says since when`, async ({ worked }) => {
      const before = await filingsOf(worked, source)
      worked.standIn.scenario(source, fault, 20)
      const run = await worked.run(`filings-${source}`)
      worked.standIn.clearScenarios()
      // What stands behind it is asked in its stead.
      expect(run.outcome).toBe(source === 'sec' ? 'failed' : 'partial')
      const own = run.sources.filter((report) => report.source === source)
      expect(own.map(({ rows_written: rows }) => rows)).toEqual(own.map(() => 0))
      expect(await filingsOf(worked, source)).toEqual(before)
      const health = await healthOf(worked, source)
      expect(['broken', 'blocked']).toContain(health?.state)
      expect(health?.lastOkAt).not.toBeNull()
    })
})
