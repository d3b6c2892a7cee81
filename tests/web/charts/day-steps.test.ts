import { describe, expect, it } from 'vitest'
import { dayAfterKey, stepDays } from '../../../web/charts/day-steps.ts'
import { createDayDraft } from '../../../web/charts/state-day.ts'
import { day } from '../../support/brands.ts'
import { steps } from '../../support/policy-event.ts'
import { eventRow } from '../rows.ts'

const reach = { from: day('2020-01-02'), to: day('2027-01-15') }
const stepsAt = [day('2025-10-09'), day('2025-11-07')]
const press = (key: string, from: string, shiftKey = false) =>
  dayAfterKey({ key, shiftKey }, day(from), { reach, steps: stepsAt })

describe('the keys of the day', () => {
  it.each([
    ['ArrowRight', '2025-12-01', '2025-12-02'],
    ['ArrowUp', '2025-12-31', '2026-01-01'],
    ['ArrowLeft', '2026-03-01', '2026-02-28'],
    ['ArrowDown', '2025-12-01', '2025-11-30'],
    ['PageUp', '2026-01-31', '2026-02-28'],
    ['PageDown', '2025-12-01', '2025-11-01'],
    ['Home', '2025-12-01', '2020-01-02'],
    ['End', '2025-12-01', '2027-01-15'],
    ['PageDown', '2020-01-15', '2020-01-02'],
    ['ArrowRight', '2027-01-15', '2027-01-15'],
  ])('%s from %s leads to %s', (key, from, to) => expect(press(key, from)).toBe(to))

  it('with Shift go from step to step, and stay at the last', () => {
    expect(press('ArrowRight', '2025-10-09', true)).toBe('2025-11-07')
    expect(press('ArrowLeft', '2025-11-07', true)).toBe('2025-10-09')
    expect(press('ArrowRight', '2025-11-07', true)).toBe('2025-11-07')
  })

  it('are these alone', () => expect(press('a', '2025-12-01')).toBeNull())
})

describe('stepDays', () => {
  it('each once, ascending, from the announcement on, without those whose day is unknown', () => {
    const event = eventRow({
      announced_date: '2024-01-10',
      status_history: steps(
        '2024-01-01 effective',
        '2024-01-10 announced',
        '2024-03-01 suspended',
        '? expired',
      ),
    })
    expect(stepDays([event, eventRow({ announced_date: '2023-05-01' })])).toEqual([
      '2023-05-01',
      '2024-01-10',
      '2024-03-01',
    ])
  })
})

describe('the day while it is dragged', () => {
  it('tells who listens, once per day', () => {
    const draft = createDayDraft()
    let told = 0
    const stop = draft.subscribe(() => (told += 1))
    const moved = (date: string) => draft.set({ since: day('2026-11-21'), day: day(date) })
    moved('2025-12-01')
    moved('2025-12-01')
    moved('2025-12-02')
    expect([told, draft.get()?.day]).toEqual([2, '2025-12-02'])
    stop()
    draft.set(null)
    expect([told, draft.get()]).toEqual([2, null])
  })
})
