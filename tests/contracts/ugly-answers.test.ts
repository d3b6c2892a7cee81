/**
 * Answers that are odd and good all the same, rows that vanish or are bad, hosts that cannot be reached (providers.md
 * 9.1), and the rule above them all: no provider's trouble stops another one.
 */
import type { ScopeHealth } from '@oreline/shared/api/sources.ts'
import type { JobName } from '@oreline/shared/domain/jobs/job.ts'
import { describe, expect, vi } from 'vitest'
import { jobs } from '../../jobs/jobs/index.ts'
import { keptAt, oneJobEach, test, type KeptStore } from '../support/kept-store.ts'
import { startStandIn } from '../support/stand-in/stand-in.ts'
import { rehearseWorker } from '../support/worker-rehearsal.ts'

const minutes = 60_000
const days = 24 * 60 * minutes

const everyFormat = 'yahoo sec asx sse ecb federal-register mofcom white-house gdelt'.split(' ')

const warningLines = ({ log }: KeptStore, code: string) =>
  log.lines().filter((line) => line.msg === 'source.warning' && line['code'] === code)

/** Runs a job with faults ahead of it; what is left of them is forgotten. */
async function meet(kept: KeptStore, job: JobName, source: string, fault: string, times = 20) {
  kept.standIn.scenario(source, fault, times)
  const run = await kept.run(job)
  kept.standIn.clearScenarios()
  return run
}

