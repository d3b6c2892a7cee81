import { calendarDatesOf, type CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { calendarMatcher } from '@oreline/shared/domain/policy/calendar-filter.ts'
import { describe, expect, it } from 'vitest'
import { facetOptions } from '../../../web/features/calendar/calendar-facets.ts'
import {
  filterOf,
  readCalendarView,
  writeCalendarView,
} from '../../../web/features/calendar/calendar-view.ts'
import { companyDateDraftOf, readCompanyDate } from '../../../web/features/calendar/company-date-draft.ts'
import { dateGroups, nextDays, passedGroups } from '../../../web/features/calendar/date-groups.ts'
import { distanceWords, whenWords } from '../../../web/features/calendar/date-words.ts'
import { feedAddresses } from '../../../web/features/calendar/feed-addresses.ts'
import { emptyOutcome, outcomesOf, readOutcome } from '../../../web/features/calendar/outcome-draft.ts'
import { ribbonLanes, ribbonMonths, ribbonSpan } from '../../../web/features/calendar/ribbon.ts'
import { day, instant } from '../../support/brands.ts'
import { seedEvents } from '../../support/seed-files.ts'

const today = day('2026-11-21')
const recorded = { recorded_at: instant('2026-11-20T08:00:00.000Z'), revision: 7 }
const dates = seedEvents().flatMap((event) => calendarDatesOf(event, recorded, today))
const dateOf = (id: string): CalendarDate => {
  const found = dates.find((date) => date.id === id)
  if (found === undefined) throw new Error(`no date ${id}`)
  return found
}
const APPLE = 'us-2025-07-15-apple-mp-500m.expected'
const PAUSE = 'cn-2025-11-07-mofcom-70-suspension.end'

describe('the dates of 21 November 2026', () => {
  it('are grouped by when they are over at the latest: 2027 is no date within three months', () => {
    const groups = dateGroups(dates)
    expect(groups[0]).toMatchObject({
      title: 'Within a week',
      dates: [{ date: '2026-11-27' }, { date: '2026-11-27' }],
    })
    expect(groups.at(-1)?.dates.map(({ id }) => id)).toContain(APPLE)
    const listed = [...groups, ...passedGroups(dates)].flatMap((group) => group.dates)
    expect(listed.map(({ id }) => id).toSorted()).toEqual(dates.map(({ id }) => id).toSorted())
  })

  it('are counted down only where the very day is set', () => {
    expect(nextDays(dates, 3).map(({ daysLeft, dates: ofDay }) => [daysLeft, ofDay.length])).toEqual([
      [6, 2],
      [41, 1],
    ])
  })

  it('what passed on one day stands under one heading, the last first', () => {
    expect(passedGroups(dates).map(({ title, dates: ofDay }) => `${title}: ${ofDay.length}`)).toEqual([
      '10 Nov 2026, 11 days ago: 7',
      '9 Nov 2026, 12 days ago: 1',
      '13 Jul 2026, 131 days ago: 1',
      'about 30 Jun 2026, 144 days ago: 1',
      'Apr 2026, 205 days ago: 1',
    ])
  })

  it.each([
    [APPLE, '2027', 'within 13 months'],
    [PAUSE, '10 Nov 2026', '11 days ago'],
    ['cn-2025-11-09-mofcom-72-suspension.end', '27 Nov 2026', 'in 6 days'],
    ['au-2026-01-12-strategic-reserve-minerals.expected', 'about 31 Dec 2026', 'in about 40 days'],
  ])('%s reads “%s”, “%s”', (id, when, distance) => {
    expect([whenWords(dateOf(id)), distanceWords(dateOf(id))]).toEqual([when, distance])
  })
})

describe('the ribbon', () => {
  const span = ribbonSpan(today)

  it('begins with the month that is, and shows thirteen', () => {
    expect(span).toMatchObject({ from: '2026-11-01', to: '2027-11-30', days: 395 })
    expect(ribbonMonths(span).map(({ label }) => label)).toEqual(
      'Nov 2026,Dec,Jan 2027,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov'.split(','),
    )
  })

  it('draws a year over its days and not as one, and what is alike as one mark with its number', () => {
    const marks = ribbonLanes(dates, span, 5).flatMap((lane) => lane.marks)
    expect(marks.find(({ date }) => date.id === APPLE)).toMatchObject({ place: 61, width: 334, goesOn: true })
    expect(marks.find(({ all }) => all.length === 5)?.date).toMatchObject({
      kind: 'suspension-end',
      date: '2026-11-10',
    })
    expect(marks.flatMap(({ all }) => all)).toHaveLength(
      dates.filter(({ date, last_day: last }) => last >= span.from && date <= span.to).length,
    )
  })

  it('no two marks of a row come nearer than asked', () => {
    const gaps = ribbonLanes(dates, span, 5).flatMap(({ marks }) =>
      marks.flatMap((mark, place) => {
        const before = marks.slice(0, place).findLast(({ row }) => row === mark.row)
        return before === undefined ? [] : [mark.place - before.place - before.width]
      }),
    )
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5)
  })
})

