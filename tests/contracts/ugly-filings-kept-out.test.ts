/**
 * Lists of filings that are kept out as a whole, a contact that the SEC refuses, and what EDGAR's history looks like in
 * the store (providers.md 9.3), by the real jobs on a real store.
 */
import { getFilings } from '@oreline/shared/api/filings.ts'
import { describe, expect } from 'vitest'
import { read } from '../support/app.ts'
import { keptAt, test, type KeptStore } from '../support/kept-store.ts'
import { rehearseWorker } from '../support/worker-rehearsal.ts'

const minutes = 60_000

const filingsOf = async ({ app }: KeptStore, ticker: string) =>
  (await read(app, getFilings, `/api/v1/filings?tickers=${ticker}`)).data

const stateLines = ({ log }: KeptStore, scope: string) =>
  log.lines().filter((line) => line.msg === 'source.state' && line['scope'] === scope)

describe('a list of filings that is kept out', () => {
  const refused: readonly (readonly [
    title: string,
    source: 'sec' | 'asx' | 'sse',
    fault: string,
    why: string,
    detail: string,
    level: 40 | 50,
  ])[] = [
    ['F02: too many requests, says the SEC', 'sec', 'F02', '403-waf', 'HTTP 403 "SEC.gov', 40],
    ['F03: no such CIK', 'sec', 'F03', 'notFound', 'EDGAR knows no CIK 0001801368', 50],
    ['F05: columns of unequal length', 'sec', 'F05', 'schema', '"form":', 50],
    ['F30: the whole market', 'asx', 'F30', 'filter-ignored', 'BHP in the list', 50],
    ['a count without items', 'asx', 'count-without-items', 'schema', 'no items, though there are 120', 40],
    ['F36: refused for want of a Referer', 'sse', 'F36-refused', '4xx', 'HTTP 403: refused', 50],
    ['F37: the JavaScript challenge', 'sse', 'H04-challenge', 'challenge', 'acw_sc__v2', 40],
    ['F39: nothing in 90 days, by both queries', 'sse', 'F39', 'schema', 'no bulletins of 600111', 40],
    ['an error in JSON', 'sse', 'exception-interceptor', 'schema', 'pageHelp', 40],
    ['a total without rows', 'sse', 'total-without-rows', 'schema', 'no rows, though there are 12', 40],
    ['another company', 'sse', 'filter-ignored', 'filter-ignored', '600519 in the list', 50],
  ]
  const scopes = { sec: 'MP', asx: 'LYC.AX', sse: '600111.SS' } as const
  for (const [title, source, fault, why, detail, level] of refused)
    test(title, async ({ kept }) => {
      const before = await kept.dataRows()
      kept.standIn.scenario(source, fault, 20)
      // What stands behind it is asked in its stead, and lists what is held already.
      const outcome = source === 'sec' ? 'failed' : 'partial'
      expect(await kept.run(`filings-${source}`)).toMatchObject({ outcome, rowsWritten: 0 })
      expect(await kept.dataRows()).toEqual(before)
      const shown = await kept.scopeRow(source, scopes[source])
      const state = ['403-waf', 'challenge'].includes(why) ? 'blocked' : 'broken'
      expect(shown).toMatchObject({ state, why, detail: expect.stringContaining(detail) })
      expect([shown.since !== null && shown.since >= keptAt, shown.newest_item]).toEqual([
        true,
        { sec: '2026-11-16', asx: '2026-11-18', sse: '2026-11-15' }[source],
      ])
      expect(stateLines(kept, scopes[source])).toMatchObject([{ source, level, state, why }])
      expect((await filingsOf(kept, scopes[source])).length).toBeGreaterThan(50)
    })

  test('F02: no request for eleven minutes to any host of the SEC, then for twice as long', async ({
    kept,
  }) => {
    kept.standIn.scenario('sec', 'F02', 2)
    await kept.run('filings-sec')
    const blockedAt = kept.time.nowMs()
    for (let minute = 1; minute <= 40; minute += 1) {
      kept.time.advance(minutes)
      await kept.run('filings-sec')
    }
    const waits = kept.standIn.log().map(({ atMs }) => Math.floor((atMs - blockedAt) / minutes))
    expect(waits.slice(0, 3)).toEqual([0, expect.closeTo(12, 0), expect.closeTo(35, 0)])
    const refusals = kept.log
      .lines()
      .filter((line) => line['why'] === '403-waf' && line.msg === 'http.request')
    expect(refusals.map(({ level }) => level)).toEqual([50, 50])
    expect(await kept.scopeRow('sec', 'MP')).toMatchObject({ state: 'fresh' })
  })
})

