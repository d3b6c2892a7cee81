import { describe, expect, it } from 'vitest'
import { momentShown, readAsOf } from '../../../web/features/timeline/as-of.ts'
import { readView } from '../../../web/features/timeline/view.ts'
import type { ZoneChoice } from '../../../web/ui/time-zone.ts'
import { instant } from '../../support/brands.ts'

const now = instant('2026-11-21T10:00:00.000Z')

describe('the moment shown', () => {
  it('is now unless the address names one, and a moment ahead is no past', () => {
    expect(momentShown(null, now)).toEqual({ asOf: null, isAhead: false })
    const past = instant('2026-11-18T10:00:00Z')
    expect(momentShown(past, now)).toEqual({ asOf: past, isAhead: false })
    expect(momentShown(instant('2026-11-22T10:00:00Z'), now)).toEqual({ asOf: null, isAhead: true })
  })

  it('may be younger than the page’s clock, which is read once a minute', () => {
    const just = instant('2026-11-21T10:00:59.000Z')
    expect(momentShown(just, now).asOf).toBe(just)
  })

  it.each([
    ['2026-11-18', '2026-11-18T23:59:59Z'],
    ['2026-11-18T10:00Z', '2026-11-18T10:00:00Z'],
    ['2026-11-18T10:00:00.500Z', '2026-11-18T10:00:00.500Z'],
    ['2026-11-18T10:00:00+01:00', null],
    ['yesterday', null],
    ['', null],
  ])('is read from the address: %s', (text, moment) => {
    const { view, unreadable } = readView({ as_of: text })
    expect(view.as_of).toBe(moment)
    expect(unreadable).toEqual(moment === null ? ['as_of'] : [])
  })
})

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
