import { runRowSchema } from '@oreline/shared/api/jobs.ts'
import { sourceStateSchema } from '@oreline/shared/domain/health/state.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import type { Asked } from '../../../web/features/health/asked.ts'
import type { HealthRows, RecentDays } from '../../../web/features/health/health-rows.ts'
import { recentDays } from '../../../web/features/health/recent-days.ts'
import { verdictOf, type HealthFacts } from '../../../web/features/health/verdict.ts'
import { day, instant } from '../../support/brands.ts'
import { seedCalendars } from '../../support/seed-files.ts'
import { disagreementRow, gapRow, quarantineRow, seriesRow, sourceRow } from '../rows.ts'

const horizon: HealthRows['horizons'][number] = {
  calendar: 'XNYS',
  name: 'New York',
  confirmed_through: day('2028-12-31'),
  days_left: 771,
  warn: false,
  expected: [],
}
const fine: HealthRows = {
  ready: { offline: false },
  sources: [sourceRow({ jobs: ['quotes-xnys'] })],
  series: [seriesRow({}), seriesRow({ ticker: 'LYC.AX', calendar: 'XASX' })],
  quarantine: [],
  disagreements: [],
  gaps: [],
  horizons: [horizon],
  runs: [],
}
const recent: RecentDays = { sessionsFrom: () => day('2026-11-16'), daysFrom: day('2026-11-11') }

const known = (rows: HealthRows): HealthFacts => ({
  ready: { kind: 'known', data: rows.ready },
  sources: { kind: 'known', data: rows.sources },
  series: { kind: 'known', data: rows.series },
  quarantine: { kind: 'known', data: rows.quarantine },
  disagreements: { kind: 'known', data: rows.disagreements },
  gaps: { kind: 'known', data: rows.gaps },
  horizons: { kind: 'known', data: rows.horizons },
  runs: { kind: 'known', data: rows.runs },
})
const parts = [
  'ready',
  'sources',
  'series',
  'quarantine',
  'disagreements',
  'gaps',
  'horizons',
  'runs',
] as const

/** The troubles of a state of things that is fine but for what is given. */
function troubles(given: Partial<HealthRows>, when: RecentDays = recent): readonly string[] {
  const verdict = verdictOf(known({ ...fine, ...given }), when)
  return verdict.kind === 'trouble' ? verdict.troubles.map(({ words }) => words) : [verdict.kind]
}
const withPart = (part: keyof HealthFacts, asked: Asked<never>) => ({ ...known(fine), [part]: asked })

const disagreement = (ticker: string, date: string) => disagreementRow({ ticker, date })
const run = (id: number, outcome: 'ok' | 'partial' | 'failed' | null) =>
  runRowSchema.parse({
    id,
    job: 'fx-ecb',
    title: 'ECB reference rates',
    slot: '2026-11-20T16:00:00Z',
    trigger: 'schedule',
    queued_at: '2026-11-20T16:00:00Z',
    started_at: null,
    finished_at: null,
    outcome,
    rows_written: 0,
    sources: [],
    error: null,
  })

describe('everything is fine', () => {
  it('is said when every answer is here and none names anything wrong', () => {
    expect(verdictOf(known(fine), recent)).toEqual({ kind: 'fine' })
  })

  it.each(parts)('is not said while %s is still asked for', (part) => {
    expect(verdictOf(withPart(part, { kind: 'loading' }), recent).kind).toBe('checking')
  })

  it.each(parts)('is not said when asking for %s has failed', (part) => {
    const verdict = verdictOf(withPart(part, { kind: 'failed', data: null }), recent)
    expect(verdict.kind === 'unsure' ? verdict.failed : []).toHaveLength(1)
  })

  it('is not said of an older answer that was fine, once a newer asking has failed', () => {
    const facts = { ...known(fine), gaps: { kind: 'failed', data: [] } as const }
    expect(verdictOf(facts, recent)).toEqual({ kind: 'unsure', failed: ['the gaps'], troubles: [] })
  })

  it('and a failure beside a trouble tells both', () => {
    const facts: HealthFacts = {
      ...known({ ...fine, quarantine: [quarantineRow({})] }),
      gaps: { kind: 'failed', data: [gapRow({})] },
    }
    const verdict = verdictOf(facts, recent)
    expect(verdict.kind === 'unsure' ? verdict.troubles.map(({ place }) => place) : []).toEqual([
      'quarantine',
      'gaps',
    ])
  })
})

