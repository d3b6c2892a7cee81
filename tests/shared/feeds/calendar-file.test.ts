import { calendarFile } from '@oreline/shared/domain/feeds/calendar-file.ts'
import { calendarDatesOf, type CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { icalendar, icalText } from '@oreline/shared/kernel/icalendar.ts'
import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { policyEvent } from '../../support/policy-event.ts'
import { seedEvents } from '../../support/seed-files.ts'

const today = day('2026-11-21')
const recorded = { recorded_at: instant('2026-11-20T08:00:00.123Z'), revision: 7 }
const publicUrl = 'https://oreline.example'
const dates = seedEvents().flatMap((event) => calendarDatesOf(event, recorded, today))
const written = (given: readonly CalendarDate[] = dates, alarmDays: readonly number[] = []) =>
  calendarFile({ dates: given, today, publicUrl, alarmDays })
const entries = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry))
const entry = (start: string, text = written()) => {
  const found = entries(text).find(({ uid }) => uid.startsWith(start))
  if (found === undefined) throw new Error(`no entry ${start}`)
  return found
}
const property = (event: InstanceType<typeof ICAL.Event>, name: string) =>
  String(event.component.getFirstPropertyValue(name))

describe('the calendar file, read by ical.js', () => {
  it('has every date once, each under a name of its own', () => {
    const uids = entries(written()).map(({ uid }) => uid)
    expect(uids).toHaveLength(dates.length)
    expect(new Set(uids).size).toBe(dates.length)
  })

  it('27 November 2026 is one day, without hours or zone, and ends where the next day begins', () => {
    const event = entry('cn-2025-11-09-mofcom-72-suspension.end')
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      '2026-11-27',
      '2026-11-28',
    ])
    expect(property(event, 'status')).toBe('CONFIRMED')
    expect(property(event, 'url')).toBe(`${publicUrl}/events/cn-2025-11-09-mofcom-72-suspension`)
    expect(event.description).toMatch(/Confidence: verified\.[\s\S]*Source: /)
    expect(property(event, 'dtstamp')).toBe('2026-11-20T08:00:00Z')
  })

  it('10 November 2026 says that its outcome is unconfirmed, and is tentative', () => {
    const event = entry('cn-2025-11-07-mofcom-70-suspension.end')
    expect(event.summary).toMatch(/^Outcome unconfirmed: /)
    expect(property(event, 'status')).toBe('TENTATIVE')
  })

  it('a month is a banner over it, a year its last day, an approximate day says so', () => {
    const month = entry('lyc-2025-10-29-malaysia-5000t-heavy-plant.expected')
    expect([month.startDate.toString(), month.endDate.toString()]).toEqual(['2026-04-01', '2026-05-01'])
    expect(month.summary).toMatch(/^Outcome unconfirmed: In 2026-04: /)
    const year = entry('us-2025-07-15-apple-mp-500m.expected')
    expect(year.startDate.toString()).toBe('2027-12-31')
    expect(year.summary).toMatch(/^During 2027: /)
    expect(entry('uuuu-2026-01-white-mesa-phase-2-study.expected').summary).toMatch(/^About: /)
  })

  it('a date that moves keeps its name, and says when it was changed', () => {
    const event = policyEvent({ end_date: '2026-12-01' })
    const later = { ...event, end_date: day('2027-12-01') }
    const one = entries(written(calendarDatesOf(event, recorded, today)))[0]
    const moved = { recorded_at: instant('2026-11-21T10:00:00.000Z'), revision: 8 }
    const other = entries(written(calendarDatesOf(later, moved, today)))[0]
    expect(other?.uid).toBe(one?.uid)
    expect(other?.startDate.toString()).toBe('2027-12-01')
    expect(other === undefined ? '' : property(other, 'last-modified')).toBe('2026-11-21T10:00:00Z')
  })

  it('reminds only where that is asked for, at nine in the morning', () => {
    const alarms = (text: string) => entry('cn-2025-11-09-mofcom-72-suspension.end', text).component
    expect(alarms(written()).getAllSubcomponents('valarm')).toHaveLength(0)
    const reminders = alarms(written(dates, [0, 1, 7])).getAllSubcomponents('valarm')
    expect(reminders.map((one) => String(one.getFirstPropertyValue('trigger')))).toEqual([
      'PT9H',
      '-PT15H',
      '-PT159H',
    ])
  })
})

describe('a content line', () => {
  it('is at most 75 octets long and ends with CRLF, and no character is cut in two (RFC 5545, 3.1)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const value = icalText(text)
        const lines = icalendar({ name: 'VCALENDAR', lines: [{ name: 'SUMMARY', value }] }).split('\r\n')
        expect(lines.at(-1)).toBe('')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
          expect(line).not.toMatch(/[\r\n]/)
        }
      }),
    )
  })

  it('gives the text back that went in, but for control characters (ical.js as the reader)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = text.replaceAll(/\p{Cc}/gu, '')
        const file = icalendar({
          name: 'VEVENT',
          lines: [{ name: 'SUMMARY', value: icalText(`${plain};,\\\n.`) }],
        })
        const read = new ICAL.Component(ICAL.parse(file)).getFirstPropertyValue('summary')
        expect(read).toBe(`${plain};,\\\n.`)
      }),
    )
  })
})
