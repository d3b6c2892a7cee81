import { isTargetDay } from '@oreline/shared/domain/calendar/target-days.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { seedCalendars } from '../../support/seed-files.ts'

const { target } = seedCalendars()

describe('isTargetDay', () => {
  it.each([
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-05-01', false, 'Labour Day'],
    ['2026-12-26', false, 'a holiday on a Saturday'],
    ['2026-11-21', false, 'Saturday'],
    ['2026-11-26', true, 'Thanksgiving, which Frankfurt does not keep'],
    ['2023-12-29', 'unknown', 'before the data'],
    ['2028-01-03', 'unknown', 'after the data'],
  ] as const)('%s: %s (%s)', (date, expected, _why) => {
    expect(isTargetDay(target, day(date))).toBe(expected)
  })
})
