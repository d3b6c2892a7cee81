/** What every job must hold to, by looping over the list. */
import { jobs as jobDescriptions } from '@oreline/shared/domain/jobs/job.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { describe, expect } from 'vitest'
import { jobs } from '../../jobs/jobs/index.ts'
import { test } from '../support/kept-store.ts'

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

/** The rows of a table that are not as they were. */
const differing = (table: string, before: readonly object[], after: readonly object[]): readonly object[] => {
  const were = new Set(before.map((row) => JSON.stringify(row)))
  const changed = after.filter((row) => !were.has(JSON.stringify(row)))
  return before.length === after.length ? changed : [{ table, before: before.length, after: after.length }]
}

describe('a job run twice', () => {
  for (const { name } of jobs)
    test(`${name} leaves the same rows`, async ({ kept }) => {
      const rows = async () => ({
        bars: await kept.store.sql`select * from bars order by instrument_id, session_date, revision`,
        actions: await kept.store.sql`select * from corporate_actions order by 1, 2, 3, 4`,
        rates: await kept.store.sql`select * from fx_rates order by 1, 2, 3`,
        filings: await kept.store.sql`select * from filings order by 1, 2, 3, 4`,
        documents: await kept.store.sql`select * from policy_documents order by 1, 2, 3`,
        candidates: await kept.store.sql`select * from inbox_items order by id`,
        rejects: await kept.store.sql`select * from rejects order by id`,
      })
      expect(await kept.run(name)).toMatchObject({ outcome: 'ok' })
      const before = await rows()
      kept.time.advance(60_000)
      expect(await kept.run(name)).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
      const after = await rows()
      for (const table of [
        'bars',
        'actions',
        'rates',
        'filings',
        'documents',
        'candidates',
        'rejects',
      ] as const)
        expect(differing(table, before[table], after[table])).toEqual([])
    })
})
