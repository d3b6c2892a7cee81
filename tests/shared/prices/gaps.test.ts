import { expectedSpan, nextTryAt, witnessedDays } from '@oreline/shared/domain/prices/gaps.ts'
import { describe, expect, it } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { seedIndexes } from '../../support/seed-files.ts'

const { XNYS, XASX } = seedIndexes()
const held = { first: day('2026-11-02'), newest: day('2026-11-13') }

describe('the sessions a price is expected on', () => {
  // Friday 20 November: New York closes at 21:00 UTC, its bar is final at 21:20 and should be held at 21:50.
  it.each([
    ['2026-11-20T21:50:00.000Z', '2026-11-20', 15],
    ['2026-11-20T21:49:00.000Z', '2026-11-19', 14],
    ['2026-11-20T15:00:00.000Z', '2026-11-19', 14],
    ['2026-11-22T12:00:00.000Z', '2026-11-20', 15],
  ])('at %s end with %s: %i since 2 November', (now, to, sessions) => {
    expect(expectedSpan(XNYS, held, {}, instant(now))).toEqual({ from: '2026-11-02', to, sessions })
  })

  it('begin with the listing where bars before it belong to something else', () => {
    const now = instant('2026-11-20T22:00:00.000Z')
    expect(expectedSpan(XNYS, held, { listed_from: day('2026-11-09') }, now)).toMatchObject({
      from: '2026-11-09',
      sessions: 10,
    })
    expect(expectedSpan(XNYS, held, { listed_from: day('2020-11-18') }, now)).toMatchObject({
      from: '2026-11-02',
    })
  })

  it('end with the newest bar of a paused instrument, and with the calendar', () => {
    const span = expectedSpan(XASX, held, { paused: true }, instant('2026-11-20T22:00:00.000Z'))
    expect(span).toMatchObject({ to: '2026-11-13', sessions: 10 })
    expect(expectedSpan(XASX, held, {}, instant('2027-03-01T00:00:00.000Z'))).toMatchObject({
      to: '2026-12-31',
    })
  })

  it('are none before the first of them is over', () => {
    const today = { first: day('2026-11-20'), newest: day('2026-11-20') }
    expect(expectedSpan(XNYS, today, {}, instant('2026-11-20T18:00:00.000Z'))).toBeNull()
  })
})

describe('a hole', () => {
  const firstSeenAt = instant('2026-11-02T22:00:00.000Z')

  it('is asked for a day after it was last, for ten days, then no more', () => {
    expect(nextTryAt({ firstSeenAt, lastTriedAt: firstSeenAt })).toBe('2026-11-03T22:00:00.000Z')
    const ninth = instant('2026-11-11T22:00:00.000Z')
    expect(nextTryAt({ firstSeenAt, lastTriedAt: ninth })).toBe('2026-11-12T22:00:00.000Z')
    expect(nextTryAt({ firstSeenAt, lastTriedAt: instant('2026-11-11T22:00:00.001Z') })).toBeNull()
  })
})

describe('days on which the calendar can be doubted', () => {
  it('have two instruments with bars before and after', () => {
    const long = { first: day('2026-01-05'), newest: day('2026-11-20') }
    const short = { first: day('2026-11-02'), newest: day('2026-11-20') }
    const missing = ['2026-10-30', '2026-11-09', '2026-11-20', '2026-11-23'].map(day)
    expect([...witnessedDays(missing, [long, short])]).toEqual(['2026-11-09', '2026-11-20'])
    expect([...witnessedDays(missing, [long])]).toEqual([])
  })
})
