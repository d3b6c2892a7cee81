import { addDays, weekdaysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { buildSessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import {
  firstSessionClosingAfter,
  isFinalAt,
  lastClosedSession,
  nextSession,
  previousSession,
  sessionAge,
  sessionOn,
  sessionsBetween,
} from '@oreline/shared/domain/calendar/sessions.ts'
import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { seedCalendars, seedIndexes } from '../../support/seed-files.ts'

const calendars = seedCalendars()
const { XNYS, XASX, XSHG } = seedIndexes()
const indexes = { XNYS, XASX, XSHG }

describe('sessions against the checks shipped with the calendars', () => {
  it.each(calendars.checks.sessions)('$calendar $date: $why', ({ calendar, date, openAt, closeAt }) => {
    expect(sessionOn(indexes[calendar], date)).toMatchObject({ date, openAt, closeAt })
  })

  const counts = Object.values(calendars.calendars).flatMap(({ id }) =>
    Object.entries(calendars.checks.sessionCounts[id]).map(([year, count]) => ({ id, year, count })),
  )
  it.each(counts)('$id has $count sessions in $year', ({ id, year, count }) => {
    const holidays = new Set(calendars.calendars[id].holidays.map(({ date }) => date))
    const [from, to] = [day(`${year}-01-01`), day(`${year}-12-31`)]
    expect(weekdaysBetween(from, to).filter((date) => !holidays.has(date))).toHaveLength(count)
    const answered = to <= calendars.calendars[id].coverage.confirmedThrough
    expect(sessionsBetween(indexes[id], from, to)).toHaveLength(answered ? count : 0)
  })
})

describe('sessionOn', () => {
  it('gives the lunch break of Shanghai and none elsewhere', () => {
    expect(sessionOn(XSHG, day('2026-02-13'))).toEqual({
      date: '2026-02-13',
      openAt: '2026-02-13T01:30:00.000Z',
      closeAt: '2026-02-13T07:00:00.000Z',
      lunch: { from: '2026-02-13T03:30:00.000Z', to: '2026-02-13T05:00:00.000Z' },
      earlyClose: false,
    })
    expect(sessionOn(XASX, day('2026-02-13'))).toMatchObject({ lunch: null })
  })

  it('marks half-days: New York 13:00 on 24 December, Sydney 14:10 on 31 December', () => {
    expect(sessionOn(XNYS, day('2026-12-24'))).toMatchObject({
      earlyClose: true,
      closeAt: '2026-12-24T18:00:00.000Z',
    })
    expect(sessionOn(XASX, day('2026-12-31'))).toMatchObject({
      earlyClose: true,
      closeAt: '2026-12-31T03:10:00.000Z',
    })
  })

  it('stays closed on a Chinese make-up working Saturday (14 February 2026) and in Golden Week', () => {
    expect(sessionOn(XSHG, day('2026-02-14'))).toBe('closed')
    expect(sessionsBetween(XSHG, day('2026-09-30'), day('2026-10-09'))).toEqual([
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
    ])
  })

  it('answers unknown outside the coverage, even where holidays of later years are listed', () => {
    expect(sessionOn(XSHG, day('2026-12-31'))).toMatchObject({ date: '2026-12-31' })
    expect(sessionOn(XSHG, day('2027-01-04'))).toBe('unknown')
    expect(sessionOn(XASX, day('2027-01-26'))).toBe('unknown')
    expect(sessionOn(XNYS, day('2019-12-31'))).toBe('unknown')
    expect(sessionOn(XNYS, day('2029-01-02'))).toBe('unknown')
  })
})

describe('neighbouring sessions', () => {
  it('step over Spring Festival, weekends and the ad hoc closure of 9 January 2025', () => {
    expect(nextSession(XSHG, day('2026-02-13'))).toBe('2026-02-24')
    expect(previousSession(XSHG, day('2026-02-24'))).toBe('2026-02-13')
    expect(nextSession(XNYS, day('2025-01-08'))).toBe('2025-01-10')
  })

  it('are unknown past either end of the coverage', () => {
    expect(nextSession(XSHG, day('2026-12-31'))).toBe('unknown')
    expect(previousSession(XNYS, day('2020-01-01'))).toBe('unknown')
    expect(previousSession(XNYS, day('2020-01-02'))).toBe('unknown')
    expect(nextSession(XNYS, day('2019-12-31'))).toBe('2020-01-02')
    expect(nextSession(XNYS, day('2019-12-30'))).toBe('unknown')
  })
})

describe('sessionsBetween', () => {
  it('leaves out days outside the coverage and is empty for a range that runs backwards', () => {
    expect(sessionsBetween(XSHG, day('2000-01-01'), day('2020-01-03'))).toEqual(['2020-01-02', '2020-01-03'])
    expect(sessionsBetween(XSHG, day('2026-01-09'), day('2026-01-05'))).toEqual([])
  })

  it('holds exactly the days on which there is a session', () => {
    assert(
      property(integer({ min: 0, max: 3_287 }), (days) => {
        const date = addDays(day('2020-01-01'), days)
        expect(sessionsBetween(XNYS, date, date).length === 1).toBe(typeof sessionOn(XNYS, date) === 'object')
      }),
    )
  })
})

describe('moments and sessions', () => {
  it('places a moment before, in, at and after a close (New York, 7 November 2025, close 21:00 UTC)', () => {
    expect(firstSessionClosingAfter(XNYS, instant('2025-11-07T05:00:00.000Z'))).toBe('2025-11-07')
    expect(firstSessionClosingAfter(XNYS, instant('2025-11-07T20:59:59.999Z'))).toBe('2025-11-07')
    expect(firstSessionClosingAfter(XNYS, instant('2025-11-07T21:00:00.000Z'))).toBe('2025-11-10')
    expect(lastClosedSession(XNYS, instant('2025-11-07T20:59:59.999Z'))).toBe('2025-11-06')
    expect(lastClosedSession(XNYS, instant('2025-11-07T21:00:00.000Z'))).toBe('2025-11-07')
  })

  it('keeps to the day of the exchange where UTC is still on the day before (Sydney in summer time)', () => {
    expect(firstSessionClosingAfter(XASX, instant('2025-11-09T13:30:00.000Z'))).toBe('2025-11-10')
    expect(lastClosedSession(XASX, instant('2025-11-10T04:59:00.000Z'))).toBe('2025-11-07')
  })

  it('takes the lunch break for part of the session', () => {
    expect(firstSessionClosingAfter(XSHG, instant('2026-02-13T04:00:00.000Z'))).toBe('2026-02-13')
  })

  it('ends the session early on a half-day (27 November 2026, 18:00 UTC)', () => {
    expect(firstSessionClosingAfter(XNYS, instant('2026-11-27T17:59:00.000Z'))).toBe('2026-11-27')
    expect(firstSessionClosingAfter(XNYS, instant('2026-11-27T18:00:00.000Z'))).toBe('2026-11-30')
  })

  it('follows both changes of summer time, a week apart in spring 2026', () => {
    // New York: 5 March closes 21:00, 9 March 20:00 UTC. Sydney: 2 April closes 05:00, 7 April 06:00 UTC.
    expect(lastClosedSession(XNYS, instant('2026-03-06T20:30:00.000Z'))).toBe('2026-03-05')
    expect(lastClosedSession(XNYS, instant('2026-03-09T20:30:00.000Z'))).toBe('2026-03-09')
    expect(lastClosedSession(XASX, instant('2026-04-02T05:30:00.000Z'))).toBe('2026-04-02')
    expect(lastClosedSession(XASX, instant('2026-04-07T05:30:00.000Z'))).toBe('2026-04-02')
  })

  it('is unknown past the horizon, to the midnight of the exchange', () => {
    expect(lastClosedSession(XSHG, instant('2026-12-31T15:59:59.000Z'))).toBe('2026-12-31')
    expect(lastClosedSession(XSHG, instant('2026-12-31T16:00:00.000Z'))).toBe('unknown')
    expect(firstSessionClosingAfter(XSHG, instant('2026-12-31T07:00:00.000Z'))).toBe('unknown')
    expect(firstSessionClosingAfter(XSHG, instant('2012-03-13T07:00:00.000Z'))).toBe('unknown')
  })

  it('never skips: the first session closing after a moment follows the last one closed by it', () => {
    const start = Date.UTC(2020, 1, 1)
    const moments = integer({ min: 0, max: 2_300 * 24 * 60 }).map((minute) => start + minute * 60_000)
    assert(
      property(moments, (ms) => {
        const now = instant(new Date(ms).toISOString())
        for (const index of [XNYS, XASX, XSHG]) {
          const last = lastClosedSession(index, now)
          if (last === 'unknown') throw new Error(`${now} lies inside every calendar`)
          expect(firstSessionClosingAfter(index, now)).toBe(nextSession(index, last))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('isFinalAt', () => {
  it('wants 20 minutes after the close in New York and Shanghai', () => {
    expect(isFinalAt(XNYS, day('2026-10-30'), instant('2026-10-30T20:19:59.000Z'))).toBe(false)
    expect(isFinalAt(XNYS, day('2026-10-30'), instant('2026-10-30T20:20:00.000Z'))).toBe(true)
    expect(isFinalAt(XSHG, day('2026-02-13'), instant('2026-02-13T07:20:00.000Z'))).toBe(true)
  })

  it('Q40: an ASX bar fetched at 16:05 Sydney is provisional, final from 16:40', () => {
    expect(isFinalAt(XASX, day('2026-04-07'), instant('2026-04-07T06:05:00.000Z'))).toBe(false)
    expect(isFinalAt(XASX, day('2026-04-07'), instant('2026-04-07T06:39:59.000Z'))).toBe(false)
    expect(isFinalAt(XASX, day('2026-04-07'), instant('2026-04-07T06:40:00.000Z'))).toBe(true)
  })

  it('Q39: on a half-day final 20 minutes after the early close', () => {
    expect(isFinalAt(XNYS, day('2026-11-27'), instant('2026-11-27T18:19:00.000Z'))).toBe(false)
    expect(isFinalAt(XNYS, day('2026-11-27'), instant('2026-11-27T18:20:00.000Z'))).toBe(true)
    expect(isFinalAt(XASX, day('2026-12-24'), instant('2026-12-24T03:29:00.000Z'))).toBe(false)
    expect(isFinalAt(XASX, day('2026-12-24'), instant('2026-12-24T03:30:00.000Z'))).toBe(true)
  })

  it('falls back on the regular close where no session is known: before 2020, past the horizon, on a holiday', () => {
    expect(isFinalAt(XNYS, day('2012-03-13'), instant('2012-03-13T20:19:00.000Z'))).toBe(false)
    expect(isFinalAt(XNYS, day('2012-03-13'), instant('2012-03-13T20:20:00.000Z'))).toBe(true)
    // Sydney's early close of 2027 is not confirmed, so it is not relied on.
    expect(isFinalAt(XASX, day('2027-12-24'), instant('2027-12-24T03:45:00.000Z'))).toBe(false)
    expect(isFinalAt(XSHG, day('2026-10-01'), instant('2026-10-01T07:20:00.000Z'))).toBe(true)
  })

  it('takes no bar of a later day for final', () => {
    expect(isFinalAt(XNYS, day('2026-11-23'), instant('2026-11-20T22:00:00.000Z'))).toBe(false)
  })
})

describe('sessionAge', () => {
  it('counts closed sessions, not days: Friday’s bar is fresh until Monday’s close', () => {
    expect(sessionAge(XNYS, day('2026-11-20'), instant('2026-11-22T12:00:00.000Z'))).toBe(0)
    expect(sessionAge(XNYS, day('2026-11-20'), instant('2026-11-23T20:59:00.000Z'))).toBe(0)
    expect(sessionAge(XNYS, day('2026-11-20'), instant('2026-11-23T21:00:00.000Z'))).toBe(1)
  })

  it('stays 0 over Golden Week and for today’s provisional bar', () => {
    expect(sessionAge(XSHG, day('2026-09-30'), instant('2026-10-08T06:59:00.000Z'))).toBe(0)
    expect(sessionAge(XSHG, day('2026-10-08'), instant('2026-10-08T03:00:00.000Z'))).toBe(0)
  })

  it('is unknown past the horizon, so that nothing is called stale there', () => {
    expect(sessionAge(XSHG, day('2026-12-30'), instant('2027-01-05T12:00:00.000Z'))).toBe('unknown')
    expect(sessionAge(XSHG, day('2019-12-30'), instant('2026-01-05T12:00:00.000Z'))).toBe('unknown')
  })
})

describe('an index narrowed to the days around now', () => {
  const narrow = buildSessionIndex(calendars.calendars.XNYS, {
    from: day('2026-11-01'),
    to: day('2026-12-31'),
  })

  it('answers alike inside and unknown outside', () => {
    expect(sessionOn(narrow, day('2026-11-27'))).toEqual(sessionOn(XNYS, day('2026-11-27')))
    expect(sessionOn(narrow, day('2026-10-30'))).toBe('unknown')
    expect(sessionOn(narrow, day('2027-01-04'))).toBe('unknown')
  })

  it('cannot be widened past the calendar', () => {
    const wide = buildSessionIndex(calendars.calendars.XSHG, {
      from: day('2010-01-01'),
      to: day('2030-01-01'),
    })
    expect(wide.dates).toEqual(XSHG.dates)
  })
})
