import { buildAdjuster, type StoredBar } from '@oreline/shared/domain/prices/adjust.ts'
import { adjustingActions, type StoredAction } from '@oreline/shared/domain/prices/adjusting-actions.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../../support/brands.ts'

const newYork = { timezone: timeZoneSchema.parse('America/New_York'), currency: 'USD' }
const early = instant('2026-06-01T20:30:00.000Z')
const late = instant('2026-06-20T20:30:00.000Z')

const dividend = (more: Partial<StoredAction> = {}): StoredAction => ({
  kind: 'dividend',
  exDate: day('2026-05-15'),
  amount: 2,
  currency: 'USD',
  numerator: null,
  denominator: null,
  recordedAt: early,
  before: { date: day('2026-05-14'), close: 100, basis: 'splits', recordedAt: early },
  ...more,
})
const tenForOne: StoredAction = {
  ...dividend({ kind: 'split', exDate: day('2026-06-10'), amount: null, currency: null, before: null }),
  numerator: 10,
  denominator: 1,
}
const bar = (recordedAt: StoredBar['recordedAt'], close: number): StoredBar => ({
  date: day('2026-05-14'),
  open: null,
  high: null,
  low: null,
  close,
  adjClose: null,
  volume: null,
  basis: 'splits',
  flags: [],
  recordedAt,
})

describe('2 USD paid on 100, and ten for one on 2026-06-10 in New York', () => {
  test('is 98 % whether the bar, the close before and the dividend were stored before the split or after it', () => {
    for (const told of [
      [dividend()],
      [dividend({ amount: 0.2, recordedAt: late })],
      [dividend({ before: { date: day('2026-05-14'), close: 10, basis: 'splits', recordedAt: late } })],
      [dividend({ before: { date: day('2026-05-14'), close: 100, basis: 'raw', recordedAt: late } })],
    ])
      for (const [stored, close] of [
        [early, 100],
        [late, 10],
      ] as const) {
        const adjust = buildAdjuster('splits', adjustingActions([...told, tenForOne], newYork))
        expect(adjust(bar(stored, close)).adjClose).toBeCloseTo(9.8, 10)
      }
  })

  test('in another currency, or on a close nobody knows, is not computed with', () => {
    for (const told of [dividend({ currency: 'EUR' }), dividend({ before: null })]) {
      const adjust = buildAdjuster('splits', adjustingActions([told], newYork))
      expect(adjust(bar(early, 100))).toMatchObject({ close: 100, adjClose: null })
    }
  })
})
