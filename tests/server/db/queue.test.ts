import { openQueue, type Queue, type QueueOptions } from '@oreline/server/db/queue.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { describe, expect, onTestFinished, vi } from 'vitest'
import { instant } from '../../support/brands.ts'
import { systemClock } from '../../support/clock.ts'
import { openTestStore, silentLog } from '../../support/database.ts'
import { test } from '../../support/test.ts'

const slot = instant('2026-11-20T21:20:00.000Z')
const request = { job: 'quotes-xnys', slot, trigger: 'schedule' } as const

async function open(store: Store, options: Partial<QueueOptions> = {}): Promise<Queue> {
  const queue = await openQueue({
    store,
    role: 'worker',
    clock: systemClock,
    log: silentLog,
    lookEverySeconds: 0.5,
    ...options,
  })
  onTestFinished(async () => queue.stop(1_000))
  return queue
}

describe('the queue of runs', () => {
  test('takes a slot once and names its run to whoever comes later', async ({ store }) => {
    const queue = await open(store, { role: 'api' })
    const first = await queue.enqueue(request)
    expect(first).toMatchObject({ slot, queued: true })
    expect(await queue.enqueue({ ...request, trigger: 'request' })).toEqual({ ...first, queued: false })
    expect(await store.db.query.jobRuns.findMany()).toMatchObject([
      { id: first.id, job: 'quotes-xnys', slot, trigger: 'schedule', outcome: null },
    ])
  })

  test('brings each run to a worker once, put in by another process', async ({ store }) => {
    const worker = await open(store)
    const api = await open(store, { role: 'api' })
    const brought: number[] = []
    await worker.work(async (runId) => void brought.push(runId))
    const { id } = await api.enqueue(request)
    await vi.waitFor(() => expect(brought).toEqual([id]), { timeout: 90_000 })
  })

  test('runs a slot once with three workers on one PostgreSQL, each with its own connections', async ({
    server,
    store,
  }) => {
    const url = new URL(server.url)
    url.pathname = `/${(await store.sql<{ name: string }[]>`select current_database() as name`)[0]?.name ?? ''}`
    const brought: string[] = []
    const queues: Queue[] = []
    while (queues.length < 3) {
      const own = await openTestStore(url.href)
      onTestFinished(async () => own.close())
      const queue = await open(own)
      await queue.work(async (runId) => void brought.push(`${runId}`))
      queues.push(queue)
    }
    const slots = Array.from({ length: 6 }, (_, place) => instant(`2026-11-20T15:${place}0:00.000Z`))
    await Promise.all(
      queues.flatMap((queue) => slots.map(async (one) => queue.enqueue({ ...request, slot: one }))),
    )
    const ids = (await store.db.query.jobRuns.findMany()).map(({ id }) => `${id}`)
    expect(ids).toHaveLength(6)
    await vi.waitFor(() => expect(brought).toHaveLength(6), { timeout: 90_000 })
    expect(brought.toSorted()).toEqual(ids.toSorted())
  })

  test('never has two runs of one job under way, while another job goes on', async ({ store }) => {
    const queue = await open(store)
    const underWay: number[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await queue.work(async (runId) => {
      underWay.push(runId)
      await held
    })
    const first = await queue.enqueue(request)
    await vi.waitFor(() => expect(underWay).toEqual([first.id]), { timeout: 90_000 })
    await queue.enqueue({ ...request, slot: instant('2026-11-20T21:30:00.000Z') })
    const other = await queue.enqueue({ ...request, job: 'fx-ecb' })
    await vi.waitFor(() => expect(underWay).toContain(other.id), { timeout: 90_000 })
    expect(underWay).toEqual([first.id, other.id])
    release()
    await vi.waitFor(() => expect(underWay).toHaveLength(3), { timeout: 90_000 })
  })

  test('brings a run again that broke off, and gives it up in the ledger at last', async ({ store }) => {
    const queue = await open(store, { retryDelaySeconds: 1 })
    let attempts = 0
    await queue.work(async () => {
      attempts += 1
      throw new Error('the disk is full')
    })
    await queue.enqueue(request)
    await vi.waitFor(
      async () => expect(await store.db.query.jobRuns.findMany()).toMatchObject([{ outcome: 'failed' }]),
      { timeout: 90_000 },
    )
    expect(attempts).toBe(3)
  })

  test('is not ready before its tables are there', async ({ store }) => {
    const queue = await open(store, { role: 'api' })
    expect(await queue.isReady()).toBe(true)
    await store.sql`drop schema pgboss cascade`
    expect(await queue.isReady()).toBe(false)
  })
})
