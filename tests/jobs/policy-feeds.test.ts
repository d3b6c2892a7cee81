/** Documents of governments on their way into the store: what is new, what was there before, what may have been lost. */
import { getSources } from '@oreline/shared/api/sources.ts'
import { turnSource } from '@oreline/server/db/source-records.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { jobs as allJobs } from '../../jobs/jobs/index.ts'
import { buildApp } from '../../server/app.ts'
import { appParts, read } from '../support/app.ts'
import { test as fresh, type JobsRehearsal } from '../support/jobs-rehearsal.ts'
import { keptAt, test } from '../support/kept-store.ts'
import { rehearseWorker } from '../support/worker-rehearsal.ts'

const hours = 3_600_000

const documentsOf = async ({ db }: Pick<JobsRehearsal, 'db'>, source: string) =>
  db.query.policyDocuments.findMany({
    where: (row, { eq }) => eq(row.source, source),
    orderBy: ({ sourceId, revision }, { asc }) => [asc(sourceId), asc(revision)],
  })

describe('a feed', () => {
  fresh('was there before Oreline looked, and what comes after that is new', async ({ jobs }) => {
    expect(await jobs.run('policy-eu')).toMatchObject({ outcome: 'ok', rowsWritten: 10 })
    const first = await documentsOf(jobs, 'eu-press')
    expect(first.map(({ wasThereBefore }) => wasThereBefore)).toEqual(first.map(() => true))
    jobs.time.advance(11 * hours)
    expect(await jobs.run('policy-eu')).toMatchObject({ outcome: 'ok', rowsWritten: 2 })
    const [known, news] = [
      new Set(first.map(({ sourceId }) => sourceId)),
      await documentsOf(jobs, 'eu-press'),
    ]
    expect(news).toHaveLength(12)
    for (const { sourceId, wasThereBefore } of news) expect(wasThereBefore).toBe(known.has(sourceId))
    expect(await jobs.db.query.sourceHealth.findMany()).toMatchObject([
      { source: 'eu-press', scope: 'all', state: 'fresh', newestItem: '2026-11-21', warnings: [] },
    ])
  })

  test('P16, P18: moved to http it is the same, with another title it has a revision and the same first day', async ({
    kept,
  }) => {
    const before = await documentsOf(kept, 'white-house')
    kept.standIn.scenario('white-house', 'P16-moved')
    expect(await kept.run('policy-white-house')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    kept.time.advance(60_000)
    kept.standIn.scenario('white-house', 'P18')
    expect(await kept.run('policy-white-house')).toMatchObject({
      rowsWritten: 1,
    })
    const edited = (await documentsOf(kept, 'white-house')).filter(({ revision }) => revision > 1)
    expect(edited).toMatchObject([{ body: { title: expect.stringMatching(/\(Updated\)$/) } }])
    const original = before.find(({ sourceId }) => sourceId === edited[0]?.sourceId)
    expect(edited).toMatchObject([
      {
        firstSeenAt: original?.firstSeenAt,
        itemId: original?.itemId,
        wasThereBefore: original?.wasThereBefore,
      },
    ])
  })

  test('P19: whose every item is a stranger may have lost some, and says so until the next answer', async ({
    kept,
  }) => {
    const before = await documentsOf(kept, 'war-gov')
    kept.standIn.scenario('war-gov', 'P19', 2)
    expect(await kept.run('policy-war')).toMatchObject({ outcome: 'ok', rowsWritten: 40 })
    expect(await documentsOf(kept, 'war-gov')).toHaveLength(before.length + 40)
    const lost = { code: 'P19', detail: expect.stringContaining('items may be missing'), count: null }
    for (const scope of ['releases', 'contracts'])
      expect(await kept.scopeRow('war-gov', scope)).toMatchObject({ state: 'fresh', warnings: [lost] })
    kept.time.advance(hours)
    await kept.run('policy-war')
    expect(await kept.scopeRow('war-gov', 'contracts')).toMatchObject({ state: 'fresh', warnings: [] })
  })

  test('P20, P21, P22: that is a page, half a feed or a bomb leaves every document, and is named since when', async ({
    kept,
  }) => {
    const before = await kept.dataRows()
    for (const [fault, why, level] of [
      ['P20-html', 'html-instead', 40],
      ['P20-gone', '4xx', 40],
      ['P21', 'schema', 40],
      ['P22', 'schema', 50],
      ['empty', 'vanished', 40],
      ['H24-many', 'schema', 40],
    ] as const) {
      kept.standIn.scenario('ustr', fault)
      expect(await kept.run('policy-ustr')).toMatchObject({ rowsWritten: 0 })
      expect((await kept.sourceRows()).get('ustr')).toMatchObject({ state: 'broken', why, since: keptAt })
      const said = kept.log.lines().findLast((line) => line.msg === 'source.state')
      expect(said).toMatchObject({ source: 'ustr', why, level })
      await kept.store.sql`update source_health set why = null where source = 'ustr'`
      // Past the silence after five failures in a row.
      kept.time.advance(31 * 60_000)
    }
    expect(await kept.dataRows()).toEqual(before)
  })
})

describe('GDELT', () => {
  fresh('is off, asked by nobody and no trouble, until somebody switches it on', async ({ jobs }) => {
    const { db, store, time } = jobs
    await store.sql`delete from source_switches`
    const worker = await rehearseWorker(jobs, {
      jobs: allJobs.filter(({ name }) => name === 'policy-gdelt'),
    })
    await worker.start()
    expect(await db.query.jobRuns.findMany()).toEqual([])
    const app = await buildApp(appParts({ store, clock: time.clock }))
    onTestFinished(() => app.close())
    const shown = async () =>
      (await read(app, getSources, '/api/v1/sources')).data.find(({ source }) => source === 'gdelt')
    expect(await shown()).toMatchObject({ state: 'off', enabled: false, since: null })
    await turnSource(db, { source: 'gdelt', enabled: true, now: time.clock() })
    expect(await shown()).toMatchObject({ state: 'never-asked', enabled: true })
    expect(await jobs.run('policy-gdelt')).toMatchObject({ outcome: 'ok' })
    expect(jobs.standIn.log().length).toBe(2)
  })
})
