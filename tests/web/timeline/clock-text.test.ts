import { marketClock } from '@oreline/shared/domain/calendar/market-clock.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import { clockText } from '../../../web/features/timeline/clock-text.ts'
import { instant } from '../../support/brands.ts'
import { seedIndexes } from '../../support/seed-files.ts'

const indexes = seedIndexes()
const textAt = (calendar: CalendarId, at: string) => {
  const now = instant(at)
  return clockText(marketClock(indexes[calendar], now), indexes[calendar], now)
}

describe('clockText', () => {
  it.each<[CalendarId, string, string, string]>([
    ['XNYS', '2026-11-20T19:00:00.000Z', 'Open', 'closes in 2 h'],
    ['XNYS', '2026-11-27T17:00:00.000Z', 'Open', 'half-day, closes in 1 h'],
    ['XNYS', '2026-11-21T20:00:00.000Z', 'Closed', 'opens in 1 d 18 h'],
    ['XNYS', '2026-11-26T16:00:00.000Z', 'Closed', 'Thanksgiving Day, opens in 22 h 30 min'],
    ['XSHG', '2026-02-13T02:00:00.000Z', 'Open', 'lunch in 1 h 30 min'],
    ['XSHG', '2026-02-13T03:30:00.000Z', 'Lunch break', 'resumes in 1 h 30 min'],
    ['XSHG', '2026-02-13T06:57:00.000Z', 'Closing auction', 'ends in 3 min'],
    ['XSHG', '2026-02-13T01:20:00.000Z', 'Pre-open', 'opens in 10 min'],
    ['XASX', '2026-04-07T06:05:00.000Z', 'Closing auction', 'ends in 7 min'],
    ['XSHG', '2031-01-02T03:00:00.000Z', 'Unknown', 'the calendar does not reach this day'],
  ])('%s at %s: %s, %s', (calendar, at, state, detail) => {
    expect(textAt(calendar, at)).toMatchObject({ state, detail })
  })

  it('gives the opening itself while closed, and none while open', () => {
    expect(textAt('XNYS', '2026-11-21T20:00:00.000Z').opensAt).toBe('2026-11-23T14:30:00.000Z')
    expect(textAt('XNYS', '2026-11-20T19:00:00.000Z').opensAt).toBeNull()
  })
})