describe('F01: the SEC refuses the contact', () => {
  const everyTenMinutes = { cron: '*/10 6-21 * * 1-5', timeZone: 'America/New_York' }

  test('no scheduled request leaves until there is another one; the page says so since when', async ({
    kept,
  }) => {
    const before = await kept.dataRows()
    const schedule = { trigger: 'schedule' } as const
    kept.standIn.scenario('sec', 'F01', 20)
    const run = await kept.run('filings-sec', schedule)
    expect(run.sources).toMatchObject([
      { scope: 'MP', kind: 'broken' },
      {
        scope: 'UUUU',
        kind: 'blocked',
        detail: 'refuses the SEC_CONTACT it is given; not asked until that changes',
      },
    ])
    expect(kept.standIn.log()).toHaveLength(1)
    expect(stateLines(kept, 'MP')).toMatchObject([{ level: 50, why: 'auth' }])
    const shown = (await kept.sourceRows()).get('sec')
    expect(shown).toMatchObject({
      state: 'needs-setup',
      why: 'auth',
      detail: expect.stringContaining('Set another one; nothing is asked until it changes.'),
      newest_item: '2026-11-16',
      next_attempt_at: null,
    })
    expect(shown?.since !== null && (shown?.since ?? '') >= keptAt).toBe(true)

    // Neither a run of the schedule nor a worker's clocks, start and look for missed slots ask again.
    kept.time.advance(11 * minutes)
    await kept.run('filings-sec', schedule)
    const worker = await rehearseWorker(kept)
    await worker.start()
    kept.time.advance(10 * minutes)
    worker.tick(everyTenMinutes)
    worker.tick({ cron: '30 */5 * * * *', timeZone: 'UTC' })
    await worker.stop()
    expect(kept.standIn.log().filter(({ route }) => route === 'sec')).toHaveLength(1)
    expect(await kept.dataRows()).toEqual(before)
  })

  test('a person may try again, and another contact is tried by itself', async ({ kept }) => {
    kept.standIn.scenario('sec', 'F01', 2)
    await kept.run('filings-sec', { trigger: 'schedule' })
    kept.time.advance(minutes)
    await kept.run('filings-sec')
    expect(kept.standIn.log()).toHaveLength(3)
    expect((await kept.sourceRows()).get('sec')).toMatchObject({ state: 'needs-setup' })
    kept.time.advance(minutes)
    const config = { secContact: 'other@example.org' }
    expect(await kept.run('filings-sec', { trigger: 'schedule', config })).toMatchObject({ outcome: 'ok' })
    expect((await kept.sourceRows()).get('sec')).toMatchObject({ state: 'fresh', why: null })
    expect(kept.log.text()).not.toContain('example.org')
  })
})

