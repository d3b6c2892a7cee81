/** The real app for tests: on the store of the worker, or on a shipped one that tests only read. */
import { buildApp, type AppParts } from '../../server/app.ts'
import { parseConfig } from '@oreline/server/config.ts'
import { addPoints, describeCommodity } from '@oreline/server/db/commodity-writes.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import type { FastifyInstance } from 'fastify'
import { day, instant } from './brands.ts'
import { aCommodity } from './commodity.ts'
import { createDatabase, openTestStore, silentLog } from './database.ts'
import { federalRegister, takeIn } from './documents.ts'
import { test as base } from './test.ts'

/** When the shipped data were taken in. */
const seededAt = instant('2026-11-20T08:00:00.000Z')
/** When the tests take place, a Saturday. */
export const today = instant('2026-11-21T12:00:00.000Z')

/** What an app is made of here, where a test does not say otherwise: no accounts, no page, no queue. */
export const appParts = (parts: Pick<AppParts, 'store'> & Partial<AppParts>): AppParts => ({
  clock: () => today,
  log: silentLog,
  queue: null,
  config: parseConfig({}),
  pageDir: null,
  ...parts,
})

export const test = base
  /** A store with everything Oreline ships, a commodity series and a candidate, for tests that write nothing: made once a worker. */
  .extend('seeded', { scope: 'worker' }, async ({ server }, { onCleanup }) => {
    const database = await createDatabase(server.url, server.template)
    const store = await openTestStore(database.url)
    onCleanup(async () => {
      await store.close()
      await database.drop()
    })
    await seedStore({ db: store.db, clock: () => seededAt, log: silentLog })
    await describeCommodity(store.db, () => seededAt, aCommodity)
    await addPoints(store.db, () => seededAt, aCommodity.id, [
      { date: day('2025-07-09'), value: 500_000, low: 495_000, high: 505_000 },
      { date: day('2025-07-10'), value: 510_000, low: null, high: null },
    ])
    await takeIn({ db: store.db, clock: () => seededAt }, 'federal-register', [
      federalRegister('2026-12345', {
        title: 'Rare Earth Reporting',
        abstract: 'Announcement No. 61 of 2025',
      }),
    ])
    return store
  })
  /** The app on the shipped store. */
  .extend('shipped', { scope: 'worker' }, async ({ seeded }, { onCleanup }) => {
    const app = await buildApp(appParts({ store: seeded }))
    onCleanup(() => app.close())
    return app
  })
  /** The app on the test's own store, which is empty at first. */
  .extend('app', async ({ store }, { onCleanup }) => {
    const app = await buildApp(appParts({ store }))
    onCleanup(() => app.close())
    return app
  })

type Ask = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What came back; `json` is undefined where it is none. */
export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  readonly json: unknown
}

/** Asks the app as a program on this machine would. */
export async function ask(
  app: FastifyInstance,
  url: string,
  { method = 'GET', headers, body }: Ask = {},
): Promise<Reply> {
  const reply = await app.inject({
    method,
    url,
    headers: { host: '127.0.0.1:4600', ...headers },
    ...(body === undefined
      ? {}
      : {
          payload: JSON.stringify(body),
          headers: { host: '127.0.0.1:4600', 'content-type': 'application/json', ...headers },
        }),
  })
  return { status: reply.statusCode, headers: reply.headers, text: reply.body, json: jsonOf(reply.body) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Asks for an answer of an endpoint and parses it by the contract; fails with the problem where it is refused. */
export async function read<T>(
  app: FastifyInstance,
  { response }: { readonly response: { parse: (answer: unknown) => T } },
  url: string,
): Promise<T> {
  const { status, text, json } = await ask(app, url)
  if (status !== 200) throw new Error(`${url} answered ${status}: ${text}`)
  return response.parse(json)
}
