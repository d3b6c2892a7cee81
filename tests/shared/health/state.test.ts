import { stateOf, worstOf, type DatedState, type HealthFacts } from '@oreline/shared/domain/health/state.ts'
import { describe, expect, test } from 'vitest'
import { instant as at } from '../../support/brands.ts'

const monday = at('2026-11-16T10:00:00.000Z')
const tuesday = at('2026-11-17T10:00:00.000Z')

const well: HealthFacts = {
  off: null,
  needsSetup: null,
  answered: { state: 'fresh', since: monday },
  staleSince: null,
}
const blocked = { state: 'blocked', since: tuesday } as const

describe('the state of a source', () => {
  test.each<[string, Partial<HealthFacts>, DatedState]>([
    ['answers and is young', {}, { state: 'fresh', since: monday }],
    ['answers and is old', { staleSince: tuesday }, { state: 'stale', since: tuesday }],
    ['was never asked', { answered: null }, { state: 'never-asked', since: null }],
    ['blocked says more than old', { answered: blocked, staleSince: monday }, blocked],
    [
      'lacks a setting',
      { needsSetup: { since: null }, answered: null },
      { state: 'needs-setup', since: null },
    ],
    ['refuses a setting', { needsSetup: { since: tuesday } }, { state: 'needs-setup', since: tuesday }],
    [
      'is switched off, whatever else',
      { off: { since: monday }, needsSetup: { since: null }, answered: blocked },
      { state: 'off', since: monday },
    ],
    [
      'is off until somebody wants it',
      { off: { since: null }, answered: null },
      { state: 'off', since: null },
    ],
  ])('%s', (_, facts, expected) => {
    expect(stateOf({ ...well, ...facts })).toEqual(expected)
  })
})

describe('the worst of several', () => {
  test('one broken ticker is not hidden by seven fresh ones', () => {
    const scopes: DatedState[] = [
      { state: 'fresh', since: monday },
      { state: 'broken', since: tuesday },
      { state: 'stale', since: monday },
    ]
    expect(worstOf(scopes)).toEqual({ state: 'broken', since: tuesday })
  })

  test('among equals the longest', () => {
    const scopes: DatedState[] = [
      { state: 'stale', since: tuesday },
      { state: 'stale', since: monday },
    ]
    expect(worstOf(scopes)?.since).toBe(monday)
  })

  test('of none there is none', () => {
    expect(worstOf([])).toBeUndefined()
  })
})
