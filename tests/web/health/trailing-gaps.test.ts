import { describe, expect, test } from 'vitest'
import { sortGaps } from '../../../web/features/health/trailing-gaps.ts'
import { gapTroubles } from '../../../web/features/health/day-troubles.ts'
import { day } from '../../support/brands.ts'
import { gapRow as aGap, seriesRow } from '../rows.ts'

const gapRow = (name: string, date: string) => aGap({ ticker: name, date })
const series = [
  seriesRow({ ticker: 'MP', newest_session: day('2026-11-20') }),
  seriesRow({ ticker: 'LYC.AX', newest_session: day('2026-01-02'), state: 'stale' }),
]
const since = ['2026-01-05', '2026-01-06', '2026-01-07'].map((date) => gapRow('LYC.AX', date))

describe('sessions without a price', () => {
  test('after the end of a series are one fact, holes within it stay', () => {
    const hole = gapRow('LYC.AX', '2025-10-24')
    const other = gapRow('MP', '2026-11-18')
    const { ended, rest } = sortGaps([other, ...since, hole], series)
    expect(ended).toEqual([{ ticker: 'LYC.AX', since: '2026-01-02', sessions: 3 }])
    expect(rest).toEqual([other, hole])
  })

  test('of the last two sessions may only be late, and halts are never an end', () => {
    const late = since.slice(0, 2)
    const halts = since.map((row) => ({ ...row, kind: 'halt' as const }))
    for (const rows of [late, halts]) expect(sortGaps(rows, series)).toEqual({ ended: [], rest: rows })
  })

  test('after the end of a series are told by its age, not by each day', () => {
    const recent = { daysFrom: day('2026-01-01'), sessionsFrom: () => day('2026-01-01') }
    expect(gapTroubles(since, series, recent)).toEqual([])
    expect(gapTroubles([gapRow('MP', '2026-11-18')], series, recent)).toHaveLength(1)
  })
})
