import { describe, expect, it } from 'vitest'
import { readAsOf } from '../../../web/features/timeline/as-of.ts'
import type { ZoneChoice } from '../../../web/ui/time-zone.ts'
import { instant } from '../../support/brands.ts'

const now = instant('2026-11-21T10:00:00.000Z')

describe('a moment as a reader types it', () => {
  const read = (date: string, time: string, zone: ZoneChoice = 'utc') =>
    readAsOf({ date, time }, { zone, own: 'Europe/Berlin', now })

  it.each<[string, string, ZoneChoice, string]>([
    ['2026-11-18', '10:00', 'utc', '2026-11-18T10:00:00.000Z'],
    ['2026-11-18', '10:00', 'new-york', '2026-11-18T15:00:00.000Z'],
    ['2026-11-18', '10:00', 'exchange', '2026-11-18T09:00:00.000Z'],
    ['2026-11-18', '', 'utc', '2026-11-18T23:59:59.000Z'],
    ['2026-11-18', '', 'sydney', '2026-11-18T12:59:59.000Z'],
  ])('%s %s in %s; without a time the end of the day', (date, time, zone, moment) => {
    expect(read(date, time, zone)).toBe(moment)
  })

  it('is never later than now: of the running day, what is stored so far', () => {
    expect(read('2026-11-21', '')).toBe(now)
    expect(read('2026-11-21', '23:00')).toBe(now)
    expect(read('2026-11-21', '23:00', 'sydney')).toBe(now)
  })

  it('is refused where it is no day, no time, or a day that has not begun in that zone', () => {
    expect(read('', '')).toBe(null)
    expect(read('2026-13-01', '')).toBe(null)
    expect(read('2026-11-18', '25:00')).toBe(null)
    expect(read('2026-11-22', '')).toBe(null)
  })
})
