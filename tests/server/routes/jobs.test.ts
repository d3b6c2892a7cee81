import { getJobRuns, postJobRun } from '@oreline/shared/api/jobs.ts'
import { jobs } from '@oreline/shared/domain/jobs/job.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { hostLedger } from '@oreline/server/db/hosts.ts'
import { finishRun, insertRun, startRun } from '@oreline/server/db/job-runs.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { openQueue } from '@oreline/server/db/queue.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { parseConfig } from '@oreline/server/config.ts'
import { appParts, ask, read, test, today } from '../../support/app.ts'
import { silentLog } from '../../support/database.ts'

const minute = 60_000

/** Enters runs one minute apart, the first an hour before now, and finishes them. */
async function enterRuns(db: Db, names: readonly string[]): Promise<void> {
  for (const [place, job] of names.entries()) {
    const slot = plusMs(today, -60 * minute + place * minute)
    const id = await insertRun(db, { job, slot, trigger: 'schedule', queuedAt: slot })
    if (id === null) throw new Error(`the slot of ${job} is taken`)
    await startRun(db, id, plusMs(slot, 1_000))
    await finishRun(db, id, plusMs(slot, 2_000), {
      outcome: 'ok',
      rowsWritten: 3,
      sources: [{ source: 'ecb', scope: 'all', kind: 'ok', rows_written: 3, detail: null }],
    })
  }
}

/** The app with a queue on the test's store. */
async function appWithQueue(store: Store, environment: Record<string, string> = {}) {
  const queue = await openQueue({ store, role: 'api', clock: () => today, log: silentLog })
  onTestFinished(() => queue.stop())
  const app = await buildApp(appParts({ store, queue, config: parseConfig(environment) }))
  onTestFinished(() => app.close())
  return app
}

describe('the ledger of runs', () => {
  test('newest first, with what each source answered', async ({ app, db }) => {
    await enterRuns(db, ['fx-ecb', 'store-prune'])
    const { data, meta } = await read(app, getJobRuns, '/api/v1/jobs/runs')
    expect(data.map(({ job }) => job)).toEqual(['store-prune', 'fx-ecb'])
    expect(data[1]).toMatchObject({
      job: 'fx-ecb',
      title: 'ECB reference rates',
      trigger: 'schedule',
      outcome: 'ok',
      rows_written: 3,
      sources: [{ source: 'ecb', kind: 'ok' }],
    })
    expect(meta.sources).toEqual(['ecb'])
  })

  test('the first page holds every job’s last run however old, and no page holds a run twice', async ({
    app,
    db,
  }) => {
    const names = jobs.map(({ name }) => name)
    await enterRuns(db, [...names, ...Array.from({ length: 12 }, () => 'quotes-xnys')])
    const first = await read(app, getJobRuns, '/api/v1/jobs/runs?limit=5')
    expect(new Set(first.data.map(({ job }) => job))).toEqual(new Set(names))

    const ids = first.data.map(({ id }) => id)
    let { next } = first.meta
    while (next !== null) {
      const page = await read(app, getJobRuns, `/api/v1/jobs/runs?limit=5&next=${next}`)
      ids.push(...page.data.map(({ id }) => id))
      next = page.meta.next
    }
    expect(ids).toHaveLength(names.length + 12)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('of one job, and without the runs of a job that is no more', async ({ app, db }) => {
    await enterRuns(db, ['fx-ecb', 'filings-sedar', 'store-prune'])
    const { data } = await read(app, getJobRuns, '/api/v1/jobs/runs?job=fx-ecb')
    expect(data.map(({ job }) => job)).toEqual(['fx-ecb'])
    expect((await read(app, getJobRuns, '/api/v1/jobs/runs')).data).toHaveLength(2)
  })
})

describe('running a job now', () => {
  const run = (name: string) => `/api/v1/jobs/${name}/runs`

  test('202, with the run’s row in the ledger', async ({ store }) => {
    const app = await appWithQueue(store)
    const { status, json } = await ask(app, run('fx-ecb'), { method: 'POST' })
    expect(status).toBe(202)
    const { data } = postJobRun.response.parse(json)
    expect(data).toMatchObject({ job: 'fx-ecb', slot: today })
    const ledger = await read(app, getJobRuns, '/api/v1/jobs/runs')
    expect(ledger.data).toMatchObject([{ id: data.id, job: 'fx-ecb', trigger: 'request', outcome: null }])
  })

  test('409 says until when the host may not be asked', async ({ store, db }) => {
    const until = plusMs(today, 90_000)
    await hostLedger(db).change('ecb', today, (state) => ({
      state: { ...state, blockedUntil: until, blockedWhy: '429' },
      result: null,
    }))
    const app = await appWithQueue(store)
    const { status, json, headers } = await ask(app, run('fx-ecb'), { method: 'POST' })
    expect(status).toBe(409)
    expect(json).toMatchObject({ code: 'held-back', source: 'ecb', until, why: '429' })
    expect(headers['retry-after']).toBe('90')
    expect((await read(app, getJobRuns, '/api/v1/jobs/runs')).data).toEqual([])
  })

  test('409 while the source is switched off, and whoever stands in for it', async ({ store }) => {
    const app = await appWithQueue(store)
    for (const source of ['ecb', 'frankfurter'])
      await ask(app, `/api/v1/sources/${source}`, { method: 'PUT', body: { enabled: false } })
    expect(await ask(app, run('fx-ecb'), { method: 'POST' })).toMatchObject({
      status: 409,
      json: { code: 'source-off' },
    })
    expect(await ask(app, run('store-prune'), { method: 'POST' })).toMatchObject({ status: 202 })
  })

  test('409 while the SEC has no contact to be given', async ({ store }) => {
    const without = await appWithQueue(store)
    expect(await ask(without, run('filings-sec'), { method: 'POST' })).toMatchObject({
      status: 409,
      json: { code: 'needs-setup' },
    })
    const withContact = await appWithQueue(store, { SEC_CONTACT: 'reader@example.org' })
    expect(await ask(withContact, run('filings-sec'), { method: 'POST' })).toMatchObject({ status: 202 })
  })

  test('404 for a job there is not', async ({ app }) => {
    expect(await ask(app, run('filings-sedar'), { method: 'POST' })).toMatchObject({
      status: 404,
      json: { code: 'unknown-job', parameter: 'name' },
    })
  })
})
