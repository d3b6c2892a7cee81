import { tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { policyEventMatcher } from '@oreline/shared/domain/policy/filter.ts'
import type { PolicyEventFilter } from '@oreline/shared/domain/policy/filter.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { seedEvents } from '../../support/seed-files.ts'

const events = seedEvents()
const matching = (filter: PolicyEventFilter, at = '2026-11-21') =>
  events.filter(policyEventMatcher(filter, day(at)))

describe('policyEventMatcher', () => {
  it('hides background events unless asked (7 of 164)', () => {
    expect(matching({})).toHaveLength(157)
    expect(matching({ context: false })).toHaveLength(157)
    expect(matching({ context: true })).toHaveLength(164)
  })

  it('counts as the notes of the catalogue count (jurisdictions, instruments, exposures)', () => {
    expect(matching({ context: true, jurisdiction: ['CN'] })).toHaveLength(46)
    expect(matching({ context: true, jurisdiction: ['CN', 'MY'] })).toHaveLength(55)
    expect(matching({ context: true, instrument: ['price-floor'] })).toHaveLength(2)
    expect(matching({ context: true, ticker: [tickerSchema.parse('UUUU')] })).toHaveLength(61)
  })

  it('lists narrow each other, names within a list widen it', () => {
    const both = matching({ jurisdiction: ['CN'], instrument: ['export-control'], element: ['Sm', 'Ho'] })
    expect(both.length).toBeGreaterThan(0)
    for (const event of both) {
      expect(event).toMatchObject({ jurisdiction: 'CN', instrument_type: 'export-control' })
      expect(event.elements.some((element) => element === 'Sm' || element === 'Ho')).toBe(true)
    }
    expect(matching({ stage: [] })).toEqual([])
  })

  it('reads the status on the day asked for', () => {
    const suspended = (at: string) =>
      matching({ context: true, status: ['suspended'] }, at).map(({ id }) => id as string)
    expect(suspended('2025-11-06')).toEqual([])
    expect(suspended('2025-11-08')).toHaveLength(5)
    expect(suspended('2026-11-21')).toHaveLength(7)
    expect(matching({ status: ['announced'] }, '2001-01-01')).toEqual([])
  })

  it('bounds the day of announcement, both ends inclusive', () => {
    const found = matching({ context: true, from: day('2025-10-09'), to: day('2025-10-09') })
    expect(found).toHaveLength(5)
    expect(matching({ from: day('2025-10-10'), to: day('2025-10-09') })).toEqual([])
  })
})
