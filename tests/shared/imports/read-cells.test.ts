import { readDay } from '@oreline/shared/domain/imports/read-day.ts'
import { readNumber } from '@oreline/shared/domain/imports/read-number.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { describe, expect, test } from 'vitest'

const sydney = timeZoneSchema.parse('Australia/Sydney')
const newYork = timeZoneSchema.parse('America/New_York')

describe('a number', () => {
  test.for([
    ['30.03', 30.03],
    ['73766098.0', 73_766_098],
    ['.5', 0.5],
    ['1e-4', 0.0001],
    ['1,234.50', 1_234.5],
    ['1,234,567', 1_234_567],
    ['1 234.5', 1_234.5],
    ['1’234’567', 1_234_567],
    ['34.4500007629', 34.4500007629],
  ] as const)('%s is read', ([text, value]) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value })
  })

  test.for(['', ' ', 'N/A', 'null', 'NaN', '-', '—', 'None'])('"%s" is absent', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'absent' })
  })

  test.for([
    ['30,03', '30,03 has a decimal comma: write 30.03'],
    ['1.234,56', '1.234,56 has a decimal comma: write 1234.56'],
    ['0,123', '0,123 has a decimal comma: write 0.123'],
    ['1,234', '1,234 may be 1234 or 1.234: write one of the two'],
    ['$25.11', '$25.11 is no number'],
    ['1.2M', '1.2M is no number'],
    ['1.2.3', '1.2.3 is no number'],
    ['Infinity', 'Infinity is no number'],
    ['1e999', '1e999 is no number'],
  ] as const)('%s is refused', ([text, why]) => {
    expect(readNumber(text)).toEqual({ kind: 'unreadable', why })
  })

  test('of shares may have a comma: nobody trades 1.234 of them', () => {
    expect(readNumber('1,234', true)).toEqual({ kind: 'number', value: 1_234 })
  })
})

describe('a day', () => {
  test.for([
    ['2025-07-09', '2025-07-09'],
    ['20250709', '2025-07-09'],
    ['2025/7/9', '2025-07-09'],
    ['2026.04.10', '2026-04-10'],
    ['2025年7月9日', '2025-07-09'],
    ['9 July 2025', '2025-07-09'],
    ['09-Jul-2025', '2025-07-09'],
    ['Jul 9, 2025', '2025-07-09'],
  ] as const)('%s is %s', ([text, day]) => {
    expect(readDay(text, 'auto', newYork)).toEqual({ day })
  })

  test.for([
    ['2024-01-02 00:00:00+11:00', sydney, '2024-01-02'],
    ['2020-07-27 04:00:00+00:00', newYork, '2020-07-27'],
    // Dated by UTC it would be the day before: what other programs do to every ASX day.
    ['2022-01-12T23:00:00Z', sydney, '2022-01-13'],
    ['2025-07-09T00:00:00Z', newYork, '2025-07-09'],
    ['2025-07-09 16:00:00', newYork, '2025-07-09'],
  ] as const)('%s in %s is the session of %s', ([text, zone, day]) => {
    expect(readDay(text, 'auto', zone)).toEqual({ day })
  })

  test.for(['09/07/2025', '31/12/2025', '9-7-2025', '09.07.2025'])(
    '%s is refused until it is said which is the month',
    (text) => {
      expect(readDay(text, 'auto', null)).toEqual({
        why: expect.stringContaining('dd/mm/yyyy or mm/dd/yyyy'),
      })
    },
  )

  test('09/07/2025 is read as said', () => {
    expect(readDay('09/07/2025', 'dd/mm/yyyy', null)).toEqual({ day: '2025-07-09' })
    expect(readDay('09/07/2025', 'mm/dd/yyyy', null)).toEqual({ day: '2025-09-07' })
  })

  test.for([
    '2025-02-30',
    '31/13/2025',
    '45678',
    'yesterday',
    '2025-07',
    '0001-01-01',
    '9 Foo 2025',
    '25-07-09',
  ])('%s is no day', (text) => {
    expect(readDay(text, 'dd/mm/yyyy', null)).toEqual({ why: expect.stringContaining('no day') })
  })
})
