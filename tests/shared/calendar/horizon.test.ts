import { expectedClosures, horizonOf } from '@oreline/shared/domain/calendar/horizon.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { seedCalendars } from '../../support/seed-files.ts'

const { XASX, XSHG, XNYS } = seedCalendars().calendars

describe('the horizon of a calendar', () => {
  it('warns from sixty days before its end, and counts on below zero', () => {
    const end = day('2026-12-31')
    expect(horizonOf(end, day('2026-11-01'))).toEqual({ confirmedThrough: end, daysLeft: 60, warn: true })
    expect(horizonOf(end, day('2026-10-31'))).toMatchObject({ daysLeft: 61, warn: false })
    expect(horizonOf(end, day('2027-01-10'))).toMatchObject({ daysLeft: -10, warn: true })
  })

  it('names the days past it that are likely closed: by rule in Sydney, by statute and custom in Shanghai', () => {
    expect(expectedClosures(XASX)[0]).toEqual({ date: '2027-01-01', likelihood: 'likely' })
    expect(expectedClosures(XASX).map(({ date }) => date)).toContain('2027-12-28')
    expect(expectedClosures(XSHG)[0]).toEqual({ date: '2027-01-01', likelihood: 'certain' })
    expect(expectedClosures(XNYS)).toEqual([])
  })
})
