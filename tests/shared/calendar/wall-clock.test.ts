import { timeZoneSchema, wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import {
  addDays,
  dateIn,
  daysBetween,
  instantAt,
  isWeekday,
  lastDayOfMonth,
  lastDayOfYear,
  wallClockMs,
  wallClocksMs,
  weekdaysBetween,
} from '@oreline/shared/domain/calendar/wall-clock.ts'
import { describe, expect, it } from 'vitest'
import { day, instant } from '../../support/brands.ts'

const newYork = timeZoneSchema.parse('America/New_York')
const sydney = timeZoneSchema.parse('Australia/Sydney')

describe('wallClocksMs', () => {
  it.each(['America/New_York', 'Australia/Sydney', 'Asia/Shanghai'])(
    'gives for every day from 2020 to 2028 in %s what is given for it alone',
    (name) => {
      const zone = timeZoneSchema.parse(name)
      const time = wallTimeSchema.parse('16:00')
      const days = weekdaysBetween(day('2020-01-01'), day('2028-12-31'))
      expect(wallClocksMs(days, () => time, zone)).toEqual(days.map((date) => wallClockMs(date, time, zone)))
    },
  )
})

describe('instantAt', () => {
  const at = (date: string, time: string) => instantAt(day(date), wallTimeSchema.parse(time), newYork)

  it('moves a skipped time forward and takes the first of a doubled one (New York, 8 March and 1 November 2026)', () => {
    expect(at('2026-03-08', '02:30')).toBe('2026-03-08T07:30:00.000Z')
    expect(at('2026-11-01', '01:30')).toBe('2026-11-01T05:30:00.000Z')
  })
})

describe('days', () => {
  it('fall where the zone says', () => {
    expect(dateIn(sydney, instant('2026-11-22T13:00:00.000Z'))).toBe('2026-11-23')
    expect(dateIn(newYork, instant('2026-11-23T04:59:59.000Z'))).toBe('2026-11-22')
  })

  it('count over leap days and years', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29')
    expect(daysBetween(day('2023-12-31'), day('2025-01-01'))).toBe(367)
    expect(daysBetween(day('2026-11-21'), day('2026-11-20'))).toBe(-1)
    expect(lastDayOfMonth(day('2024-02-10'))).toBe('2024-02-29')
    expect(lastDayOfYear(day('2028-02-29'))).toBe('2028-12-31')
  })

  it.each(['2026-11-16', '2026-11-21', '2026-11-22'])(
    'gives the weekdays from %s, whatever day that is',
    (from) => {
      const days = weekdaysBetween(day(from), day('2026-11-28'))
      expect(days.every(isWeekday)).toBe(true)
      expect(days.slice(-5)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
      expect(days).toHaveLength(from === '2026-11-16' ? 10 : 5)
    },
  )
})

describe('zones and times', () => {
  it.each(['+08:00', 'EST5', 'Mars/Olympus', 'asia/', ''])('refuses %s as a zone', (zone) => {
    expect(timeZoneSchema.safeParse(zone).success).toBe(false)
  })

  it.each(['24:00', '9:30', '09:60', '09:30:00'])('refuses %s as a time', (time) => {
    expect(wallTimeSchema.safeParse(time).success).toBe(false)
  })
})