describe('the filters', () => {
  it('stand in the address and in what is subscribed to', () => {
    const search = { jurisdiction: 'CN,US', about: 'policy', ticker: 'LYC.AX' }
    const { values: view, unreadable } = readCalendarView(search)
    expect(unreadable).toEqual([])
    expect(writeCalendarView(view)).toMatchObject(search)
    expect(feedAddresses('http://localhost:4600', filterOf(view), 7)).toEqual({
      calendar:
        'http://localhost:4600/calendar.ics?jurisdiction=CN,US&ticker=LYC.AX&kind=effective,provision-effective,end,suspension-end,expected&alarm=7',
      webcal:
        'webcal://localhost:4600/calendar.ics?jurisdiction=CN,US&ticker=LYC.AX&kind=effective,provision-effective,end,suspension-end,expected&alarm=7',
      feed: 'http://localhost:4600/feed.atom?jurisdiction=CN,US&ticker=LYC.AX',
    })
    expect(readCalendarView({ element: 'Xx' }).unreadable).toEqual(['element'])
  })

  it('say how many dates each name would leave', () => {
    const { values: view } = readCalendarView({ instrument: 'export-control' })
    for (const { name, count } of facetOptions('jurisdiction', dates, view)) {
      const chosen = { ...view, jurisdiction: [name] }
      expect(dates.filter(calendarMatcher(filterOf(chosen)))).toHaveLength(count)
    }
  })
})

describe('a form', () => {
  const reason = {
    by: 'Ada',
    why: 'The ministry said so.',
    sources: [{ key: 0, name: 'MOFCOM', url: 'https://example.org/a', date: '2026-11-10' }],
    one_source_because: 'the official text',
  }

  it('for an outcome sends what fits the kind of date, and names what is missing', () => {
    const date = dateOf(PAUSE)
    expect(outcomesOf(date)).toEqual(['ended', 'extended', 'revoked', 'superseded'])
    const draft = { ...emptyOutcome(date, 'Ada'), note: 'Extended.', until: '2027-11-10', reason }
    expect(readOutcome(draft, date)).toMatchObject({
      kind: 'ready',
      body: { what: 'ended', until: null, base: 7 },
    })
    expect(readOutcome({ ...draft, what: 'extended' }, date)).toMatchObject({ body: { until: '2027-11-10' } })
    const faulty = readOutcome(
      { ...draft, what: 'superseded', note: '', reason: { ...reason, by: '' } },
      date,
    )
    expect(faulty.kind === 'faulty' ? Object.keys(faulty.errors).toSorted() : []).toEqual([
      'by',
      'note',
      'reason.by',
    ])
  })

  it('for a company’s date starts from what is recorded, and can take it back', () => {
    const date: CalendarDate = { ...dateOf(PAUSE), basis: 'announced', precision: 'day', note: null }
    const draft = { ...companyDateDraftOf(date, 'Ada'), reason }
    expect(readCompanyDate(draft, date)).toMatchObject({ kind: 'put', body: { date: '2026-11-10', base: 7 } })
    expect(readCompanyDate({ ...draft, takeBack: true }, date)).toMatchObject({
      kind: 'remove',
      body: { base: 7 },
    })
    expect(readCompanyDate({ ...draft, date: '' }, date)).toMatchObject({
      kind: 'faulty',
      errors: { date: 'A day' },
    })
  })
})