describe('EDGAR’s history in the store', () => {
  test('F08, F13, F14, F15, F16, F21: every oddity of its own is stored and shown', async ({ kept }) => {
    const shown = await filingsOf(kept, 'MP')
    const held = await kept.db.query.filings.findMany({ where: (row, { eq }) => eq(row.source, 'sec') })
    const detailsOf = (id: string | undefined) =>
      held.find(({ sourceId }) => `sec:${sourceId}` === id)?.details
    const byForm = (form: string) => shown.find((row) => row.form === form)
    const annual = held.find(({ form, details }) => form === '10-K' && isReportOf(details, '2023-12-31'))
    expect(byForm('10-K/A')).toMatchObject({
      title: 'Annual report, amended',
      category: 'annual-report',
      amends: `sec:${annual?.sourceId}`,
    })
    expect(byForm('NT 10-K')).toMatchObject({ category: 'late-filing', amends: null })
    expect(shown.find(({ published_on: on }) => on === '2025-07-10')).toMatchObject({
      published_at: '2025-07-09T22:15:30.000Z',
    })
    expect(byForm('S-3ASR')?.url).toMatch(/-index\.htm$/)
    expect(detailsOf(byForm('4')?.id)).toMatchObject({
      document: expect.stringMatching(/xslF345X05\/wk-form4_1\.xml$/),
      documentRaw: expect.stringMatching(/\d\/wk-form4_1\.xml$/),
    })
    expect(detailsOf(byForm('EFFECT')?.id)).toMatchObject({ itemsRaw: '2025-06-10 16:00:00' })
    expect(detailsOf(byForm('SC 13G/A')?.id)).toMatchObject({ family: '13G' })
    expect(detailsOf(byForm('SCHEDULE 13G/A')?.id)).toMatchObject({ family: '13G' })
  })

  test('F04: a registrant without filings has been checked, and is not called broken', async ({ kept }) => {
    await kept.store.sql`delete from filings where source = 'sec'`
    await kept.store.sql`delete from source_health where source = 'sec'`
    kept.standIn.scenario('sec', 'F04', 2)
    const run = await kept.run('filings-sec')
    expect(run.sources).toMatchObject([{ kind: 'empty' }, { kind: 'empty' }])
    expect(await kept.scopeRow('sec', 'MP')).toMatchObject({ state: 'fresh', newest_item: null })
    expect(await filingsOf(kept, 'MP')).toEqual([])
  })

  test('F09: one filing in two parts of the list is one', async ({ kept }) => {
    const doubled = await kept.store.sql`
      select source_id from filings where superseded_at is null group by source, source_id, instrument_id having count(*) > 1`
    expect(doubled).toEqual([])
    const ids = (await filingsOf(kept, 'MP')).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('F10: another reading of every moment is no update', async ({ kept }) => {
    const before = await filingsOf(kept, 'MP')
    kept.time.advance(10 * minutes)
    kept.standIn.scenario('sec', 'F10', 2)
    expect(await kept.run('filings-sec')).toMatchObject({ rowsWritten: 0 })
    const after = await filingsOf(kept, 'MP')
    expect(after.map(({ id, first_seen_at: seen }) => [id, seen])).toEqual(
      before.map(({ id, first_seen_at: seen }) => [id, seen]),
    )
    for (const [place, row] of after.entries())
      if (row.published_at !== null) expect(row.published_at).toBe(before[place]?.published_at)
  })

  test('F17: a letter released months later keeps its day, and is news', async ({ kept }) => {
    await kept.store.sql`delete from filings where form = 'UPLOAD'`
    await kept.store.sql`update raw_payloads set rows_stored_at = null where source = 'sec'`
    kept.time.advance(10 * minutes)
    await kept.run('filings-sec')
    const letter = (await filingsOf(kept, 'MP')).find(({ form }) => form === 'UPLOAD')
    expect(letter).toMatchObject({ published_on: '2025-03-03', category: 'correspondence' })
    const health = await kept.db.query.sourceHealth.findFirst({ where: (row, { eq }) => eq(row.scope, 'MP') })
    expect((letter?.first_seen_at ?? '') > (health?.firstCompleteAt ?? '9')).toBe(true)
  })

  test('F18: what the newest part of the list no longer holds stays', async ({ kept }) => {
    const before = await kept.dataRows()
    kept.standIn.scenario('sec', 'F18', 2)
    expect(await kept.run('filings-sec')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    expect(await kept.dataRows()).toEqual(before)
  })

  test('F32: a mark set later is shown, and the announcement was first seen when it was', async ({
    kept,
  }) => {
    const [before] = await filingsOf(kept, 'LYC.AX')
    kept.time.advance(10 * minutes)
    kept.standIn.scenario('asx', 'F32', 2)
    expect(await kept.run('filings-asx')).toMatchObject({ rowsWritten: 1 })
    const [after] = await filingsOf(kept, 'LYC.AX')
    expect([before?.price_sensitive, after]).toMatchObject([false, { ...before, price_sensitive: true }])
  })
})

const isReportOf = (details: unknown, day: string): boolean =>
  typeof details === 'object' && details !== null && 'reportDate' in details && details.reportDate === day
