import { announcerZone } from '@oreline/shared/domain/policy/announcer-zone.ts'
import { eventSession, eventSessions } from '@oreline/shared/domain/policy/event-session.ts'
import { describe, expect, it } from 'vitest'
import { policyEvent } from '../../support/policy-event.ts'
import { seedEvent, seedEvents, seedIndexes } from '../../support/seed-files.ts'

const indexes = seedIndexes()

describe('event sessions: the worked cases of design section 5', () => {
  it('Announcement 70, Friday 7 November 2025, evening in Beijing', () => {
    expect(eventSessions(seedEvent('cn-2025-11-07-mofcom-70-suspension'), indexes)).toEqual({
      XNYS: { date: '2025-11-07', basis: 'instant' },
      XASX: { date: '2025-11-10', basis: 'instant' },
      XSHG: { date: '2025-11-10', basis: 'instant' },
    })
  })

  it('Announcement 18, 4 April 2025, early evening in Beijing, Shanghai closed for Qingming', () => {
    expect(eventSessions(seedEvent('cn-2025-04-04-mofcom-18'), indexes)).toEqual({
      XNYS: { date: '2025-04-04', basis: 'instant' },
      XASX: { date: '2025-04-07', basis: 'instant' },
      XSHG: { date: '2025-04-07', basis: 'instant' },
    })
  })

  it('DoD–MP, 10 July 2025, before the New York open', () => {
    expect(eventSessions(seedEvent('us-2025-07-10-dod-mp-equity-package'), indexes)).toEqual({
      XNYS: { date: '2025-07-10', basis: 'instant' },
      XASX: { date: '2025-07-11', basis: 'instant' },
      XSHG: { date: '2025-07-11', basis: 'instant' },
    })
  })

  it('the tariff post of 10 October 2025, bounds on both sides of the New York close', () => {
    expect(eventSessions(seedEvent('us-2025-10-10-100-percent-tariff-threat'), indexes)).toEqual({
      XNYS: { date: '2025-10-13', basis: 'ambiguous' },
      XASX: { date: '2025-10-13', basis: 'instant' },
      XSHG: { date: '2025-10-13', basis: 'instant' },
    })
  })
})

describe('event sessions where only the day is known', () => {
  const on = (announced_date: string, jurisdiction: string, announced_tz: string | null = null) =>
    eventSessions(policyEvent({ announced_date, jurisdiction, announced_tz }), indexes)

  it('09:00 in Beijing lies before all three closes of that day', () => {
    expect(on('2026-03-04', 'CN')).toEqual({
      XNYS: { date: '2026-03-04', basis: 'date-only' },
      XASX: { date: '2026-03-04', basis: 'date-only' },
      XSHG: { date: '2026-03-04', basis: 'date-only' },
    })
  })

  it('09:00 in New York lies after the closes of Sydney and Shanghai', () => {
    expect(on('2026-03-04', 'US')).toMatchObject({
      XNYS: { date: '2026-03-04' },
      XASX: { date: '2026-03-05' },
      XSHG: { date: '2026-03-05' },
    })
  })

  it('the announcer’s zone goes before its capital’s', () => {
    expect(on('2026-03-04', 'US', 'Asia/Shanghai')).toMatchObject({ XSHG: { date: '2026-03-04' } })
  })

  it('Brussels in summer: 09:00 is 07:00 UTC, the very close of Shanghai, so the next session', () => {
    expect(on('2026-07-08', 'EU')).toMatchObject({
      XSHG: { date: '2026-07-09' },
      XNYS: { date: '2026-07-08' },
    })
  })

  it('steps over a weekend, over Golden Week, and over a holiday on one exchange only', () => {
    expect(on('2026-03-07', 'CN')).toMatchObject({
      XNYS: { date: '2026-03-09' },
      XSHG: { date: '2026-03-09' },
    })
    expect(on('2026-10-01', 'CN')).toMatchObject({
      XNYS: { date: '2026-10-01' },
      XASX: { date: '2026-10-01' },
      XSHG: { date: '2026-10-08' },
    })
  })

  it('has no session for a month, a year, an upper bound, an unknown zone', () => {
    for (const date_precision of ['month', 'year', 'on-or-before'] as const) {
      expect(eventSessions(policyEvent({ date_precision }), indexes)).toEqual({})
    }
    expect(on('2026-03-04', 'ZZ')).toEqual({})
  })

  it('has no session before the calendar begins, and none where it has ended', () => {
    expect(on('2019-05-29', 'CN')).toEqual({})
    expect(Object.keys(on('2027-03-03', 'CN'))).toEqual(['XNYS'])
  })
})

describe('event sessions where the hour is known', () => {
  const within = (announced_from: string, announced_to: string) =>
    eventSessions(policyEvent({ announced_date: '2026-11-27', announced_from, announced_to }), indexes)

  it('a half-day ends the session at 13:00 New York (27 November 2026, 18:00 UTC)', () => {
    expect(within('2026-11-27T17:00:00Z', '2026-11-27T17:59:00Z').XNYS).toEqual({
      date: '2026-11-27',
      basis: 'instant',
    })
    expect(within('2026-11-27T17:00:00Z', '2026-11-27T18:00:00Z').XNYS).toEqual({
      date: '2026-11-30',
      basis: 'ambiguous',
    })
  })

  it('the lunch break of Shanghai is part of the session', () => {
    expect(within('2026-11-27T03:45:00Z', '2026-11-27T04:15:00Z').XSHG).toEqual({
      date: '2026-11-27',
      basis: 'instant',
    })
  })

  it('is none when one bound lies past the calendar', () => {
    expect(within('2026-12-31T06:00:00Z', '2026-12-31T09:00:00Z').XSHG).toBeUndefined()
  })
})

describe('event sessions of the whole catalogue', () => {
  const { XNYS } = indexes

  it('every event of a known day since 2020 has a session in New York, and no other event has', () => {
    const mistaken = seedEvents().filter((event) => {
      const expected = event.date_precision === 'day' && event.announced_date >= '2020-01-01'
      return (eventSession(event, XNYS) !== null) !== expected
    })
    expect(mistaken.map(({ id }) => id)).toEqual([])
  })

  it('no session lies before the announcement in New York’s own days', () => {
    const early = seedEvents().filter((event) => {
      const session = eventSession(event, XNYS)
      return session !== null && session.date < event.announced_date
    })
    expect(early.map(({ id }) => id)).toEqual([])
  })

  it('every jurisdiction that announces has a zone', () => {
    const jurisdictions = [...new Set(seedEvents().map((event) => event.jurisdiction))]
    expect(jurisdictions.filter((jurisdiction) => announcerZone(jurisdiction) === null)).toEqual([])
  })
})
