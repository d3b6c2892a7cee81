/** Sessions without a price and what a run of quotes does about them: near and far, after downtime too. */
import { sessionsBetween } from '@oreline/shared/domain/calendar/sessions.ts'
import { describe, expect } from 'vitest'
import { day } from '../support/brands.ts'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'
import { seedIndexes } from '../support/seed-files.ts'

const hours = 3_600_000
const far = '2026-03-10'

/** The first day of the last question about Lynas; midnight in Sydney is 13:00 or 14:00 UTC of the day before. */
const askedFrom = ({ standIn }: JobsRehearsal) => {
  const asked = standIn.log().findLast(({ path }) => path.includes('chart/LYC.AX'))
  return new Date(Number(asked?.query.get('period1')) * 1_000 + 12 * hours).toISOString().slice(0, 10)
}
const holds = async ({ store }: JobsRehearsal, date: string) => {
  const rows = await store.sql`
    select from bars join instruments on instruments.id = instrument_id
    where ticker = 'LYC.AX' and session_date = ${date} and superseded_at is null`
  return rows.length === 1
}
const lose = async ({ store }: JobsRehearsal, date: string) => store.sql`
  delete from bars using instruments
  where instruments.id = instrument_id and ticker = 'LYC.AX' and session_date = ${date}`

describe('a hole', () => {
  test('far back is asked for once a day for ten days, then no more', async ({ jobs }) => {
    await jobs.run('quotes-xasx')
    const note = async (seenHoursAgo: number, triedHoursAgo: number) => {
      const ago = (count: number) => new Date(jobs.time.nowMs() - count * hours).toISOString()
      await lose(jobs, far)
      await jobs.store.sql`
        insert into gaps (instrument_id, session_date, source, reason, first_seen_at, last_tried_at)
        select id, ${far}, 'yahoo', 'missing', ${ago(seenHoursAgo)}, ${ago(triedHoursAgo)}
        from instruments where ticker = 'LYC.AX'
        on conflict (instrument_id, session_date, source) do update
        set first_seen_at = excluded.first_seen_at, last_tried_at = excluded.last_tried_at, filled_at = null`
      jobs.time.advance(60_000)
      await jobs.run('quotes-xasx')
      return [askedFrom(jobs), await holds(jobs, far)]
    }
    const usual = '2026-10-30'
    // Nobody has asked for it yet.
    await lose(jobs, far)
    jobs.time.advance(60_000)
    await jobs.run('quotes-xasx')
    expect([askedFrom(jobs), await holds(jobs, far)]).toEqual([far, true])
    expect(await note(72, 2)).toEqual([usual, false])
    expect(await note(72, 25)).toEqual([far, true])
    expect(await jobs.db.query.gaps.findMany()).toMatchObject([{ filledAt: expect.any(String) }])
    expect(await note(265, 25)).toEqual([usual, false])
  })

  test('after weeks of downtime every session since is there, and the one before it that was missing', async ({
    jobs,
  }) => {
    await jobs.run('quotes-xasx')
    await lose(jobs, '2026-11-13')
    jobs.time.advance(25 * 24 * hours)
    await jobs.run('quotes-xasx')
    const held = (await jobs.bars('LYC.AX')).map(({ sessionDate }) => sessionDate)
    const expected = sessionsBetween(seedIndexes().XASX, day('2026-11-02'), day('2026-12-15'))
    expect(held.filter((date) => date >= '2026-11-02')).toEqual(expected)
  })
})
