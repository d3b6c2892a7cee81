import { describe, expect } from 'vitest'
import { instant } from '../support/brands.ts'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'
import { aBar, writeBars } from '../support/store-rows.ts'

const said = ({ log }: JobsRehearsal, message: string) =>
  log
    .lines()
    .flatMap(({ msg, level, calendar, date, suggests, daysLeft }) =>
      msg === message ? [{ level, calendar, date, suggests, daysLeft }] : [],
    )

describe('the daily check of the calendars', () => {
  test('K01: warns of those that end within sixty days, and of those that have ended', async ({ jobs }) => {
    await jobs.run('calendar-check')
    expect(said(jobs, 'calendar.horizon')).toMatchObject([
      { level: 40, calendar: 'XASX', daysLeft: 40 },
      { level: 40, calendar: 'XSHG', daysLeft: 40 },
    ])
    jobs.time.advance(50 * 24 * 3_600_000)
    await jobs.run('calendar-check')
    expect(said(jobs, 'calendar.horizon').slice(2)).toMatchObject([{ daysLeft: -10 }, { daysLeft: -10 }])
  })

  test('K02, Q41: bars that contradict a calendar suggest an override, and decide nothing', async ({
    jobs,
  }) => {
    await jobs.run('quotes-xasx')
    await jobs.store.sql`delete from bars where session_date = '2026-11-12'`
    const sunday = aBar('2026-11-15', 10, { flags: ['off_calendar'] })
    const at = instant('2026-11-20T21:31:00.000Z')
    for (const ticker of ['LYC.AX', 'STW.AX']) await writeBars(jobs.db, { at, ticker }, [sunday])
    await jobs.run('calendar-check')
    expect(said(jobs, 'calendar.suggestion')).toMatchObject([
      { level: 30, calendar: 'XASX', date: '2026-11-12', suggests: 'closed' },
      { level: 30, calendar: 'XASX', date: '2026-11-15', suggests: 'open' },
    ])
    const overrides = await jobs.db.query.referenceRevisions.findMany({
      where: (row, { eq }) => eq(row.kind, 'calendar-override'),
    })
    expect(overrides).toEqual([])
  })
})