describe('what is wrong', () => {
  it('is told once of an Oreline started offline: that nobody answers follows from it', () => {
    const silent = sourceRow({ jobs: ['quotes-xnys'], state: 'never-asked' })
    expect(troubles({ ready: { offline: true }, sources: [silent], runs: [run(1, 'failed')] })).toEqual([
      'Oreline was started offline: no source is asked',
    ])
  })

  it('comes in the order of its weight: decisions, wrong figures, doubts, what is ahead', () => {
    const places = verdictOf(
      known({
        ready: { offline: false },
        sources: [sourceRow({ jobs: ['quotes-xnys'], state: 'blocked', why: '429' })],
        series: [seriesRow({ suspects: 2, state: 'stale', age_sessions: 3 })],
        quarantine: [quarantineRow({})],
        disagreements: [disagreement('MP', '2026-11-18')],
        gaps: [gapRow({})],
        horizons: [{ ...horizon, warn: true, days_left: 40, confirmed_through: day('2026-12-31') }],
        runs: [run(1, 'failed')],
      }),
      recent,
    )
    expect(places.kind === 'trouble' ? places.troubles.map(({ words }) => words) : []).toEqual([
      'An answer contradicts what is stored and waits for a decision: MP',
      'Yahoo Finance is blocked: too many requests',
      '1 series is not fresh: MP (stale, 3 sessions old)',
      '1 recent session has no price: MP 19 Nov',
      'Prices under review: MP 2',
      'Sources disagree about recent sessions: MP 18 Nov',
      'A job has failed in its last run: ECB reference rates',
      'The calendar of New York ends on 31 Dec 2026, in 40 days',
    ])
  })

  it('of sources: every one that is asked, on and set up, and is not fresh', () => {
    const told = sourceStateSchema.options.filter(
      (state) => troubles({ sources: [sourceRow({ jobs: ['x'], state })] })[0] !== 'fine',
    )
    expect(told).toEqual(['stale', 'blocked', 'broken', 'never-asked'])
    const resting = sourceRow({ source: 'tencent', jobs: ['x'], state: 'never-asked' })
    expect(troubles({ sources: [...fine.sources, resting] })).toEqual(['fine'])
    const refused = sourceRow({ jobs: ['x'], state: 'needs-setup', since: '2026-11-20T10:00:00Z' })
    expect(troubles({ sources: [refused] })).toEqual(['Yahoo Finance does not accept its setting'])
  })

  it('of sources: the shipped history is asked by nobody, and none switched on is no way to be fine', () => {
    const shipped = sourceRow({ source: 'starter', state: 'stale' })
    expect(troubles({ sources: [...fine.sources, shipped] })).toEqual(['fine'])
    const off = sourceRow({ jobs: ['quotes-xnys'], state: 'off', enabled: false })
    expect(troubles({ sources: [off] })).toEqual(['No source of prices is switched on'])
    expect(troubles({ sources: [] })).toEqual(['No source of prices is switched on'])
  })

  it('of series: any state but fresh, a fallback, an age that nobody can tell, and none at all; a paused one is as it was left', () => {
    expect(troubles({ series: [] })).toEqual(['No series of prices is held'])
    expect(troubles({ series: [seriesRow({ newest_session: null, state: 'never-asked' })] })).toEqual([
      '1 series is not fresh: MP (no price yet)',
    ])
    expect(troubles({ series: [seriesRow({ state: 'stale', age_sessions: 9, paused: true })] })).toEqual([
      'fine',
    ])
    expect(troubles({ series: [seriesRow({ age_sessions: null })] })).toEqual([
      'How old MP is cannot be said',
    ])
    const fallback = seriesRow({ source: 'starter', fallback_since: '2026-11-18' })
    expect(troubles({ series: [fallback] })).toEqual([
      'MP comes from Starter history instead of Yahoo Finance since 18 Nov 2026',
    ])
  })

  it('of disagreements: the last five sessions count; all do where the exchange or its calendar is not known', () => {
    const old = [disagreement('MP', '2026-11-13')]
    expect(troubles({ disagreements: old })).toEqual(['fine'])
    expect(troubles({ disagreements: old }, { ...recent, sessionsFrom: () => 'unknown' })).toHaveLength(1)
    expect(troubles({ disagreements: [disagreement('REMX', '2020-01-03')] })).toHaveLength(1)
  })

  it('of gaps: holes younger than ten days and days without any trading; halts are explained', () => {
    expect(troubles({ gaps: [gapRow({ date: '2026-11-11' })] })).toEqual(['fine'])
    expect(troubles({ gaps: [gapRow({ date: '2026-11-12' })] })).toHaveLength(1)
    expect(troubles({ gaps: [gapRow({ kind: 'halt' })] })).toEqual(['fine'])
    expect(troubles({ gaps: [gapRow({ kind: 'closure', date: '2025-01-09' })] })).toEqual([
      'Nothing was traded on a session by the calendar, which may be wrong: New York 9 Jan 2025',
    ])
  })

  it('of calendars: one that has ended, and none at all', () => {
    expect(troubles({ horizons: [{ ...horizon, warn: true, days_left: 0 }] })).toEqual([
      'The calendar of New York ended on 31 Dec 2028',
    ])
    expect(troubles({ horizons: [] })).toEqual(['No calendar is held'])
  })

  it('of runs: a job whose last finished run failed, not one that has recovered or is running', () => {
    expect(troubles({ runs: [run(3, null), run(2, 'failed'), run(1, 'ok')] })).toHaveLength(1)
    expect(troubles({ runs: [run(2, 'ok'), run(1, 'failed')] })).toEqual(['fine'])
  })

  it('is named shortly when there is much of it', () => {
    const rows = ['MP', 'UUUU', 'LYC.AX', '600111.SS', 'REMX', 'SPY', 'MP'].map((ticker, id) =>
      quarantineRow({ ticker, id }),
    )
    expect(troubles({ quarantine: rows })).toEqual([
      '7 answers contradict what is stored and wait for a decision: MP, UUUU, LYC.AX, 600111.SS and 2 more',
    ])
  })
})

describe('recent days', () => {
  it('are the five newest closed sessions of each exchange: Sydney is a session ahead, Monday morning', () => {
    const { calendars } = seedCalendars()
    const { sessionsFrom, daysFrom } = recentDays(
      calendars,
      day('2026-11-23'),
      instant('2026-11-23T07:00:00Z'),
    )
    const from: Record<string, IsoDate | 'unknown'> = {
      XNYS: sessionsFrom('XNYS'),
      XASX: sessionsFrom('XASX'),
      XSHG: sessionsFrom('XSHG'),
    }
    expect(from).toEqual({ XNYS: '2026-11-16', XASX: '2026-11-17', XSHG: '2026-11-17' })
    expect(daysFrom).toBe('2026-11-13')
  })

  it('are all days while the calendars have not come, or past their end', () => {
    const none = recentDays(undefined, day('2026-11-23'), instant('2026-11-23T07:00:00Z'))
    expect(none.sessionsFrom('XNYS')).toBe('unknown')
    const { calendars } = seedCalendars()
    const late = recentDays(calendars, day('2040-01-03'), instant('2040-01-03T07:00:00Z'))
    expect(late.sessionsFrom('XNYS')).toBe('unknown')
  })
})
