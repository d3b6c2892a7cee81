import { floorsOf } from '@oreline/shared/domain/floor/floor.ts'
import { countsOn, gapDays } from '@oreline/shared/domain/floor/gap.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import catalogue from '../../../migrations/seed/policy-events.json' with { type: 'json' }

const day = (text: string) => isoDateSchema.parse(text)
const events = policyEventsSchema.parse(catalogue)

describe('floors of the catalogue', () => {
  it('are the two that state a figure, with the days they count for', () => {
    expect(floorsOf(events, day('2026-11-21'))).toMatchObject([
      {
        event_id: 'us-2025-07-10-dod-mp-price-floor',
        value: 110,
        from: '2025-10-01',
        to: null,
        term: 'ten years',
        state: { value: 'effective', since: '2025-10-01' },
      },
      { event_id: 'jp-2026-03-10-jare-lynas-2038-floor', value: 110, from: '2026-03-10', to: '2038-12-31' },
    ])
  })

  it('have no state before they were public', () => {
    const [first, second] = floorsOf(events, day('2025-08-01'))
    expect(first?.state).toMatchObject({ value: 'announced' })
    expect(second?.state).toBeNull()
  })
})

describe('the gap to a floor', () => {
  const floor = { value: 110, from: day('2025-10-01'), to: day('2025-10-03') }

  it('is floor minus price, negative above it, absent where there is no price', () => {
    const points = [
      { date: day('2025-10-01'), value: 63 },
      { date: day('2025-10-02'), value: null },
      { date: day('2025-10-03'), value: 123 },
    ]
    expect(gapDays(floor, points).map(({ gap }) => gap)).toEqual([47, null, -13])
  })

  it('counts for its first and last day, and no other', () => {
    const days = ['2025-09-30', '2025-10-01', '2025-10-03', '2025-10-04'].map(day)
    expect(days.map((date) => countsOn(floor, date))).toEqual([false, true, true, false])
    expect(countsOn({ ...floor, to: null }, day('2035-01-01'))).toBe(true)
  })
})
