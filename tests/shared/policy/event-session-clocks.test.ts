/** Event sessions against the shipped calendars where clocks, half-days and holidays decide. Times in titles are local. */
import { timeZoneSchema, wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { instantAt } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { eventSessions } from '@oreline/shared/domain/policy/event-session.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { policyEvent } from '../../support/policy-event.ts'
import { seedEvent, seedIndexes } from '../../support/seed-files.ts'

const indexes = seedIndexes()

const between = (announced_from: string, announced_to: string) =>
  eventSessions(
    policyEvent({ announced_date: announced_from.slice(0, 10), announced_from, announced_to }),
    indexes,
  )
const at = (instant: string) => between(instant, instant)

/** The session of each exchange for an announcement at that moment; undefined: none is known. */
const daysAt = (instant: string) => {
  const { XNYS, XASX, XSHG } = at(instant)
  return { XNYS: XNYS?.date, XASX: XASX?.date, XSHG: XSHG?.date }
}
const dayAt = (exchange: CalendarId, instant: string) => at(instant)[exchange]?.date

const wall = (date: string, time: string, zone: string) =>
  instantAt(day(date), wallTimeSchema.parse(time), timeZoneSchema.parse(zone))

describe('half-days', () => {
  it('New York, 28 November 2025: after the early close at 13:00 and before the usual one at 16:00', () => {
    expect(dayAt('XNYS', '2025-11-28T17:59:59Z')).toBe('2025-11-28')
    expect(dayAt('XNYS', '2025-11-28T19:30:00Z')).toBe('2025-12-01')
  })

  it('New York, Christmas Eve 2025: after 13:00 it is the 26th, the day between two closures', () => {
    expect(dayAt('XNYS', '2025-12-24T17:30:00Z')).toBe('2025-12-24')
    expect(dayAt('XNYS', '2025-12-24T19:00:00Z')).toBe('2025-12-26')
  })

  it('Sydney, Christmas Eve 2025: after the early close at 14:10 it is the 29th; Shanghai has its usual day', () => {
    expect(dayAt('XASX', '2025-12-24T03:09:00Z')).toBe('2025-12-24')
    expect(daysAt('2025-12-24T04:00:00Z')).toEqual({
      XNYS: '2025-12-24',
      XASX: '2025-12-29',
      XSHG: '2025-12-24',
    })
  })
})

describe('Shanghai’s day', () => {
  it('its lunch break, 11:30 to 13:00, belongs to the session', () => {
    for (const instant of ['2025-12-03T03:30:00Z', '2025-12-03T04:15:00Z', '2025-12-03T05:00:00Z'])
      expect(dayAt('XSHG', instant)).toBe('2025-12-03')
  })

  it('Golden Week 2025: from the close of 30 September everything waits for 9 October', () => {
    expect(dayAt('XSHG', '2025-09-30T06:59:59Z')).toBe('2025-09-30')
    expect(dayAt('XSHG', '2025-09-30T07:00:00Z')).toBe('2025-10-09')
    expect(daysAt('2025-10-03T02:00:00Z')).toEqual({
      XNYS: '2025-10-03',
      XASX: '2025-10-03',
      XSHG: '2025-10-09',
    })
  })

  it('a make-up working Sunday (28 September 2025) is no session', () => {
    expect(dayAt('XSHG', '2025-09-28T02:00:00Z')).toBe('2025-09-29')
  })

  it('Announcement 61, the morning after Golden Week: all three exchanges on 9 October 2025', () => {
    expect(eventSessions(seedEvent('cn-2025-10-09-mofcom-61-extraterritorial'), indexes)).toEqual({
      XNYS: { date: '2025-10-09', basis: 'instant' },
      XASX: { date: '2025-10-09', basis: 'instant' },
      XSHG: { date: '2025-10-09', basis: 'instant' },
    })
  })
})

describe('clocks that change', () => {
  it('New York, 20:30 UTC: before the close in winter, after it in summer (8 March and 1 November 2026)', () => {
    expect(dayAt('XNYS', '2026-03-06T20:30:00Z')).toBe('2026-03-06')
    expect(dayAt('XNYS', '2026-03-09T20:30:00Z')).toBe('2026-03-10')
    expect(dayAt('XNYS', '2026-10-30T20:30:00Z')).toBe('2026-11-02')
    expect(dayAt('XNYS', '2026-11-02T20:30:00Z')).toBe('2026-11-02')
  })

  it('Sydney, 05:30 UTC: after the close in its summer, before it in winter (5 April and 4 October 2026)', () => {
    expect(dayAt('XASX', '2026-04-02T05:30:00Z')).toBe('2026-04-07')
    expect(dayAt('XASX', '2026-04-07T05:30:00Z')).toBe('2026-04-07')
    expect(dayAt('XASX', '2026-10-02T05:30:00Z')).toBe('2026-10-02')
    expect(dayAt('XASX', '2026-10-05T05:30:00Z')).toBe('2026-10-06')
  })

  it('Brussels at 21:30 misses New York’s close only in the week between Europe’s change and America’s', () => {
    const evening = (date: string) => dayAt('XNYS', wall(date, '21:30', 'Europe/Brussels'))
    expect(evening('2026-10-21')).toBe('2026-10-21')
    expect(evening('2026-10-28')).toBe('2026-10-29')
    expect(evening('2026-11-04')).toBe('2026-11-04')
  })

  it('only the day known: 09:00 in Brussels lies at Shanghai’s close in summer and an hour after it in winter', () => {
    const onDay = (announced_date: string) =>
      eventSessions(policyEvent({ announced_date, jurisdiction: 'EU' }), indexes)
    for (const [date, next] of [
      ['2026-03-27', '2026-03-30'],
      ['2026-03-30', '2026-03-31'],
      ['2026-10-23', '2026-10-26'],
      ['2026-10-26', '2026-10-27'],
    ] as const) {
      expect(onDay(date)).toEqual({
        XNYS: { date, basis: 'date-only' },
        XASX: { date: next, basis: 'date-only' },
        XSHG: { date: next, basis: 'date-only' },
      })
    }
  })

  it('only the day known: 09:00 in Sydney is the evening before in New York, before that day’s session', () => {
    const onDay = (announced_date: string) =>
      eventSessions(policyEvent({ announced_date, jurisdiction: 'AU' }), indexes)
    for (const date of ['2026-01-14', '2026-07-15'])
      expect(Object.values(onDay(date)).map((session) => session.date)).toEqual([date, date, date])
    // Saturday in Sydney is Friday evening in New York.
    expect(onDay('2026-07-18').XNYS?.date).toBe('2026-07-20')
  })
})

describe('holidays of one exchange only', () => {
  it.each([
    ['Thanksgiving', '2025-11-27T02:00:00Z', ['2025-11-28', '2025-11-27', '2025-11-27']],
    ['Australia Day', '2026-01-26T02:00:00Z', ['2026-01-26', '2026-01-27', '2026-01-26']],
    ['Qingming', '2026-04-06T02:00:00Z', ['2026-04-06', '2026-04-07', '2026-04-07']],
    ['Dragon Boat and Juneteenth', '2026-06-19T02:00:00Z', ['2026-06-22', '2026-06-19', '2026-06-22']],
  ])('%s', (_, instant, [XNYS, XASX, XSHG]) => {
    expect(daysAt(instant)).toEqual({ XNYS, XASX, XSHG })
  })
})

describe('closes to the second, and bounds around them', () => {
  it.each([
    ['XNYS', '2026-07-15T19:59:59.999Z', '2026-07-15T20:00:00Z', '2026-07-15', '2026-07-16'],
    ['XASX', '2026-07-15T05:59:59.999Z', '2026-07-15T06:00:00Z', '2026-07-15', '2026-07-16'],
    ['XSHG', '2026-07-15T06:59:59.999Z', '2026-07-15T07:00:00Z', '2026-07-15', '2026-07-16'],
  ] as const)('%s: at the very close it is the next session', (exchange, before, close, same, next) => {
    expect(dayAt(exchange, before)).toBe(same)
    expect(dayAt(exchange, close)).toBe(next)
    expect(between(before, close)[exchange]).toEqual({ date: next, basis: 'ambiguous' })
  })

  it('bounds from Friday’s session to Sunday evening: Monday, ambiguous; within the weekend: Monday, certain', () => {
    expect(between('2026-07-17T19:00:00Z', '2026-07-19T22:00:00Z').XNYS).toEqual({
      date: '2026-07-20',
      basis: 'ambiguous',
    })
    expect(between('2026-07-17T21:00:00Z', '2026-07-19T22:00:00Z').XNYS).toEqual({
      date: '2026-07-20',
      basis: 'instant',
    })
  })
})

describe('the ends of the calendars', () => {
  it('Sydney’s last half-day, 31 December 2026: before 14:10 that day, then unknown', () => {
    expect(dayAt('XASX', '2026-12-31T03:00:00Z')).toBe('2026-12-31')
    expect(daysAt('2026-12-31T03:30:00Z')).toEqual({
      XNYS: '2026-12-31',
      XASX: undefined,
      XSHG: '2026-12-31',
    })
  })

  it('where one bound is known and the other is not, there is no session', () => {
    expect(between('2026-12-31T03:00:00Z', '2026-12-31T03:30:00Z').XASX).toBeUndefined()
  })
})

describe('days that are not known', () => {
  it.each([
    ['cn-2025-06-magnet-exports-collapse', 'month'],
    ['us-2026-03-dow-lynas-96m-loi', 'month'],
  ])('%s (%s) has no session', (id, precision) => {
    const event = seedEvent(id)
    expect(event.date_precision).toBe(precision)
    expect(eventSessions(event, indexes)).toEqual({})
  })

  it('an upper bound has none either, though its day is written', () => {
    expect(
      eventSessions(policyEvent({ announced_date: '2026-03-04', date_precision: 'on-or-before' }), indexes),
    ).toEqual({})
  })
})
