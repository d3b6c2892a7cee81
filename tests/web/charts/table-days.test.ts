import { describe, expect, it } from 'vitest'
import { tableDays } from '../../../web/charts/table-days.ts'
import { DAY_MS, dayAt, windowOf } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'

const days = Array.from({ length: 9_000 }, (_, place) => Date.UTC(2002, 0, 1) + place * DAY_MS)
const rowsOf = (from: string, to: string) => tableDays(days, windowOf({ from: day(from), to: day(to) }))

describe('days of the table', () => {
  it('shows every session of two months', () => {
    const { days: rows, per } = rowsOf('2025-10-01', '2025-11-30')
    expect([per, rows.length]).toEqual(['session', 61])
  })

  it('shows the last session of each month of three years, the running one included', () => {
    const { days: rows, per } = rowsOf('2023-01-01', '2025-12-10')
    expect([per, rows.length]).toEqual(['month', 36])
    expect([dayAt(rows[0] ?? 0), dayAt(rows.at(-1) ?? 0)]).toEqual(['2023-01-31', '2025-12-10'])
  })

  it('shows the last session of each year of a quarter of a century', () => {
    expect(rowsOf('2002-01-01', '2026-08-01').per).toBe('year')
  })
})
