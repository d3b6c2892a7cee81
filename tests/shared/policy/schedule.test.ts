import { scheduledDates } from '@oreline/shared/domain/policy/schedule.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { policyEvent, steps } from '../../support/policy-event.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

const today = day('2026-11-21')

describe('scheduledDates on 21 November 2026', () => {
  const dated = seedEvents().flatMap((event) =>
    scheduledDates(event, today).map((scheduled) => ({ id: event.id, ...scheduled })),
  )

  it('the events with a date passed without an outcome are exactly those the catalogue marks for review', () => {
    const passed = dated.filter(({ passedUnconfirmed }) => passedUnconfirmed).map(({ id }) => id)
    const marked = seedEvents().filter((event) => event.review_needed)
    expect([...new Set(passed)].toSorted()).toEqual(marked.map(({ id }) => id as string).toSorted())
    expect(marked).toHaveLength(11)
  })

  it('10 November 2026 has passed for Announcement 70, its truce and the paused announcements', () => {
    const passed = dated.filter(({ date, passedUnconfirmed }) => date === '2026-11-10' && passedUnconfirmed)
    expect(passed.map(({ id }) => id).toSorted()).toEqual([
      'cn-2025-10-09-mofcom-55-58-nonrare',
      'cn-2025-10-09-mofcom-56-equipment',
      'cn-2025-10-09-mofcom-57-five-elements',
      'cn-2025-10-09-mofcom-61-extraterritorial',
      'cn-2025-10-09-mofcom-62-technology',
      'cn-2025-11-07-mofcom-70-suspension',
      'us-cn-2025-10-30-busan-truce',
    ])
  })

  it('27 November 2026 lies ahead: the end of Announcement 72 and of the pause it brought', () => {
    const ahead = dated.filter(({ date }) => date === '2026-11-27')
    expect(ahead.map(({ id, kind, passedUnconfirmed }) => [id, kind, passedUnconfirmed])).toEqual([
      ['cn-2024-12-03-us-ban-gallium-germanium-antimony', 'suspension-end', false],
      ['cn-2025-11-09-mofcom-72-suspension', 'end', false],
    ])
  })

  it('a planned start that a pause overtook is not listed (Announcement 57, 8 November 2025)', () => {
    const event = seedEvent('cn-2025-10-09-mofcom-57-five-elements')
    expect(scheduledDates(event, today).map(({ kind }) => kind)).toEqual(['suspension-end'])
    expect(scheduledDates(event, day('2025-10-20'))).toMatchObject([{ kind: 'expected', date: '2025-11-08' }])
  })

  it('a promise on the day of a start explains it instead of standing beside it', () => {
    expect(scheduledDates(seedEvent('us-2024-05-30-dfars-mine-to-magnet-rule'), today)).toEqual([
      {
        date: '2027-01-01',
        kind: 'effective',
        provision: null,
        precision: 'day',
        note: 'mine-to-magnet restriction starts',
        passedUnconfirmed: false,
      },
    ])
  })

  it('a later start of a part is listed until a pause overtakes it (Announcement 61)', () => {
    const event = seedEvent('cn-2025-10-09-mofcom-61-extraterritorial')
    expect(scheduledDates(event, day('2025-10-20'))).toContainEqual(
      expect.objectContaining({
        date: '2025-12-01',
        kind: 'provision-effective',
        provision: 'foreign-made',
      }),
    )
    expect(scheduledDates(event, day('2025-11-20')).map(({ kind }) => kind)).toEqual(['suspension-end'])
  })
})

describe('scheduledDates', () => {
  it('reads how exact a promised date is from its note, for every note of the catalogue', () => {
    const notes = seedEvents().flatMap((event) =>
      scheduledDates(event, day(event.announced_date))
        .filter(({ kind }) => kind === 'expected')
        .map(({ note, precision }) => `${precision}: ${note}`),
    )
    expect([...new Set(notes)].toSorted()).toEqual([
      'approximate: Dy and Tb production expected late 2026',
      'approximate: commercial heavy oxides expected by late 2026 (Q4)',
      'approximate: commissioning about Q1 2029',
      'approximate: implementation expected in late June 2026; completion not seen',
      'approximate: operational by the end of 2026',
      'approximate: radioactive residue production must have ended (about five years in)',
      'day: 180-day negotiating period ends; tariffs or minimum prices possible',
      'day: first step of the 45X mineral credit phase-out',
      'day: planned start, never applied',
      'day: planned start; suspended before it applied',
      'month: first production planned from April 2026 (month)',
      'year: 10X commissioning expected in 2028 (year only)',
      'year: commissioning from 2028 (year only)',
      'year: magnet shipments expected to begin in 2027 (year only)',
    ])
  })

  it('a month or a year has passed only when it is over', () => {
    const monthly = policyEvent({ expected_date: '2024-04-01', expected_note: 'from April 2024 (month)' })
    expect(scheduledDates(monthly, day('2024-04-30'))).toMatchObject([{ passedUnconfirmed: false }])
    expect(scheduledDates(monthly, day('2024-05-01'))).toMatchObject([{ passedUnconfirmed: true }])
    const yearly = policyEvent({ expected_date: '2024-01-01', expected_note: 'in 2024 (year only)' })
    expect(scheduledDates(yearly, day('2024-12-31'))).toMatchObject([{ passedUnconfirmed: false }])
    expect(scheduledDates(yearly, day('2025-01-01'))).toMatchObject([{ passedUnconfirmed: true }])
  })

  it('a last day has passed from the day after it', () => {
    const event = policyEvent({ end_date: '2024-06-30' })
    expect(scheduledDates(event, day('2024-06-30'))).toMatchObject([{ passedUnconfirmed: false }])
    expect(scheduledDates(event, day('2024-07-01'))).toMatchObject([{ passedUnconfirmed: true }])
  })

  it('a step on or after a promised day is its outcome; a start without its step has passed', () => {
    const promised = policyEvent({
      effective_date: '2024-03-02',
      expected_date: '2024-03-01',
      status_history: steps('2024-01-10 announced', '2024-03-02 effective'),
    })
    expect(scheduledDates(promised, day('2024-03-01')).map(({ kind }) => kind)).toEqual([
      'expected',
      'effective',
    ])
    expect(scheduledDates(promised, day('2024-03-03'))).toEqual([])
    const unheard = policyEvent({ effective_date: '2024-03-02' })
    expect(scheduledDates(unheard, day('2024-03-03'))).toMatchObject([
      { kind: 'effective', passedUnconfirmed: true },
    ])
  })

  it('says nothing before the announcement and after the act is over', () => {
    const event = policyEvent({
      end_date: '2024-12-31',
      status_history: steps('2024-01-10 announced', '2024-12-31 expired'),
    })
    expect(scheduledDates(event, day('2024-01-09'))).toEqual([])
    expect(scheduledDates(event, day('2024-12-30'))).toMatchObject([{ kind: 'end' }])
    expect(scheduledDates(event, day('2024-12-31'))).toEqual([])
  })

  it('an end brought by a court was not scheduled (reciprocal tariffs, 20 February 2026)', () => {
    expect(scheduledDates(seedEvent('us-2025-04-02-reciprocal-tariffs'), day('2025-06-01'))).toEqual([])
  })
})
