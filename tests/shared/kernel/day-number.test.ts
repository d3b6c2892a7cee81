import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { dateOfDayNumber, dayNumber } from '@oreline/shared/kernel/day-number.ts'
import { assert, integer, property } from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

const epoch = Temporal.PlainDate.from('1970-01-01')

test('every day from the year 1 to 9999 has the number Temporal counts, and the number that day', () => {
  assert(
    property(integer({ min: -719_162, max: 2_932_896 }), (days) => {
      const date = isoDateSchema.parse(epoch.add({ days }).toString())
      expect(dayNumber(date)).toBe(days)
      expect(dateOfDayNumber(days)).toBe(date)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['1970-01-01', 0],
  ['2000-02-29', 11_016],
  ['2100-03-01', 47_541],
  ['0001-01-01', -719_162],
])('%s is day %i', (date, days) => {
  expect(dayNumber(isoDateSchema.parse(date))).toBe(days)
})
