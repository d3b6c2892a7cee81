import { instantSchema } from '@oreline/shared/kernel/brand.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { describe, expect, test } from 'vitest'
import { quoteSlotKind } from '../../jobs/quote-slot.ts'
import { seedIndexes } from '../support/seed-files.ts'

const { XNYS, XASX, XSHG } = seedIndexes()
type Kind = ReturnType<typeof quoteSlotKind>

/** Every ten minutes of a UTC day, by kind, as `HH:MM`. */
function slotsOf(index: typeof XNYS, date: string, kind: Kind): readonly string[] {
  const midnight = instantSchema.parse(`${date}T00:00:00.000Z`)
  return Array.from({ length: 144 }, (_, place) => plusMs(midnight, place * 600_000))
    .filter((slot) => quoteSlotKind(index, slot) === kind)
    .map((slot) => slot.slice(11, 16))
}

describe('when quotes are asked for', () => {
  test('New York in winter: 09:40 to 16:00, after the close at 16:20, in the morning at 08:00', () => {
    expect(slotsOf(XNYS, '2026-11-20', 'close')).toEqual(['21:20'])
    expect(slotsOf(XNYS, '2026-11-20', 'morning')).toEqual(['13:00'])
    const session = slotsOf(XNYS, '2026-11-20', 'session')
    expect([session[0], session.at(-1), session.length]).toEqual(['14:40', '21:00', 39])
  })

  test('New York in summer is an hour earlier in UTC', () => {
    expect(slotsOf(XNYS, '2026-07-15', 'close')).toEqual(['20:20'])
  })

  test('Sydney in winter: final at 16:40, after the auction', () => {
    expect(slotsOf(XASX, '2026-07-15', 'close')).toEqual(['06:40'])
    expect(slotsOf(XASX, '2026-07-15', 'session').at(-1)).toBe('06:00')
  })

  test('Shanghai rests at lunch: 09:40 to 11:30, 13:10 to 15:00, final at 15:20', () => {
    const session = slotsOf(XSHG, '2026-11-20', 'session')
    expect(session).toContain('03:30')
    expect(session).not.toContain('03:40')
    expect(session).not.toContain('05:00')
    expect(session).toContain('05:10')
    expect(slotsOf(XSHG, '2026-11-20', 'close')).toEqual(['07:20'])
  })

  test('half-days: the day after Thanksgiving closes at 13:00, final at 13:20; Christmas Eve in Sydney at 14:10, 14:30', () => {
    expect(slotsOf(XNYS, '2026-11-27', 'close')).toEqual(['18:20'])
    expect(slotsOf(XNYS, '2026-11-27', 'session').at(-1)).toBe('18:00')
    expect(slotsOf(XASX, '2026-12-24', 'close')).toEqual(['03:30'])
  })

  test('never on a holiday or at a weekend', () => {
    for (const date of ['2026-11-26', '2026-11-21', '2026-11-22'])
      expect(slotsOf(XNYS, date, null)).toHaveLength(144)
  })

  test('past the calendar every weekday counts, with regular hours', () => {
    expect(slotsOf(XSHG, '2027-02-08', 'close')).toEqual(['07:20'])
    expect(slotsOf(XSHG, '2027-02-08', 'session')).toHaveLength(24)
    expect(slotsOf(XSHG, '2027-02-07', null)).toHaveLength(144)
  })
})
