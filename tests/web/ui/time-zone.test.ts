import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { describe, expect, it } from 'vitest'
import {
  formatBounds,
  formatMoment,
  momentIn,
  type Home,
  type ZoneChoice,
} from '../../../web/ui/time-zone.ts'
import { instant } from '../../support/brands.ts'

/** Announcement 70: Friday, 7 November 2025, 18:00 in Beijing. */
const announcement70 = instant('2025-11-07T10:00:00.000Z')
const text = (choice: ZoneChoice, home: Home) =>
  formatMoment(momentIn(choice, 'Europe/Berlin', announcement70, home))

describe('a moment', () => {
  it.each<[ZoneChoice, Home, string]>([
    ['exchange', 'XSHG', '7 Nov 2025, 18:00 Beijing'],
    ['exchange', 'XASX', '7 Nov 2025, 21:00 Sydney'],
    ['exchange', 'XNYS', '7 Nov 2025, 05:00 New York'],
    ['exchange', null, '7 Nov 2025, 11:00 your time'],
    ['exchange', timeZoneSchema.parse('Asia/Shanghai'), '7 Nov 2025, 18:00 Beijing'],
    ['exchange', timeZoneSchema.parse('Asia/Kuala_Lumpur'), '7 Nov 2025, 18:00 Kuala Lumpur'],
    ['mine', 'XSHG', '7 Nov 2025, 11:00 your time'],
    ['utc', 'XSHG', '7 Nov 2025, 10:00 UTC'],
    ['new-york', 'XSHG', '7 Nov 2025, 05:00 New York'],
    ['sydney', null, '7 Nov 2025, 21:00 Sydney'],
    ['beijing', null, '7 Nov 2025, 18:00 Beijing'],
  ])('chosen %s, at home in %s: %s', (choice, home, written) => {
    expect(text(choice, home)).toBe(written)
  })

  it('falls on the day of its zone: New York’s evening is Sydney’s next day', () => {
    const at = instant('2025-10-10T20:57:00.000Z')
    expect(momentIn('exchange', 'UTC', at, 'XNYS')).toMatchObject({ date: '2025-10-10', time: '16:57' })
    expect(momentIn('exchange', 'UTC', at, 'XASX')).toMatchObject({ date: '2025-10-11', time: '07:57' })
  })
})

describe('formatBounds', () => {
  const at = (time: string) => momentIn('beijing', 'UTC', instant(time), null)

  it.each([
    ['2025-10-09T00:00:00Z', '2025-10-09T03:59:00Z', '9 Oct 2025, 08:00 to 11:59 Beijing'],
    ['2025-10-09T00:00:00Z', '2025-10-09T00:00:30Z', '9 Oct 2025, 08:00 Beijing'],
    ['2025-10-09T15:00:00Z', '2025-10-09T17:00:00Z', '9 Oct 2025, 23:00 to 10 Oct 2025, 01:00 Beijing'],
  ])('%s to %s: %s', (from, to, written) => {
    expect(formatBounds(at(from), at(to))).toBe(written)
  })
})
