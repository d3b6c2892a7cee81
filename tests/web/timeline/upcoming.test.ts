import { describe, expect, it } from 'vitest'
import { sortEvents } from '../../../web/features/timeline/sort-events.ts'
import { isTrouble, troubledScopes } from '../../../web/features/timeline/trouble.ts'
import { upcomingDates } from '../../../web/features/timeline/upcoming.ts'
import { day } from '../../support/brands.ts'
import { steps } from '../../support/policy-event.ts'
import { eventRow, sourceRow } from '../rows.ts'

const paused = (id: string, until: string) =>
  eventRow({
    id,
    announced_date: '2025-11-07',
    status: 'suspended',
    suspended_from: '2025-11-07',
    suspended_until: until,
    status_history: steps('2025-11-07 announced', '2025-11-07 suspended'),
  })

describe('upcomingDates', () => {
  it('the pause to 27 November 2026 lies ahead on the 21st, that to the 10th has passed unconfirmed', () => {
    const { ahead, unconfirmed } = upcomingDates(
      [paused('later', '2026-11-27'), paused('passed', '2026-11-10'), paused('sooner', '2026-11-25')],
      day('2026-11-21'),
    )
    expect(ahead.map(({ event, kind }) => [event.id, kind])).toEqual([
      ['sooner', 'suspension-end'],
      ['later', 'suspension-end'],
    ])
    expect(unconfirmed.map(({ event, date }) => [event.id, date])).toEqual([['passed', '2026-11-10']])
  })
})

describe('sortEvents', () => {
  const events = [
    eventRow({ id: 'a', title: 'Beta', announced_date: '2025-01-01' }),
    eventRow({ id: 'b', title: 'Alpha', announced_date: '2025-03-01' }),
    eventRow({ id: 'c', title: 'Beta', announced_date: '2025-02-01' }),
  ]
  const order = (column: 'date' | 'title', down: boolean) =>
    sortEvents(events, { column, down }).map(({ id }) => String(id))

  it('goes up and down, and among equals has the newest first either way', () => {
    expect(order('date', true)).toEqual(['b', 'c', 'a'])
    expect(order('date', false)).toEqual(['a', 'c', 'b'])
    expect(order('title', false)).toEqual(['b', 'c', 'a'])
    expect(order('title', true)).toEqual(['c', 'a', 'b'])
  })
})

describe('trouble', () => {
  it('is what does not deliver: blocked, broken, stale', () => {
    const states = ['fresh', 'stale', 'blocked', 'broken', 'off', 'needs-setup', 'never-asked'] as const
    expect(states.filter((state) => isTrouble(sourceRow({ state })))).toEqual(['stale', 'blocked', 'broken'])
  })

  it('is not the age of what is shipped', () => {
    expect(isTrouble(sourceRow({ source: 'starter', state: 'stale' }))).toBe(false)
  })

  it('names the tickers it is limited to', () => {
    const scope = (name: string, state: 'fresh' | 'blocked') => ({
      scope: name,
      state,
      since: null,
      last_attempt_at: null,
      last_ok_at: null,
      newest_item: null,
      next_attempt_at: null,
      why: null,
      detail: null,
    })
    const scopes = [scope('MP', 'fresh'), scope('LYC.AX', 'blocked')]
    expect(troubledScopes(sourceRow({ state: 'blocked', scopes }))).toBe(' for LYC.AX')
    expect(troubledScopes(sourceRow({ state: 'blocked', scopes: scopes.slice(1) }))).toBe('')
    expect(troubledScopes(sourceRow({ state: 'blocked' }))).toBe('')
  })
})
