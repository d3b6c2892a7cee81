import { finishRun, insertRun } from '@oreline/server/db/job-runs.ts'
import { pruneRejects, pruneRuns } from '@oreline/server/db/retention.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { describe, expect } from 'vitest'
import { instant } from '../../support/brands.ts'
import { test } from '../../support/test.ts'

const start = instant('2026-11-20T21:20:00.000Z')
const after = (days: number) => plusMs(start, days * 86_400_000)

describe('after 400 days', () => {
  test('runs go, but a job’s last one, its last good one and what is not finished', async ({ db, store }) => {
    const runs = [
      ['a', 0, 'ok'],
      ['a', 1, 'ok'],
      ['a', 2, 'failed'],
      ['a', 3, 'failed'],
      ['b', 0, 'ok'],
      ['a', 4, null],
      ['c', 390, 'ok'],
      ['c', 395, 'ok'],
    ] as const
    for (const [job, day, outcome] of runs) {
      const id = await insertRun(db, { job, slot: after(day), trigger: 'schedule', queuedAt: after(day) })
      if (outcome !== null && id !== null)
        await finishRun(db, id, after(day), { outcome, rowsWritten: 0, sources: [] })
    }
    expect(await pruneRuns(db, after(404))).toBe(3)
    const left = await store.sql`select job, outcome from job_runs order by id`
    expect(left.map(({ job, outcome }) => `${job} ${outcome}`)).toEqual([
      'a ok',
      'b ok',
      'a null',
      'c ok',
      'c ok',
    ])
  })

  test('rejected rows go', async ({ db, store: { sql } }) => {
    for (const day of [0, 5])
      await sql`insert into rejects (source, scope, position, reason, recorded_at)
        values ('yahoo', 'MP', ${day}, 'no close', ${after(day)})`
    expect(await pruneRejects(db, after(402))).toBe(1)
    expect(await sql`select position from rejects`).toMatchObject([{ position: 5 }])
  })
})
