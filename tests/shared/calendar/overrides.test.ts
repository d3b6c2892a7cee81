import { buildSessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import {
  overruledCalendar,
  refusedOverride,
  type CalendarOverride,
} from '@oreline/shared/domain/calendar/overrides.ts'
import { wallTimeSchema, type TradingCalendar } from '@oreline/shared/domain/calendar/calendar.ts'
import { expectedClosures } from '@oreline/shared/domain/calendar/horizon.ts'
import {
  isFinalAt,
  lastClosedSession,
  nextSession,
  sessionOn,
  sessionsBetween,
} from '@oreline/shared/domain/calendar/sessions.ts'
import { addDays, isWeekday, weekdaysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { assert, constantFrom, integer, property, uniqueArray, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { day, instant } from '../../support/brands.ts'
import { seedCalendars } from '../../support/seed-files.ts'

const { XNYS, XASX, XSHG } = seedCalendars().calendars
const note = 'announced by the exchange'
const closed: CalendarOverride = { kind: 'closed', note }
const open: CalendarOverride = { kind: 'open', note }
const early: CalendarOverride = { kind: 'early-close', close: wallTimeSchema.parse('13:00'), note }

const overruled = (
  calendar: TradingCalendar,
  ...days: readonly (readonly [date: string, override: CalendarOverride])[]
) =>
  buildSessionIndex(
    overruledCalendar(
      calendar,
      days.map(([date, override]) => ({ date: day(date), override })),
    ),
  )

describe('a day overruled inside the calendar', () => {
  it('closes a session: no bar is expected, and its neighbours meet', () => {
    const index = overruled(XNYS, ['2026-11-20', closed])
    expect(sessionOn(index, day('2026-11-20'))).toBe('closed')
    expect(index.holidays.get(day('2026-11-20'))).toBe(note)
    expect(nextSession(index, day('2026-11-19'))).toBe('2026-11-23')
  })

  it('opens a holiday for regular hours, and makes a full day of a short one', () => {
    const index = overruled(XNYS, ['2026-11-26', open], ['2026-11-27', open])
    expect(sessionOn(index, day('2026-11-26'))).toMatchObject({ closeAt: '2026-11-26T21:00:00.000Z' })
    expect(sessionOn(index, day('2026-11-27'))).toMatchObject({ earlyClose: false })
  })

  it('ends a session early: final twenty minutes after that close', () => {
    const index = overruled(XNYS, ['2026-11-20', early])
    expect(sessionOn(index, day('2026-11-20'))).toMatchObject({
      earlyClose: true,
      closeAt: '2026-11-20T18:00:00.000Z',
    })
    expect(isFinalAt(index, day('2026-11-20'), instant('2026-11-20T18:20:00.000Z'))).toBe(true)
    expect(lastClosedSession(index, instant('2026-11-20T18:00:00.000Z'))).toBe('2026-11-20')
  })

  it('that is told what the calendar says anyway changes no session', () => {
    const index = overruled(XNYS, ['2026-11-26', closed], ['2026-11-20', open])
    expect(index.dates).toEqual(buildSessionIndex(XNYS).dates)
  })
})

describe('a day confirmed past the horizon', () => {
  it('is known by itself, and nothing beside it is', () => {
    const index = overruled(XSHG, ['2027-02-08', closed], ['2027-02-19', open])
    expect(sessionOn(index, day('2027-02-08'))).toBe('closed')
    expect(sessionOn(index, day('2027-02-19'))).toMatchObject({ closeAt: '2027-02-19T07:00:00.000Z' })
    expect(sessionOn(index, day('2027-02-09'))).toBe('unknown')
    expect(nextSession(index, day('2026-12-31'))).toBe('unknown')
    expect(nextSession(index, day('2027-02-18'))).toBe('unknown')
    expect(index.calendar.coverage.confirmedThrough).toBe('2026-12-31')
    expect(expectedClosures(index.calendar).map(({ date }) => date)).not.toContain('2027-02-08')
  })

  it('moves the horizon once every weekday before it is known too; weekends need nobody’s word', () => {
    const index = overruled(XSHG, ['2027-01-04', open], ['2027-01-01', closed], ['2027-01-06', open])
    expect(index.calendar.coverage).toMatchObject({
      confirmedThrough: '2027-01-04',
      confirmedBeyond: ['2027-01-06'],
    })
    expect(nextSession(index, day('2026-12-31'))).toBe('2027-01-04')
    expect(nextSession(index, day('2027-01-04'))).toBe('unknown')
  })

  it('takes no day from what the shipped calendar says beyond its horizon', () => {
    // Sydney's 2027 stands in the data by rule, and is not answered from.
    const index = overruled(XASX, ['2027-01-01', closed], ['2027-01-04', open])
    expect(sessionOn(index, day('2027-01-26'))).toBe('unknown')
    expect(sessionsBetween(index, day('2026-12-30'), day('2027-12-31'))).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-04',
    ])
  })
})

it('only the days overruled change, whatever they are (property)', () => {
  const someDays = uniqueArray(tuple(integer({ min: 0, max: 560 }), constantFrom(closed, open, early)), {
    selector: ([offset]) => offset,
    maxLength: 8,
  })
  const before = buildSessionIndex(XSHG)
  assert(
    property(someDays, (picked) => {
      const days = picked
        .map(([offset, override]) => ({ date: addDays(day('2026-06-01'), offset), override }))
        .filter(({ date }) => isWeekday(date))
      const after = buildSessionIndex(overruledCalendar(XSHG, days))
      const kindOf = (date: IsoDate): string => {
        const session = sessionOn(after, date)
        return typeof session === 'string' ? session : session.earlyClose ? 'early-close' : 'open'
      }
      const said = new Map(days.map(({ date, override }) => [date, override.kind]))
      const all = weekdaysBetween(day('2026-06-01'), day('2027-12-31'))
      const others = all.filter((date) => !said.has(date))
      expect([...said.keys()].map(kindOf)).toEqual([...said.values()])
      expect(others.map((date) => sessionOn(after, date))).toEqual(
        others.map((date) => sessionOn(before, date)),
      )
    }),
    { numRuns: 15 },
  )
})

describe('an override is refused', () => {
  const today = day('2026-11-21')
  const refusal = (calendar: TradingCalendar, date: string, override: CalendarOverride) =>
    refusedOverride(calendar, { date: day(date), override }, today)

  it('before the calendar begins, and further ahead than anybody announces', () => {
    expect(refusal(XNYS, '2019-12-31', closed)).toMatchObject({
      field: 'date',
      why: expect.stringMatching(/2020-01-01/),
    })
    expect(refusal(XSHG, '2206-01-09', closed)).toMatchObject({
      field: 'date',
      why: expect.stringMatching(/2028-02-04/),
    })
    expect(refusal(XSHG, '2027-12-31', closed)).toBeNull()
  })

  it('K04: on a weekend, a Chinese make-up Saturday included', () => {
    expect(refusal(XSHG, '2027-02-20', open)).toMatchObject({
      field: 'date',
      why: expect.stringMatching(/make-up/),
    })
  })

  it('with an early close outside the regular hours', () => {
    const at = (close: string): CalendarOverride => ({ ...early, close: wallTimeSchema.parse(close) })
    expect(refusal(XNYS, '2026-11-20', at('16:00'))).toMatchObject({ field: 'close' })
    expect(refusal(XNYS, '2026-11-20', at('09:30'))).toMatchObject({ field: 'close' })
    expect(refusal(XNYS, '2026-11-20', at('13:00'))).toBeNull()
  })
})
