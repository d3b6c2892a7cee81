import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { buildDayIn } from '@oreline/shared/domain/calendar/day-in.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'

test.each(['America/New_York', 'Australia/Sydney', 'Asia/Shanghai', 'UTC'])(
  'the day in %s is the one the zone itself gives, at any moment from 1990 to 2040',
  (name) => {
    const zone = timeZoneSchema.parse(name)
    const dayIn = buildDayIn(zone)
    const moments = integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })
    assert(
      property(moments, (ms) => {
        expect(dayIn(ms)).toBe(dateIn(zone, instantOf(ms)))
      }),
    )
  },
)

test('around each change of the clocks of 2026 in Sydney, hour by hour', () => {
  const zone = timeZoneSchema.parse('Australia/Sydney')
  const dayIn = buildDayIn(zone)
  for (const change of ['2026-04-04T16:00:00Z', '2026-10-03T16:00:00Z'])
    for (let hour = -30; hour <= 30; hour += 1) {
      const ms = Date.parse(change) + hour * 3_600_000
      expect([ms, dayIn(ms)]).toEqual([ms, dateIn(zone, instantOf(ms))])
    }
})
