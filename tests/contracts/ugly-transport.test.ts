/**
 * What can happen to any host (providers.md 9.1), met by every provider's own job: no stored row changes, the log has its
 * line, the raw answer is kept, and the API names each source with why, since when and the next attempt.
 */
import type { SourceRow } from '@oreline/shared/api/sources.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { turnSource } from '@oreline/server/db/source-records.ts'
import { describe, expect } from 'vitest'
import type { StartTimer } from '../../jobs/http/timer.ts'
import { keptAt, oneJobEach, test, type KeptStore } from '../support/kept-store.ts'

type Source = (typeof oneJobEach)[number]['source']
type Shown = Pick<SourceRow, 'state' | 'why'>

/** What a fault comes to; of some sources another than of the rest. */
type Row = {
  readonly title: string
  readonly shows: Shown
  readonly but?: Partial<Record<Source, Shown>>
  /** The loudest line about a request, in pino's numbers: 30 info, 40 warn, 50 error. */
  readonly level: 30 | 40 | 50
  /** From the refusal until the host may be asked again; the SEC's is never less than 11. */
  readonly silentMinutes?: number
  /** False where nothing came that could be kept. */
  readonly leavesEvidence?: false
}

const broken = (why: string): Shown => ({ state: 'broken', why })
const blocked = (why: string): Shown => ({ state: 'blocked', why })

const rows: Readonly<Record<string, Row>> = {
  H01: { title: 'H01: gzip cut in half, framing intact', shows: broken('truncated'), level: 40 },
  H02: {
    title: 'H02: a body shorter than announced',
    shows: broken('transport'),
    level: 40,
    leavesEvidence: false,
  },
  'H02-reset-before-headers': {
    title: 'H02: a connection reset before the headers',
    shows: broken('transport'),
    level: 40,
    leavesEvidence: false,
  },
  'H02-reset-mid-body': {
    title: 'H02: a connection reset in the body',
    shows: broken('transport'),
    level: 40,
    leavesEvidence: false,
  },
  H03: {
    title: 'H03: a plain body labelled gzip',
    shows: broken('transport'),
    level: 40,
    leavesEvidence: false,
  },
  H04: { title: 'H04: a maintenance page with status 200', shows: broken('html-instead'), level: 40 },
  'H04-challenge': {
    title: 'H04: a JavaScript challenge',
    shows: blocked('challenge'),
    level: 40,
    silentMinutes: 5,
  },
  'H04-consent': { title: 'H04: a consent page', shows: blocked('consent'), level: 40, silentMinutes: 5 },
  H05: { title: 'H05: an empty body', shows: broken('schema'), level: 40 },
  H06: { title: 'H06: 202 without a body', shows: blocked('challenge'), level: 30, silentMinutes: 5 },
  H07: { title: 'H07: 429, Retry-After 120', shows: blocked('429'), level: 30, silentMinutes: 2 },
  'H08-date': {
    title: 'H08: 429, Retry-After as a date',
    shows: blocked('429'),
    level: 30,
    silentMinutes: 10,
  },
  'H08-past': { title: 'H08: 429, Retry-After past', shows: blocked('429'), level: 30, silentMinutes: 5 },
  'H08-negative': { title: 'H08: 429, Retry-After -5', shows: blocked('429'), level: 30, silentMinutes: 5 },
  'H08-never': { title: 'H08: 429, Retry-After never', shows: blocked('429'), level: 30, silentMinutes: 5 },
  H09: { title: 'H09: 429 without Retry-After', shows: blocked('429'), level: 30, silentMinutes: 5 },
  H10: {
    title: 'H10: 429, Retry-After a day',
    shows: blocked('429'),
    level: 40,
    silentMinutes: 24 * 60,
  },
  H11: { title: 'H11: a 503 page', shows: broken('5xx'), level: 40 },
  H12: {
    title: 'H12: a 401 where there is no key to change',
    shows: blocked('403-waf'),
    level: 50,
    silentMinutes: 5,
  },
  'H12-403': {
    title: 'H12: a 403 that is a wall',
    shows: blocked('403-waf'),
    but: { sse: broken('4xx') },
    level: 50,
    silentMinutes: 5,
  },
  H13: { title: 'H13: a redirect to a portal', shows: broken('redirect'), level: 40 },
  'H13-consent': {
    title: 'H13: a redirect to a consent page',
    shows: blocked('consent'),
    level: 40,
    silentMinutes: 5,
  },
  'H13-private': { title: 'H13: a redirect into this machine', shows: broken('redirect'), level: 40 },
  H14: { title: 'H14: a redirect loop', shows: broken('redirect'), level: 40 },
  H15: { title: 'H15: 50 MiB', shows: broken('too-large'), level: 50, leavesEvidence: false },
  'H15-bomb': { title: 'H15: a gzip bomb', shows: broken('too-large'), level: 50, leavesEvidence: false },
  H16: { title: 'H16: a byte now and then', shows: broken('timeout'), level: 40, leavesEvidence: false },
  'H16-silence': {
    title: 'H16: headers, then silence',
    shows: broken('timeout'),
    level: 40,
    leavesEvidence: false,
  },
  'H16-mute': { title: 'H16: silence', shows: broken('timeout'), level: 40, leavesEvidence: false },
  H20: { title: 'H20: JSON with NaN', shows: broken('schema'), level: 40 },
}

