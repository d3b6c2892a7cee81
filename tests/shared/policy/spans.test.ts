import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { spansOf } from '@oreline/shared/domain/policy/spans.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { policyEvent, steps } from '../../support/policy-event.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

const today = day('2026-11-21')

describe('spansOf', () => {
  it('Announcement 62: in force for a month, then paused, unconfirmed after 10 November 2026', () => {
    expect(spansOf(seedEvent('cn-2025-10-09-mofcom-62-technology'), today)).toEqual([
      { from: '2025-10-09', to: '2025-11-07', state: 'effective' },
      { from: '2025-11-07', to: '2026-11-11', state: 'suspended' },
      { from: '2026-11-11', to: null, state: 'suspended', unconfirmed: true },
    ])
  })

  it('knows no end that has not come: Announcement 72, scheduled to end on 27 November 2026', () => {
    expect(spansOf(seedEvent('cn-2025-11-09-mofcom-72-suspension'), today)).toEqual([
      { from: '2025-11-09', to: null, state: 'effective' },
    ])
  })

  it('gives the parts of Announcement 61 after the whole', () => {
    const spans = spansOf(seedEvent('cn-2025-10-09-mofcom-61-extraterritorial'), day('2026-01-01'))
    expect(spans).toEqual([
      { from: '2025-10-09', to: '2025-11-07', state: 'effective' },
      { from: '2025-11-07', to: null, state: 'suspended' },
      { from: '2025-10-09', to: '2025-11-07', state: 'effective', provision: 'chinese-origin' },
      { from: '2025-11-07', to: null, state: 'suspended', provision: 'chinese-origin' },
      { from: '2025-11-07', to: null, state: 'suspended', provision: 'foreign-made' },
    ])
  })

  it('an amendment does not cut a span, an announcement has none', () => {
    const event = policyEvent({
      status_history: steps('2024-01-10 announced', '2024-02-01 effective', '2024-03-01 amended'),
    })
    expect(spansOf(event, today)).toEqual([{ from: '2024-02-01', to: null, state: 'effective' }])
    expect(spansOf(event, day('2024-01-31'))).toEqual([])
  })

  it.each(seedEvents().filter(({ announced_date }) => announced_date >= '2023-01-01'))(
    'is what the state says, day by day: $id',
    (event) => {
      const spans = spansOf(event, today).filter(({ provision }) => provision === undefined)
      const faults: string[] = []
      for (let date = event.announced_date; date <= today; date = addDays(date, 1)) {
        const state = stateAt(event, date)
        const drawn = spans.filter(({ from, to }) => from <= date && (to === null || date < to))
        const inForce = state?.value === 'effective' || state?.value === 'suspended'
        if (drawn.length !== (inForce ? 1 : 0)) faults.push(`${date}: ${drawn.length} spans`)
        if (inForce && (drawn[0]?.state !== state.value || drawn[0].unconfirmed !== state.unconfirmed)) {
          faults.push(`${date}: drawn ${JSON.stringify(drawn[0])}, is ${JSON.stringify(state)}`)
        }
      }
      expect(faults.slice(0, 3)).toEqual([])
    },
  )
})
