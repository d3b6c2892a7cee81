import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, windowOf } from '../../../web/charts/time-scale.ts'
import { timeTicks } from '../../../web/charts/time-ticks.ts'
import { day } from '../../support/brands.ts'

const ticksOf = (from: string, to: string, width: number) =>
  timeTicks({ window: windowOf({ from: day(from), to: day(to) }), left: 0, width }, 54)
const labelsOf = (from: string, to: string, width: number) =>
  ticksOf(from, to, width).map(({ label }) => label)

describe('time ticks', () => {
  it('names days within a fortnight, the first with its year', () => {
    expect(labelsOf('2025-11-01', '2025-11-14', 900).slice(0, 3)).toEqual(['1 Nov 2025', '2 Nov', '3 Nov'])
  })

  it('names Mondays within a quarter', () => {
    expect(labelsOf('2025-10-01', '2025-12-31', 900).slice(0, 3)).toEqual(['6 Oct 2025', '13 Oct', '20 Oct'])
  })

  it('names months within a year, and January by its year', () => {
    expect(labelsOf('2025-10-15', '2026-04-15', 500)).toEqual([
      'Nov 2025',
      'Dec',
      '2026',
      'Feb',
      'Mar',
      'Apr',
    ])
  })

  it('names quarters within three years', () => {
    expect(labelsOf('2024-01-02', '2026-11-30', 900).slice(0, 5)).toEqual([
      'Apr 2024',
      'Jul',
      'Oct',
      '2025',
      'Apr',
    ])
  })

  it('names every second year of a quarter of a century', () => {
    expect(labelsOf('2002-01-01', '2026-12-31', 900).slice(0, 3)).toEqual(['2002', '2004', '2006'])
  })

  it('puts the year on the first tick unless the next begins one', () => {
    expect(labelsOf('2025-12-20', '2026-01-02', 900)[0]).toBe('20 Dec 2025')
    expect(labelsOf('2025-11-20', '2026-06-30', 500).slice(0, 2)).toEqual(['Dec', '2026'])
  })

  it('keeps its ticks in the window, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 14, max: 10_000 }),
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 200, max: 1_600 }),
        (days, start, width) => {
          const from = Date.UTC(2002, 0, 1) + start * DAY_MS
          const window = { from, to: from + days * DAY_MS }
          const ticks = timeTicks({ window, left: 10, width }, 54)
          for (const { ms, x } of ticks) {
            expect(ms >= window.from && ms < window.to).toBe(true)
            expect(x >= 10 && x <= 10 + width).toBe(true)
          }
          ticks.slice(1).forEach(({ x }, place) => expect(x - (ticks[place]?.x ?? 0)).toBeGreaterThan(45))
        },
      ),
    )
  })
})
