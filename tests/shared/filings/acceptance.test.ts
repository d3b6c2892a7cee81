import { acceptedAt } from '@oreline/shared/domain/filings/acceptance.ts'
import { addDays, dateIn, isWeekday } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../../support/brands.ts'

const fetchedAt = instant('2026-11-20T22:00:00Z')
const newYork = timeZoneSchema.parse('America/New_York')
const read = (text: string, filingDate: string, form = '8-K', at = fetchedAt) =>
  acceptedAt({ text, form, filingDate: day(filingDate), fetchedAt: at })

describe('the moment EDGAR accepted a filing (providers.md 3.1)', () => {
  test.for([
    [
      'an evening in UTC: its wall reading is after hours',
      '2026-03-04T22:33:32.000Z',
      '2026-03-05',
      '2026-03-04T22:33:32.000Z',
    ],
    [
      'before EDGAR opens in UTC, so the wall clock',
      '2026-02-06T09:05:00.000Z',
      '2026-02-06',
      '2026-02-06T14:05:00.000Z',
    ],
    [
      'summer time: the wall clock four hours behind',
      '2026-07-08T09:05:00.000Z',
      '2026-07-08',
      '2026-07-08T13:05:00.000Z',
    ],
    [
      'UTC of 16:31 in New York; as a wall clock 21:31 would date it to the next day',
      '2026-01-12T21:31:00.000Z',
      '2026-01-12',
      '2026-01-12T21:31:00.000Z',
    ],
    ['fourteen digits are always Eastern', '20260206160343', '2026-02-06', '2026-02-06T21:03:43.000Z'],
    ['a real offset is what it says', '2025-12-11T17:48:07-05:00', '2025-12-12', '2025-12-11T22:48:07.000Z'],
  ] as const)('%s', ([, text, filingDate, expected]) => {
    expect(read(text, filingDate)).toBe(expected)
  })

  test('F11: 16:03Z on the filing day is 16:03 or 11:03 in New York: none', () => {
    expect(read('2026-02-06T16:03:43.000Z', '2026-02-06')).toBeNull()
  })

  test('F12: what would lie ahead of our clock by more than two minutes is the other reading', () => {
    const at = instant('2026-02-06T16:05:00Z')
    expect(read('2026-02-06T16:03:43.000Z', '2026-02-06', '8-K', at)).toBe('2026-02-06T16:03:43.000Z')
    expect(read('2026-02-06T23:59:00.000Z', '2026-02-09', '8-K', at)).toBeNull()
  })

  test('F13: after 17:30 the next business day, over a long weekend too; an insider keeps the day', () => {
    expect(read('2026-01-16T23:10:00.000Z', '2026-01-20')).toBe('2026-01-16T23:10:00.000Z')
    expect(read('2026-01-16T23:10:00.000Z', '2026-01-16')).toBeNull()
    expect(read('2026-01-16T23:10:00.000Z', '2026-01-16', '4')).toBe('2026-01-16T23:10:00.000Z')
  })

  test('no moment: none', () => {
    for (const text of ['', 'yesterday', '2026-02-31T10:00:00.000Z', '20261399999999'])
      expect(read(text, '2026-02-06')).toBeNull()
  })

  test('law: of any moment within hours, printed either way, the true one is found or none', () => {
    const moments = fc
      .integer({ min: Date.parse('2005-01-01'), max: Date.parse('2026-11-01') })
      .map(instantOf)
    fc.assert(
      fc.property(moments, fc.boolean(), (moment, asWall) => {
        const local = new Date(moment).toLocaleString('sv-SE', { timeZone: 'America/New_York' })
        const time = local.slice(11, 16)
        fc.pre(time >= '06:00' && time <= '22:00')
        let filingDate = dateIn(newYork, moment)
        fc.pre(isWeekday(filingDate))
        if (time > '17:30')
          do filingDate = addDays(filingDate, 1)
          while (!isWeekday(filingDate))
        const text = asWall ? `${local.replace(' ', 'T')}.000Z` : moment
        const found = acceptedAt({ text, form: '8-K', filingDate, fetchedAt })
        expect([null, Math.floor(Date.parse(moment) / 1_000)]).toContain(
          found === null ? null : Math.floor(Date.parse(found) / 1_000),
        )
      }),
    )
  })
})