/** A deadline of 30 s is over after 30 ms. */
const impatient: StartTimer = (callBack, ms) => {
  const timer = setTimeout(callBack, ms / 1_000)
  return () => {
    clearTimeout(timer)
  }
}

const linesOf = ({ log }: KeptStore, msg: string, source: Source) =>
  log.lines().filter((line) => line.msg === msg && (line['group'] ?? line['source']) === source)

describe('a fault of any host leaves every stored row, and is logged and shown', () => {
  for (const [fault, row] of Object.entries(rows))
    test(row.title, async ({ kept }) => {
      await leaveAlone(kept)
      const before = await kept.dataRows()
      const outside = fault.startsWith('H16') ? { startTimer: impatient } : {}
      for (const { source, job } of oneJobEach) {
        kept.standIn.scenario(source, fault, 20)
        expect(await kept.run(job, { outside })).toMatchObject({
          outcome: 'failed',
          rowsWritten: 0,
          error: null,
        })
      }
      expect(await kept.dataRows()).toEqual(before)
      const shown = await kept.sourceRows()
      for (const { source, scope } of oneJobEach) {
        const expected = row.but?.[source] ?? row.shows
        const now = shown.get(source)
        expect({ source, state: now?.state, why: now?.why }).toEqual({ source, ...expected })
        expectSince(now)
        const levels = linesOf(kept, 'http.request', source).map(({ level }) => level)
        const loudest = expected === row.shows ? row.level : 20
        expect([source, Math.max(...levels)]).toEqual([source, loudest])
        expect(linesOf(kept, 'source.state', source)).toContainEqual(
          expect.objectContaining({ scope, ...expected, level: expected.why === '4xx' ? 50 : 40 }),
        )
        if (expected.state === 'blocked') await expectSilence(kept, source, row.silentMinutes ?? 0)
        const failed = await kept.store
          .sql`select from raw_payloads where source = ${source} and parse_failed`
        expect(failed.length > 0).toBe(row.leavesEvidence ?? true)
      }
    })
})

/** Nobody stands in: what the fault of one host comes to is seen by itself. */
async function leaveAlone({ db, time }: KeptStore): Promise<void> {
  for (const source of sources)
    if ('behind' in source) await turnSource(db, { source: source.id, enabled: false, now: time.clock() })
}

/** Named since the fault, with the data that are shown meanwhile and when it will be asked again. */
function expectSince(row: SourceRow | undefined): void {
  const { since = null, last_ok_at: lastOk = null, next_attempt_at: next = null } = row ?? {}
  if (since === null || lastOk === null || next === null) throw new Error(JSON.stringify(row))
  expect([lastOk < keptAt, keptAt <= since, since < next]).toEqual([true, true, true])
  expect(row?.newest_item).not.toBeNull()
  expect(row?.detail).not.toBeNull()
}

/** No request leaves for so long: a tenth is added at most, the SEC wants 11 minutes at least. */
async function expectSilence({ db }: KeptStore, source: Source, minutes: number): Promise<void> {
  const host = await db.query.hosts.findFirst({ where: (one, { eq }) => eq(one.hostGroup, source) })
  const { blockedUntil = null, updatedAt = null } = host ?? {}
  if (blockedUntil === null || updatedAt === null) throw new Error(`${source} is not blocked`)
  const silent = (epochMs(blockedUntil) - epochMs(updatedAt)) / 60_000
  const asked = source === 'sec' ? Math.max(minutes, 11) : minutes
  expect(silent).toBeGreaterThanOrEqual(asked * 0.99)
  expect(silent).toBeLessThanOrEqual(asked * 1.1)
}
