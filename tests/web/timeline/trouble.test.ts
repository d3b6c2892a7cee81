import { sourceStateSchema } from '@oreline/shared/domain/health/state.ts'
import { describe, expect, it } from 'vitest'
import { isTrouble, troubleWords } from '../../../web/features/timeline/trouble.ts'
import { sourceRow } from '../rows.ts'

const since = '2026-11-20T16:20:00.000Z'
const next = '2026-11-20T16:31:00.000Z'
const clock = (at: string) => at.slice(11, 16)
const asx = (given: Parameters<typeof sourceRow>[0]) =>
  sourceRow({ source: 'asx', name: 'ASX announcements', provides: ['filings'], ...given })

describe('a source that a reader must know about', () => {
  it('is every one that does not deliver since some moment, and none that is as its owner left it', () => {
    const dated = sourceStateSchema.options.filter((state) => isTrouble(asx({ state, since })))
    expect(dated).toEqual(['stale', 'blocked', 'broken', 'needs-setup'])
    const undated = sourceStateSchema.options.filter((state) => isTrouble(asx({ state })))
    expect(undated).toEqual(['stale', 'blocked', 'broken'])
  })

  it('is not the shipped history, which grows old by nature', () => {
    expect(isTrouble(sourceRow({ source: 'starter', state: 'stale', since }))).toBe(false)
  })

  it.each([
    ['stale', null, 'ASX announcements stale since 16:20; showing data to 20 Nov 2026; next attempt 16:31.'],
    [
      'blocked',
      'challenge',
      'ASX announcements blocked since 16:20: it asks whether we are human; showing data to 20 Nov 2026; next attempt 16:31.',
    ],
    [
      'broken',
      'vanished',
      'ASX announcements broken since 16:20: rows that were there are gone; showing data to 20 Nov 2026; next attempt 16:31.',
    ],
    [
      'needs-setup',
      'auth',
      'ASX announcements needs setup since 16:20: it does not accept the setting we come with; showing data to 20 Nov 2026; next attempt 16:31.',
    ],
  ] as const)('%s is named with since-when, why and the next attempt', (state, why, words) => {
    const row = asx({ state, why, since, newest_item: '2026-11-20', next_attempt_at: next })
    const { who, rest } = troubleWords(row, clock)
    expect(who + rest).toBe(words)
  })

  it('says of which tickers, that nothing is stored, and no attempt where none is planned', () => {
    const scope = (name: string, state: 'fresh' | 'broken') => ({
      scope: name,
      state,
      since,
      last_attempt_at: since,
      last_ok_at: null,
      newest_item: null,
      next_attempt_at: null,
      why: null,
      detail: null,
      warnings: [],
    })
    const row = sourceRow({
      state: 'broken',
      since,
      scopes: [scope('MP', 'fresh'), scope('LYC.AX', 'broken')],
    })
    expect(troubleWords(row, clock).rest).toBe(' since 16:20 for LYC.AX; nothing of it is stored.')
  })
})
