import { afterAttempt, type Attempt, type HealthRow } from '@oreline/shared/domain/health/after-attempt.ts'
import type { FetchOutcome } from '@oreline/shared/kernel/outcome.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../../support/brands.ts'

const raw = { payloadId: 1, sha256: '', url: '' }
const outcomes = {
  ok: { kind: 'ok', items: [], complete: true, raw, warnings: [], rejects: [] },
  partial: {
    kind: 'ok',
    items: [],
    complete: false,
    raw,
    warnings: [{ code: 'partial', detail: '' }],
    rejects: [],
  },
  unchanged: { kind: 'unchanged', raw },
  empty: { kind: 'empty', raw },
  notFound: { kind: 'notFound', raw, why: 'No data found, symbol may be delisted' },
  blocked: { kind: 'blocked', why: '429', retryAt: instant('2026-11-21T18:00:00.000Z'), detail: 'HTTP 429' },
  breaker: {
    kind: 'blocked',
    why: 'breaker',
    retryAt: instant('2026-11-20T22:00:00.000Z'),
    detail: 'paused',
  },
  broken: { kind: 'broken', why: 'schema', detail: 'no result' },
  refused: { kind: 'broken', why: 'auth', detail: 'HTTP 403' },
} as const satisfies Record<string, FetchOutcome<unknown>>

const start = instant('2026-11-20T10:00:00.000Z')
const hours = 3_600_000

const attempt = (kind: keyof typeof outcomes, over: Partial<Attempt> = {}): Attempt => ({
  outcome: outcomes[kind],
  at: start,
  newestItem: null,
  nextSlot: instant('2026-11-20T21:20:00.000Z'),
  emptyIsSuspect: false,
  setup: 'fingerprint',
  ...over,
})

/** The health row after these attempts, an hour apart. */
const after = (...kinds: readonly (keyof typeof outcomes)[]): HealthRow | null =>
  kinds.reduce<HealthRow | null>(
    (row, kind, place) => afterAttempt(row, attempt(kind, { at: plusMs(start, place * hours) })),
    null,
  )

describe('a source’s health after an attempt', () => {
  test('good answers keep since-when, and say from when on what comes is news', () => {
    expect(after('ok', 'unchanged', 'empty')).toMatchObject({
      state: 'fresh',
      since: start,
      lastOkAt: plusMs(start, 2 * hours),
      firstCompleteAt: start,
      lastCompleteAt: plusMs(start, 2 * hours),
    })
  })

  test('an incomplete answer is good, but neither the first nor the last complete one', () => {
    expect(after('partial')).toMatchObject({ state: 'fresh', firstCompleteAt: null, complete: false })
    expect(after('ok', 'partial')).toMatchObject({ lastCompleteAt: start, lastOkAt: plusMs(start, hours) })
  })

  test('a failure says why since when, and forgets nothing', () => {
    expect(after('ok', 'broken', 'broken')).toMatchObject({
      state: 'broken',
      why: 'schema',
      since: plusMs(start, hours),
      lastOkAt: start,
      firstCompleteAt: start,
    })
  })

  test('a block puts the next attempt off until the host may be asked', () => {
    expect(after('blocked')).toMatchObject({ state: 'blocked', nextAttemptAt: '2026-11-21T18:00:00.000Z' })
  })

  test('an open breaker does not hide the failure that opened it', () => {
    expect(after('broken', 'breaker')).toMatchObject({
      state: 'broken',
      why: 'schema',
      since: start,
      nextAttemptAt: '2026-11-20T22:00:00.000Z',
    })
    expect(after('breaker')).toMatchObject({ state: 'blocked', why: 'breaker' })
  })

  test('Q28: "not found" counts days, not runs, and is believed on the third', () => {
    const said = (row: HealthRow | null, at: string) =>
      afterAttempt(row, attempt('notFound', { at: instant(at) }))
    const first = said(null, '2026-11-20T10:00:00.000Z')
    expect(first).toMatchObject({ state: 'broken', why: 'notFound', missingRuns: 1 })
    expect(first.detail).toContain('day 1 of 3')
    const again = said(first, '2026-11-20T20:00:00.000Z')
    expect(again.missingRuns).toBe(1)
    const third = said(said(again, '2026-11-21T10:00:00.000Z'), '2026-11-23T10:00:00.000Z')
    expect(third).toMatchObject({ missingRuns: 3, since: first.since })
    expect(third.detail).toContain('what is stored is kept')
    expect(afterAttempt(third, attempt('ok')).missingRuns).toBe(0)
  })

  test('F01, H12: a refused setting is remembered, with no next attempt, until another word comes', () => {
    expect(after('ok', 'refused', 'refused')).toMatchObject({
      state: 'broken',
      why: 'auth',
      since: plusMs(start, hours),
      refusedSetup: 'fingerprint',
      nextAttemptAt: null,
      lastOkAt: start,
    })
    expect(after('refused', 'breaker')?.refusedSetup).toBe('fingerprint')
    for (const word of ['ok', 'broken', 'blocked', 'notFound'] as const)
      expect(after('refused', word)?.refusedSetup).toBeNull()
    const keyless = afterAttempt(null, attempt('refused', { setup: null }))
    expect(keyless).toMatchObject({ state: 'broken', refusedSetup: null })
    expect(keyless.nextAttemptAt).not.toBeNull()
  })

  test('the newest item never goes back', () => {
    const newer = afterAttempt(null, attempt('ok', { newestItem: day('2026-11-20') }))
    expect(afterAttempt(newer, attempt('ok', { newestItem: day('2026-11-19') })).newestItem).toBe(
      '2026-11-20',
    )
    expect(afterAttempt(newer, attempt('broken')).newestItem).toBe('2026-11-20')
  })

  test('law: since moves exactly when the state changes, and a why stands exactly where it is not fresh', () => {
    const kinds = array(
      constantFrom(
        'ok',
        'partial',
        'unchanged',
        'empty',
        'notFound',
        'blocked',
        'breaker',
        'broken',
        'refused',
      ),
      {
        minLength: 1,
      },
    )
    assert(
      property(kinds, (all) => {
        let before: HealthRow | null = null
        for (const [place, kind] of all.entries()) {
          const at = plusMs(start, place * hours)
          const row: HealthRow = afterAttempt(before, attempt(kind, { at }))
          expect(row.since).toBe(before?.state === row.state ? before.since : at)
          expect(row.why === null).toBe(row.state === 'fresh')
          before = row
        }
      }),
    )
  })
})
