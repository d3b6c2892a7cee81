import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { describe, expect, it } from 'vitest'
import { reachableDays, shownDays } from '../../../web/features/timeline/shown-days.ts'
import { readView } from '../../../web/features/timeline/view.ts'
import { day } from '../../support/brands.ts'
import { instrumentRow } from '../rows.ts'

const today = day('2026-11-21')
const reachable = { from: day('2020-01-02'), to: day('2027-01-15') }
const shown = (search: Record<string, string>) => shownDays(readView(search).view, reachable, today)

describe('reachableDays', () => {
  const held = (first: string | null): InstrumentRow => instrumentRow({ first_date: first })

  it('begin at the first bar of any line and end a fortnight after the last scheduled date', () => {
    const scheduled = [day('2026-11-27'), day('2027-01-01')]
    expect(reachableDays([held('2024-01-02'), held('2020-11-18'), held(null)], scheduled, today)).toEqual({
      from: '2020-11-18',
      to: '2027-01-15',
    })
  })

  it('do not reach for a date years ahead, nor for one that has passed', () => {
    const scheduled = [day('2025-01-01'), day('2038-12-31')]
    expect(reachableDays([held('2024-01-02')], scheduled, today).to).toBe('2026-12-05')
  })

  it('of a past before the first bar are the year before it, never days that run backwards', () => {
    const days = reachableDays([held('2024-01-02')], [], day('2019-06-01'))
    expect(days).toEqual({ from: '2018-06-01', to: '2019-06-15' })
  })

  it('are the last year while nothing is held', () => {
    expect(reachableDays([held(null)], [], today)).toEqual({ from: '2025-11-21', to: '2026-12-05' })
  })
})

describe('shownDays', () => {
  it.each([
    ['1m', '2026-10-21', '2026-12-05'],
    ['3m', '2026-08-21', '2026-12-05'],
    ['6m', '2026-05-21', '2026-12-09'],
    ['ytd', '2026-01-01', '2026-12-23'],
    ['1y', '2025-11-21', '2026-12-28'],
    ['3y', '2023-11-21', '2027-01-15'],
    ['max', '2020-01-02', '2027-01-15'],
  ])(
    '%s: from %s to %s, a tenth of its length ahead but no further than can be reached',
    (range, from, to) => {
      expect(shown({ range })).toEqual({ from, to })
    },
  )

  it('on the last of a long month goes back to the last of a short one', () => {
    expect(shownDays(readView({ range: '1m' }).view, reachable, day('2026-03-31')).from).toBe('2026-02-28')
  })

  it('take the reader’s own days, and what can be reached where one is missing', () => {
    expect(shown({ from: '2025-04-01', to: '2025-04-30', range: '1m' })).toEqual({
      from: '2025-04-01',
      to: '2025-04-30',
    })
    expect(shown({ from: '2025-04-01' })).toEqual({ from: '2025-04-01', to: '2027-01-15' })
    expect(shown({ to: '2020-06-30' })).toEqual({ from: '2020-01-02', to: '2020-06-30' })
  })

  it('are cut to what can be reached', () => {
    expect(shown({ from: '1999-01-01', to: '2040-01-01' })).toEqual(reachable)
    expect(shown({ from: '2001-01-01', to: '2002-01-01' })).toEqual(reachable)
  })
})
