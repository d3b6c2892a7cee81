import { spansOf } from '@oreline/shared/domain/policy/spans.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { policyEvent, steps } from '../../support/policy-event.ts'
import { seedEvent } from '../../support/seed-files.ts'

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
})
