import { describe, expect, it } from 'vitest'
import { eventMarks } from '../../../web/charts/event-mark.ts'
import { markDate, markLabel, markOccasion } from '../../../web/charts/mark-text.ts'
import { DAY_MS, dayMs } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'
import { TODAY, catalogueAt, eventOf } from './timeline-parts.ts'

const events = catalogueAt(TODAY)
const marksOf = (id: string) => eventMarks([eventOf(events, id)], TODAY)

describe('event marks', () => {
  it('gives every event of the catalogue one announcement, in order of time', () => {
    const marks = eventMarks(events, TODAY)
    expect(marks.filter(({ role }) => role === 'announced')).toHaveLength(events.length)
    expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length)
  })

  it('marks the end of the pause of Announcement 61 as passed without an outcome, the day it passed', () => {
    const [announced, ended] = marksOf('cn-2025-10-09-mofcom-61-extraterritorial')
    expect(announced?.role).toBe('announced')
    expect([ended?.role, ended?.date]).toEqual(['unconfirmed', '2026-11-10'])
    expect(ended === undefined ? null : markOccasion(ended)).toContain('outcome unconfirmed')
  })

  it('marks 27 November 2026 as scheduled while it lies ahead', () => {
    const marks = marksOf('cn-2025-11-09-mofcom-72-suspension')
    expect(marks.map(({ role, date }) => `${role} ${date}`)).toEqual([
      'announced 2025-11-09',
      'scheduled 2026-11-27',
    ])
  })

  it('stands for several scheduled dates of one event on one day once', () => {
    const ids = eventMarks(events, TODAY).map(({ id }) => id)
    expect(ids.filter((id) => id.startsWith('us-cn-2025-10-30-busan-truce:unconfirmed'))).toHaveLength(1)
  })

  it('stretches a month over the month and stands in its middle, never on its first day', () => {
    const month = eventMarks(events, TODAY).find(
      ({ role, precision }) => role === 'announced' && precision === 'month',
    )
    if (month === undefined) throw new Error('the catalogue has months')
    expect(month.to - month.from).toBeGreaterThanOrEqual(28 * DAY_MS)
    expect(month.at).toBeGreaterThan(dayMs(month.date) + 13 * DAY_MS)
    expect(markDate(month)).toMatch(/^[A-Z][a-z]{2} \d{4}$/)
  })

  it('says date, place, title and state in one sentence', () => {
    const [announced] = marksOf('cn-2025-11-07-mofcom-70-suspension')
    if (announced === undefined) throw new Error('it was announced')
    expect(markLabel(announced, TODAY)).toMatch(
      /^7 Nov 2025\. China\. .+\. In force since 7 Nov 2025, end date 10 Nov 2026 passed, outcome unconfirmed$/,
    )
  })

  it('knows nothing of what was announced later', () => {
    const then = day('2025-11-01')
    const mark = eventMarks([eventOf(catalogueAt(then), 'cn-2025-10-09-mofcom-56-equipment')], then)
    expect(mark.some(({ role }) => role === 'unconfirmed')).toBe(false)
  })
})
