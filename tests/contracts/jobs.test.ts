/** What every job must hold to, by looping over the list. */
import { jobs as jobDescriptions } from '@oreline/shared/domain/jobs/job.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { describe, expect } from 'vitest'
import { jobs } from '../../jobs/jobs/index.ts'
import { test } from '../support/jobs-rehearsal.ts'

describe('the list of jobs', () => {
  test('is the list of names that the API knows, each with a source of the sources’ list', () => {
    expect(jobs.map(({ name }) => name).toSorted()).toEqual(
      jobDescriptions.map(({ name }) => name).toSorted(),
    )
    const known: readonly string[] = sources.map(({ id }) => id)
    const named = jobDescriptions.flatMap(({ source }) => (source === null ? [] : [source]))
    expect(named.filter((source) => !known.includes(source))).toEqual([])
  })

  test('ticks in zones of cities, so that summer time is the exchange’s own', () => {
    const zones = jobs.flatMap(({ schedules }) => schedules.map(({ timeZone }) => timeZone))
    expect(zones.filter((zone) => !/^[A-Z][a-z]+\/[A-Z]|^UTC$/.test(zone))).toEqual([])
  })
})

describe('a job run twice', () => {
  for (const { name } of jobs)
    test(`${name} leaves the same rows`, async ({ worked }) => {
      const rows = async () => ({
        bars: await worked.store.sql`select * from bars order by instrument_id, session_date, revision`,
        actions: await worked.store.sql`select * from corporate_actions order by 1, 2, 3, 4`,
        rates: await worked.store.sql`select * from fx_rates order by 1, 2, 3`,
        filings: await worked.store.sql`select * from filings order by 1, 2, 3, 4`,
        rejects: await worked.store.sql`select * from rejects order by id`,
      })
      expect(await worked.run(name)).toMatchObject({ outcome: 'ok' })
      const before = await rows()
      worked.time.advance(60_000)
      expect(await worked.run(name)).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
      expect(await rows()).toEqual(before)
    })
})
