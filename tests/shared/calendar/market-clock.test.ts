import { marketClock } from '@oreline/shared/domain/calendar/market-clock.ts'
import { describe, expect, it } from 'vitest'
import { instant } from '../../support/brands.ts'
import { seedIndexes } from '../../support/seed-files.ts'

const { XNYS, XASX, XSHG } = seedIndexes()

describe('marketClock', () => {
  it.each([
    ['2026-02-13T01:00:00.000Z', 'closed', '2026-02-13T01:15:00.000Z', 'pre-open'],
    ['2026-02-13T01:20:00.000Z', 'pre-open', '2026-02-13T01:30:00.000Z', 'open'],
    ['2026-02-13T01:30:00.000Z', 'open', '2026-02-13T03:30:00.000Z', 'lunch'],
    ['2026-02-13T03:30:00.000Z', 'lunch', '2026-02-13T05:00:00.000Z', 'open'],
    ['2026-02-13T06:56:59.000Z', 'open', '2026-02-13T06:57:00.000Z', 'closing-auction'],
    ['2026-02-13T06:57:00.000Z', 'closing-auction', '2026-02-13T07:00:00.000Z', 'closed'],
    ['2026-02-13T07:00:00.000Z', 'closed', '2026-02-24T01:15:00.000Z', 'pre-open'],
  ])('Shanghai on the last day before Spring Festival, %s: %s', (now, state, at, nextState) => {
    expect(marketClock(XSHG, instant(now))).toMatchObject({ state, next: { at, state: nextState } })
  })

  it('names the session that opens next: today’s until it opens, then the next', () => {
    expect(marketClock(XSHG, instant('2026-02-13T01:29:59.000Z')).nextSession).toBe('2026-02-13')
    expect(marketClock(XSHG, instant('2026-02-13T01:30:00.000Z')).nextSession).toBe('2026-02-24')
  })

  it('Q40: Sydney waits for its closing auction from 16:00 to 16:12', () => {
    expect(marketClock(XASX, instant('2026-04-07T06:05:00.000Z'))).toMatchObject({
      state: 'closing-auction',
      next: { at: '2026-04-07T06:12:00.000Z', state: 'closed' },
    })
  })

  it('knows the half-day: New York closes at 13:00 on 27 November 2026', () => {
    const clock = marketClock(XNYS, instant('2026-11-27T17:00:00.000Z'))
    expect(clock).toMatchObject({
      state: 'open',
      session: { earlyClose: true, closeAt: '2026-11-27T18:00:00.000Z' },
      next: { at: '2026-11-27T18:00:00.000Z', state: 'closed' },
    })
  })

  it('says why a weekday is closed, and gives no reason for a weekend', () => {
    expect(marketClock(XNYS, instant('2026-11-26T15:00:00.000Z'))).toEqual({
      calendar: 'XNYS',
      state: 'closed',
      session: null,
      holiday: 'Thanksgiving Day',
      next: { at: '2026-11-27T09:00:00.000Z', state: 'pre-open' },
      nextSession: '2026-11-27',
    })
    expect(marketClock(XNYS, instant('2026-11-21T15:00:00.000Z'))).toMatchObject({
      state: 'closed',
      holiday: null,
    })
  })

  it('reads the day in the exchange’s zone: Sunday evening in New York is Monday in Sydney', () => {
    expect(marketClock(XASX, instant('2026-11-22T23:30:00.000Z'))).toMatchObject({
      state: 'open',
      session: { date: '2026-11-23' },
    })
  })

  it('says unknown past the horizon, and nothing of what comes next on its last day', () => {
    expect(marketClock(XSHG, instant('2027-01-04T02:00:00.000Z'))).toMatchObject({
      state: 'unknown',
      next: null,
    })
    expect(marketClock(XSHG, instant('2026-12-31T08:00:00.000Z'))).toMatchObject({
      state: 'closed',
      next: null,
      nextSession: 'unknown',
    })
  })
})
