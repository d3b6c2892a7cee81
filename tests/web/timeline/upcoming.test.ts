import { describe, expect, it } from 'vitest'
import { sortEvents } from '../../../web/features/timeline/sort-events.ts'
import { upcomingDates } from '../../../web/features/timeline/upcoming.ts'
import { day } from '../../support/brands.ts'
import { steps } from '../../support/policy-event.ts'
import { eventRow } from '../rows.ts'

const paused = (id: string, until: string) =>
  eventRow({
    id,
    announced_date: '2025-11-07',
    status: 'suspended',
    suspended_from: '2025-11-07',
    suspended_until: until,
    status_history: steps('2025-11-07 announced', '2025-11-07 suspended'),
  })

describe('upcomingDates', () => {
  it('the pause to 27 November 2026 lies ahead on the 21st, that to the 10th has passed unconfirmed', () => {
    const { ahead, unconfirmed } = upcomingDates(
      [paused('later', '2026-11-27'), paused('passed', '2026-11-10'), paused('sooner', '2026-11-25')],
      day('2026-11-21'),
    )
    expect(ahead.map(({ event, kind }) => [event.id, kind])).toEqual([
      ['sooner', 'suspension-end'],
      ['later', 'suspension-end'],
    ])
    expect(unconfirmed.map(({ event, date }) => [event.id, date])).toEqual([['passed', '2026-11-10']])
  })
})

describe('sortEvents', () => {
  const events = [
    eventRow({ id: 'a', title: 'Beta', announced_date: '2025-01-01' }),
    eventRow({ id: 'b', title: 'Alpha', announced_date: '2025-03-01' }),
    eventRow({ id: 'c', title: 'Beta', announced_date: '2025-02-01' }),
  ]
  const order = (column: 'date' | 'title', down: boolean) =>
    sortEvents(events, { column, down }).map(({ id }) => String(id))

  it('goes up and down, and among equals has the newest first either way', () => {
    expect(order('date', true)).toEqual(['b', 'c', 'a'])
    expect(order('date', false)).toEqual(['a', 'c', 'b'])
    expect(order('title', false)).toEqual(['b', 'c', 'a'])
    expect(order('title', true)).toEqual(['c', 'a', 'b'])
  })
})