describe('an answer that is odd and good', () => {
  const odd: readonly (readonly [title: string, fault: string, sources: readonly string[]])[] = [
    ['H18: a byte order mark, CRLF and empty lines', 'H18', everyFormat],
    ['H18: a prefix against hijacking', 'H18-prefix', ['yahoo', 'sec', 'asx', 'sse']],
    ['H18: a JSONP call', 'H18-jsonp', ['yahoo', 'sec', 'asx', 'sse']],
    ['H19: GBK under a header that says UTF-8', 'H19', ['yahoo', 'sec', 'asx', 'sse', 'ecb']],
    ['H21: a clock six hours ahead', 'H21', everyFormat],
    ['H22: another ETag on the same items', 'H22', everyFormat],
  ]
  for (const [title, fault, affected] of odd)
    test(`${title}: read as ever, nothing is written twice, the source stays fresh`, async ({ kept }) => {
      const before = await kept.dataRows()
      for (const { source, job } of oneJobEach.filter((one) => affected.includes(one.source)))
        expect(await meet(kept, job, source, fault)).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
      expect(await kept.dataRows()).toEqual(before)
      const shown = await kept.sourceRows()
      for (const source of affected)
        expect(shown.get(source)).toMatchObject({ state: 'fresh', why: null, detail: null })
      expect(kept.log.lines().filter(({ level }) => level > 30)).toEqual([])
      const skews = kept.log.lines().filter((line) => 'clock_skew_ms' in line)
      expect(new Set(skews.map(({ level }) => level))).toEqual(new Set(fault === 'H21' ? [20] : []))
    })

  test('H22: the same bytes again are unchanged, by their hash', async ({ kept }) => {
    // What these answer means something else as the day goes on.
    const clocked = ['yahoo', 'federal-register']
    for (const { job } of oneJobEach.filter(({ source }) => !clocked.includes(source))) {
      // The first run asks for less than the one before it did.
      for (const expected of [/^(ok|unchanged)$/, /^unchanged$/]) {
        const { sources, rowsWritten } = await kept.run(job)
        expect([job, rowsWritten]).toEqual([job, 0])
        for (const { kind } of sources) expect(kind).toMatch(expected)
        kept.time.advance(minutes)
      }
    }
  })

  for (const [job, source, scope, fault, detail] of [
    ['filings-sec', 'sec', 'MP', 'F06', 'new column isXBRLNumeric2'],
    ['filings-asx', 'asx', 'LYC.AX', 'H25', 'new field sentiment'],
  ] as const)
    test(`H25: a field of ${source} that nobody knows is passed over, and told once`, async ({ kept }) => {
      const before = await kept.dataRows()
      expect(await meet(kept, job, source, fault)).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
      kept.time.advance(20 * minutes)
      await meet(kept, job, source, fault)
      expect(await kept.dataRows()).toEqual(before)
      const told = warningLines(kept, 'H25').filter((line) => line['scope'] === scope)
      expect(told).toMatchObject([{ level: 30, source, detail }])
      expect((await kept.scopeRow(source, scope)).warnings).toEqual([{ code: 'H25', detail, count: null }])
    })

  test('H25: a field of Yahoo’s that nobody knows is passed over', async ({ kept }) => {
    expect(await meet(kept, 'quotes-xasx', 'yahoo', 'H25')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
  })
})

describe('H17: a host that cannot be reached', () => {
  test('for its certificate: one request each, an error, named since when', async ({ kept }) => {
    await expectUnreachable(kept, (origin) => origin.replace('http:', 'https:'), {
      detail: 'certificate',
      level: 50,
      requests: 1,
    })
  })

  test('where nobody listens: asked four times, a warning, named since when', async ({ kept }) => {
    const gone = await startStandIn({ routes: [] })
    await gone.close()
    await expectUnreachable(kept, () => gone.origin, { detail: 'ECONNREFUSED', level: 40, requests: 4 })
  })
})

type Unreachable = { readonly detail: string; readonly level: number; readonly requests: number }

async function expectUnreachable(
  kept: KeptStore,
  place: (origin: string) => string,
  { detail, level, requests }: Unreachable,
): Promise<void> {
  const before = await kept.dataRows()
  const places = Object.entries(kept.standIn.hostMap()).map(([host, at]) => [host, place(at)])
  for (const { source, job } of oneJobEach) {
    const run = await kept.run(job, { config: { hostMap: Object.fromEntries(places) } })
    expect(run).toMatchObject({ outcome: 'failed', rowsWritten: 0 })
    const lines = kept.log.lines().filter((line) => line.msg === 'http.request' && line['group'] === source)
    expect(lines.map((line) => line.level)).toEqual(
      run.sources
        .filter((report) => report.source === source)
        .flatMap(() => Array.from({ length: requests }, () => level)),
    )
  }
  expect(await kept.dataRows()).toEqual(before)
  expect(kept.standIn.log()).toEqual([])
  const shown = await kept.sourceRows()
  for (const { source } of oneJobEach) {
    expect(shown.get(source)).toMatchObject({ state: 'broken', why: 'transport' })
    const { since = null, detail: said, last_ok_at: lastOk = null } = shown.get(source) ?? {}
    expect([since !== null && since >= keptAt, lastOk !== null && lastOk < keptAt]).toEqual([true, true])
    expect(said).toContain(detail)
  }
}

describe('H23: a list that used to have rows comes back empty', () => {
  for (const [job, source, scope, fault] of [
    ['filings-sec', 'sec', 'MP', 'F04'],
    ['filings-asx', 'asx', 'LYC.AX', 'empty'],
  ] as const)
    test(`${source}: nothing is deleted, and three times over it is said since when`, async ({ kept }) => {
      const before = await kept.dataRows()
      const seen: ScopeHealth[] = []
      for (let run = 1; run <= 3; run += 1) {
        expect(await meet(kept, job, source, fault)).toMatchObject({ rowsWritten: 0 })
        seen.push(await kept.scopeRow(source, scope))
        kept.time.advance(20 * minutes)
      }
      expect(await kept.dataRows()).toEqual(before)
      const since = seen[0]?.since
      expect(seen).toMatchObject([
        {
          state: 'broken',
          why: 'vanished',
          since,
          detail: expect.stringContaining('what is stored is shown'),
        },
        { state: 'broken', why: 'vanished', since },
        { since, detail: expect.stringContaining('listed nothing since 2026-11-20') },
      ])
      const told = kept.log.lines().filter((line) => line.msg === 'source.state' && line['scope'] === scope)
      expect(told).toMatchObject([{ level: 40, why: 'vanished' }])
      await kept.run(job)
      expect(await kept.scopeRow(source, scope)).toMatchObject({ state: 'fresh', why: null })
    })
})

describe('H24: rows that fail their schema', () => {
  for (const [job, source, scope, index] of [
    ['quotes-xasx', 'yahoo', 'LYC.AX', 11],
    ['filings-sec', 'sec', 'MP', 3],
    ['filings-asx', 'asx', 'LYC.AX', 1],
    ['filings-sse', 'sse', '600111.SS', 1],
  ] as const)
    test(`one of ${source} is put aside with its reason, what is held stays`, async ({ kept }) => {
      const { rejects: _, ...before } = await kept.dataRows()
      expect(await meet(kept, job, source, 'H24', source === 'asx' ? 2 : 1)).toMatchObject({
        outcome: 'ok',
        rowsWritten: 0,
      })
      const { rejects: __, ...after } = await kept.dataRows()
      expect(after).toEqual(before)
      expect(await kept.db.query.rejects.findMany()).toMatchObject([
        { source, scope, position: index, reason: expect.stringMatching(/./) },
      ])
      const warning = { code: 'H24', detail: expect.stringContaining(`the first at ${index}: `), count: 1 }
      expect(warningLines(kept, 'H24')).toMatchObject([{ level: 40, source, scope, ...warning }])
      expect(await kept.scopeRow(source, scope)).toMatchObject({ state: 'fresh' })
      expect((await kept.scopeRow(source, scope)).warnings).toContainEqual(warning)
    })

  for (const [job, source] of [
    ['quotes-xasx', 'yahoo'],
    ['filings-sec', 'sec'],
    ['filings-asx', 'asx'],
    ['fx-ecb', 'ecb'],
  ] as const)
    test(`more than a fifth of ${source}: the whole answer is broken`, async ({ kept }) => {
      const before = await kept.dataRows()
      const { sources, rowsWritten } = await meet(kept, job, source, 'H24-many')
      const own = sources.filter((report) => report.source === source)
      expect([own.map(({ kind }) => kind), rowsWritten]).toEqual([own.map(() => 'broken'), 0])
      expect(await kept.dataRows()).toEqual(before)
      expect((await kept.sourceRows()).get(source)).toMatchObject({ state: 'broken', why: 'schema' })
    })
})

describe('one provider that lies, in a worker that asks them all', () => {
  for (const [liar, fault] of [
    ['yahoo', 'Q42'],
    ['sec', 'F05'],
    ['asx', 'F30'],
    ['sse', 'filter-ignored'],
    ['ecb', 'H24-many'],
  ] as const)
    test(`${liar} (${fault}) stops no other, and is named since when`, async ({ kept }) => {
      kept.time.advance(3 * days)
      const monday = kept.time.clock()
      kept.standIn.scenario(liar, fault, 100)
      const worker = await rehearseWorker(kept)
      await worker.start()
      const runs = await vi.waitFor(
        async () => {
          const caughtUp = await kept.db.query.jobRuns.findMany({
            where: (run, { eq }) => eq(run.trigger, 'catch-up'),
          })
          expect(caughtUp.map(({ outcome }) => outcome)).not.toContain(null)
          expect(caughtUp).toHaveLength(jobs.length)
          return caughtUp
        },
        { timeout: 90_000, interval: 100 },
      )
      await worker.stop()
      for (const { job, sources, outcome } of runs) {
        const liars = sources.filter(({ source }) => source === liar)
        const isAlone = liars.length === sources.length
        expect([job, outcome]).toEqual([job, liars.length === 0 ? 'ok' : isAlone ? 'failed' : 'partial'])
      }
      const asked = new Set(runs.flatMap(({ sources }) => sources.map(({ source }) => source)))
      for (const { source } of oneJobEach) expect(asked).toContain(source)
      for (const [source, row] of await kept.sourceRows()) {
        const { state, since, last_ok_at: lastOk } = row
        // A second source without its key, or that others stand before, is not wanted.
        if (!asked.has(source)) continue
        if (source === liar) expect(state === 'broken' && since !== null && since >= monday).toBe(true)
        else expect([source, state, lastOk !== null && lastOk >= monday]).toEqual([source, 'fresh', true])
      }
    })
})
