import { calendarsSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { buildSessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { staleByDays, staleBySessions, staleByTargetDays } from '@oreline/shared/domain/health/staleness.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day, instant as at } from '../../support/brands.ts'

const calendars = calendarsSchema.parse(
  JSON.parse(readFileSync(new URL('../../../migrations/seed/calendars.json', import.meta.url), 'utf8')),
)
const shanghai = buildSessionIndex(calendars.calendars.XSHG)
const newYork = buildSessionIndex(calendars.calendars.XNYS)

describe('prices grow stale in sessions of their exchange', () => {
  test('the eight closed days of October 2025 do not make Shanghai stale', () => {
    expect(staleBySessions(shanghai, day('2025-09-30'), 2, at('2025-10-08T12:00:00Z'))).toBeNull()
  })

  test('two sessions later they do, from the close of the second (15:00 in Shanghai)', () => {
    expect(staleBySessions(shanghai, day('2025-09-30'), 2, at('2025-10-10T06:59:00Z'))).toBeNull()
    expect(staleBySessions(shanghai, day('2025-09-30'), 2, at('2025-10-10T07:00:00Z'))).toBe(
      '2025-10-10T07:00:00.000Z',
    )
  })

  test('a Friday’s bar is not stale on Monday evening, and is from Tuesday’s close in New York', () => {
    expect(staleBySessions(newYork, day('2025-11-07'), 2, at('2025-11-10T23:00:00Z'))).toBeNull()
    expect(staleBySessions(newYork, day('2025-11-07'), 2, at('2025-11-20T00:00:00Z'))).toBe(
      '2025-11-11T21:00:00.000Z',
    )
  })

  test('K01: past the calendar only what was stale within it is called so', () => {
    // Shanghai is known to 31 December 2026.
    const afterHorizon = at('2027-01-20T00:00:00Z')
    expect(staleBySessions(shanghai, day('2026-12-30'), 2, afterHorizon)).toBeNull()
    expect(staleBySessions(shanghai, day('2026-12-29'), 2, afterHorizon)).toBe('2026-12-31T07:00:00.000Z')
  })
})

describe('reference rates grow stale in days on which the bank publishes', () => {
  test('from Maundy Thursday 2025 to the Tuesday after Easter no day of publication has passed', () => {
    expect(staleByTargetDays(calendars.target, day('2025-04-17'), 1, at('2025-04-22T08:00:00Z'))).toBeNull()
  })

  test('four days of publication without a rate: stale from the midnight in Frankfurt that ends the fourth', () => {
    const stale = staleByTargetDays(calendars.target, day('2025-11-07'), 4, at('2025-11-20T00:00:00Z'))
    expect(stale).toBe('2025-11-13T23:00:00.000Z')
    expect(staleByTargetDays(calendars.target, day('2025-11-07'), 4, at('2025-11-13T22:59:00Z'))).toBeNull()
  })

  test('past the calendar nothing is called stale', () => {
    expect(staleByTargetDays(calendars.target, day('2019-01-01'), 4, at('2019-02-01T00:00:00Z'))).toBeNull()
  })
})

describe('lists grow stale by the age of the last good answer', () => {
  test('to the millisecond', () => {
    const lastOk = at('2025-11-07T10:00:00.000Z')
    expect(staleByDays(lastOk, 3, at('2025-11-10T09:59:59.999Z'))).toBeNull()
    expect(staleByDays(lastOk, 3, at('2025-11-10T10:00:00.000Z'))).toBe('2025-11-10T10:00:00.000Z')
  })
})
