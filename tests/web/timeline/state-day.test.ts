import { describe, expect, it } from 'vitest'
import {
  dayTold,
  firstRecord,
  joinedOn,
  joinRefusal,
  movedTo,
  parted,
  reachOf,
  type TimesShown,
} from '../../../web/features/timeline/state-day.ts'
import { stateSummary, summaryText } from '../../../web/features/timeline/state-summary.ts'
import { day, instant } from '../../support/brands.ts'
import { catalogueAt } from '../charts/timeline-parts.ts'
import { eventRow } from '../rows.ts'

const now = instant('2026-11-21T15:00:00.000Z')
const then = instant('2026-11-18T23:59:59Z')
const known: TimesShown = { at: null, asOf: null, now, since: day('2026-11-10') }
const reachable = { from: day('2020-01-02'), to: day('2027-01-15') }

describe('world time alone', () => {
  it('is today until another day is asked for, and leaves the address when it is today again', () => {
    expect(dayTold(known)).toBe('2026-11-21')
    expect(dayTold({ ...known, at: day('2025-12-01') })).toBe('2025-12-01')
    expect(movedTo(day('2025-12-01'), known)).toEqual({ at: '2025-12-01' })
    expect(movedTo(day('2026-11-21'), { ...known, at: day('2025-12-01') })).toEqual({ at: null })
  })

  it('reaches from the first announcement to the last day of the chart', () => {
    const old = eventRow({ announced_date: '2010-07-08' })
    expect(reachOf(known, reachable, [old])).toEqual({ from: '2010-07-08', to: '2027-01-15' })
    expect(reachOf(known, reachable, [])).toEqual(reachable)
  })
})

describe('the store of that day with it', () => {
  const joinedThen = { ...known, asOf: then }

  it('is that of the end of the day, of today that of this moment', () => {
    expect(joinedOn(day('2026-11-18'), known)).toEqual({ as_of: then, at: null })
    expect(joinedOn(day('2026-11-21'), known)).toEqual({ as_of: now, at: null })
  })

  it('moves both, within what is stored, and parts on the same day', () => {
    expect(movedTo(day('2026-11-12'), joinedThen)).toEqual({ as_of: '2026-11-12T23:59:59Z', at: null })
    expect(reachOf(joinedThen, reachable, [])).toEqual({ from: '2026-11-10', to: '2026-11-21' })
    expect(parted(joinedThen)).toEqual({ as_of: null, at: '2026-11-18' })
    expect(parted({ ...known, asOf: instant('2026-11-21T10:00:00Z') })).toEqual({ as_of: null, at: null })
  })

  it('stays where it is when an address asks it about another day: only that day moves', () => {
    const both = { ...joinedThen, at: day('2025-12-01') }
    expect(movedTo(day('2025-12-02'), both)).toEqual({ at: '2025-12-02' })
    expect(movedTo(day('2026-11-18'), both)).toEqual({ at: null })
    expect(reachOf(both, reachable, [])).toEqual(reachable)
  })

  it('is refused before the first record and after today', () => {
    expect(joinRefusal(day('2026-11-10'), known)).toBeNull()
    expect(joinRefusal(day('2026-11-09'), known)).toBe('before')
    expect(joinRefusal(day('2026-11-22'), known)).toBe('ahead')
    expect(joinRefusal(day('2026-11-21'), { ...known, since: null })).toBe('before')
    expect(firstRecord([eventRow({})])).toBe('2026-11-21')
    expect(firstRecord([])).toBeNull()
  })
})

describe('stateSummary', () => {
  const catalogue = catalogueAt(day('2026-11-21'))

  it('answers what was in force on 1 December 2025, whatever day the rows are of', () => {
    const summary = stateSummary(catalogue, day('2025-12-01'))
    expect(summaryText(summary)).toBe(
      '13 announced, 86 in force, 7 suspended, 12 expired, 20 superseded, 6 of them unconfirmed, 26 not yet public',
    )
    const { counts, notPublic } = summary
    expect(counts.reduce((sum, { count }) => sum + count, notPublic)).toBe(catalogue.length)
  })

  it('knows of nothing before the first announcement', () => {
    expect(stateSummary(catalogue, day('2001-12-31'))).toEqual({
      counts: [],
      unconfirmed: 0,
      notPublic: catalogue.length,
    })
    expect(summaryText(stateSummary([], day('2025-12-01')))).toBe('no events')
  })
})
