import { getSources, type SourceRow } from '@oreline/shared/api/sources.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { parseConfig } from '@oreline/server/config.ts'
import { fingerprintOf, recordAttempt } from '@oreline/server/db/source-health.ts'
import type { Db } from '@oreline/server/db/client.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { appParts, ask, read, test, today } from '../../support/app.ts'
import { day, instant } from '../../support/brands.ts'
import { aBar, takeInReference, writeBars } from '../../support/store-rows.ts'

const address = '/api/v1/sources'
const raw = { payloadId: null, sha256: '', url: '' }

async function sourceRow(app: FastifyInstance, id: string): Promise<SourceRow> {
  const { data } = await read(app, getSources, address)
  const row = data.find(({ source }) => source === id)
  if (row === undefined) throw new Error(`there is no source ${id}`)
  return row
}

/** A good answer whose newest item is of that day. */
const answered = (db: Db, source: string, scope: string, { at, newest }: { at: Instant; newest: string }) =>
  recordAttempt(
    db,
    { source, scope },
    {
      outcome: { kind: 'ok', items: [1], complete: true, raw, warnings: [], rejects: [] },
      at,
      newestItem: day(newest),
      nextSlot: plusMs(at, 86_400_000),
      emptyIsSuspect: true,
      setup: null,
    },
  )

describe('before anything was asked', () => {
  test('sources were never asked, the SEC needs a contact, and nobody is called broken', async ({
    app,
    db,
  }) => {
    await takeInReference(db, today)
    const { data } = await read(app, getSources, address)
    const needing = data.filter(({ state }) => state === 'needs-setup').map(({ source }) => source)
    expect(needing.toSorted()).toEqual(['eodhd', 'sec', 'sec-feed'])
    // Off unless somebody wants it.
    expect(data.filter(({ state }) => state === 'off').map(({ source }) => source)).toEqual(['gdelt'])
    const others = data.filter(({ state }) => state !== 'needs-setup' && state !== 'off')
    expect(others.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['yahoo', 'tencent', 'eastmoney', 'asx', 'sse', 'ecb']),
    )
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['never-asked']))
    expect(await sourceRow(app, 'sec')).toMatchObject({
      why: 'SEC_CONTACT',
      scopes: [],
      enabled: true,
      jobs: ['filings-sec'],
    })
  })

  test('the shipped history is a source while its rows are in use, as old as its newest session', async ({
    shipped,
  }) => {
    const starter = await sourceRow(shipped, 'starter')
    expect(starter.state).toBe('stale')
    expect(starter.scopes).toHaveLength(8)
    // The calendar: sessions of 2026-01-05 and 06 followed; Sydney closed on the 6th at 16:00 (UTC+11).
    expect(starter.scopes.find(({ scope }) => scope === 'LYC.AX')).toMatchObject({
      state: 'stale',
      newest_item: '2026-01-02',
      since: '2026-01-06T05:00:00.000Z',
    })
  })

  test('and none once every row of it has been replaced', async ({ app, db }) => {
    await takeInReference(db, today)
    await writeBars(db, { at: today, ticker: 'MP', source: 'starter' }, [aBar('2026-11-19', 60)])
    expect((await sourceRow(app, 'starter')).scopes).toHaveLength(1)
    await writeBars(db, { at: plusMs(today, 1_000), ticker: 'MP' }, [aBar('2026-11-19', 60)])
    await expect(sourceRow(app, 'starter')).rejects.toThrow('there is no source starter')
  })
})

describe('after answers', () => {
  test('prices are stale by sessions of their own exchange; one ticker is enough', async ({ app, db }) => {
    await takeInReference(db, today)
    await answered(db, 'yahoo', 'MP', { at: today, newest: '2026-11-20' })
    expect(await sourceRow(app, 'yahoo')).toMatchObject({ state: 'fresh', newest_item: '2026-11-20' })
    await answered(db, 'yahoo', 'UUUU', { at: today, newest: '2026-11-18' })
    expect(await sourceRow(app, 'yahoo')).toMatchObject({
      state: 'stale',
      since: '2026-11-20T21:00:00.000Z',
      newest_item: '2026-11-20',
      last_ok_at: today,
      next_attempt_at: plusMs(today, 86_400_000),
      scopes: [
        { scope: 'MP', state: 'fresh' },
        { scope: 'UUUU', state: 'stale' },
      ],
    })
  })

  test('filings are stale by the age of the last good answer, rates by days of publication', async ({
    app,
    db,
  }) => {
    await takeInReference(db, today)
    const longAgo = instant('2026-11-16T10:00:00.000Z')
    await answered(db, 'asx', 'LYC.AX', { at: longAgo, newest: '2026-08-01' })
    await answered(db, 'sse', '600111.SS', { at: instant('2026-11-20T10:00:00.000Z'), newest: '2026-08-01' })
    await answered(db, 'ecb', 'all', { at: today, newest: '2026-11-13' })
    expect(await sourceRow(app, 'asx')).toMatchObject({ state: 'stale', since: '2026-11-19T10:00:00.000Z' })
    expect(await sourceRow(app, 'sse')).toMatchObject({ state: 'fresh' })
    // Monday to Thursday passed without a rate; Frankfurt's Thursday ended at 23:00 UTC.
    expect(await sourceRow(app, 'ecb')).toMatchObject({ state: 'stale', since: '2026-11-19T23:00:00.000Z' })
  })

  test('a block is named with since when, why and until when, and what was held stays said', async ({
    app,
    db,
  }) => {
    await takeInReference(db, today)
    await answered(db, 'ecb', 'all', { at: instant('2026-11-20T15:00:00.000Z'), newest: '2026-11-20' })
    const retryAt = plusMs(today, 600_000)
    await recordAttempt(
      db,
      { source: 'ecb', scope: 'all' },
      {
        outcome: { kind: 'blocked', retryAt, why: '429', detail: 'limited' },
        at: today,
        newestItem: null,
        nextSlot: null,
        emptyIsSuspect: true,
        setup: null,
      },
    )
    expect(await sourceRow(app, 'ecb')).toMatchObject({
      state: 'blocked',
      since: today,
      why: '429',
      next_attempt_at: retryAt,
      last_ok_at: '2026-11-20T15:00:00.000Z',
      newest_item: '2026-11-20',
    })
  })
})

describe('the switch', () => {
  test('turns a source off since then, and on again; nothing stored changes', async ({ app, db }) => {
    await takeInReference(db, today)
    await answered(db, 'ecb', 'all', { at: today, newest: '2026-11-20' })
    const off = await ask(app, `${address}/ecb`, { method: 'PUT', body: { enabled: false } })
    expect(off).toMatchObject({ status: 200, json: { data: { source: 'ecb', enabled: false } } })
    expect(await sourceRow(app, 'ecb')).toMatchObject({
      state: 'off',
      since: today,
      enabled: false,
      newest_item: '2026-11-20',
    })
    await ask(app, `${address}/ecb`, { method: 'PUT', body: { enabled: true } })
    expect(await sourceRow(app, 'ecb')).toMatchObject({ state: 'fresh', enabled: true })
  })

  test('turning off twice keeps since when', async ({ store, db }) => {
    await takeInReference(db, today)
    for (const at of [today, plusMs(today, 5_000)]) {
      const app = await buildApp(appParts({ store, clock: () => at }))
      onTestFinished(() => app.close())
      await ask(app, `${address}/ecb`, { method: 'PUT', body: { enabled: false } })
      expect((await sourceRow(app, 'ecb')).since).toBe(today)
    }
  })

  test.for(['starter', 'reuters'])('there is none for %s', async (source, { app }) => {
    expect(await ask(app, `${address}/${source}`, { method: 'PUT', body: { enabled: false } })).toMatchObject(
      {
        status: 404,
        json: { code: 'unknown-source', parameter: 'source' },
      },
    )
  })

  test('a body that says nothing is refused, naming the field', async ({ app }) => {
    expect(await ask(app, `${address}/ecb`, { method: 'PUT', body: {} })).toMatchObject({
      status: 400,
      json: { parameter: 'enabled' },
    })
  })
})

test('with a contact the SEC is asked like the others', async ({ store, db }) => {
  await takeInReference(db, today)
  const config = parseConfig({ SEC_CONTACT: 'reader@example.org' })
  const app = await buildApp(appParts({ store, config }))
  onTestFinished(() => app.close())
  expect(await sourceRow(app, 'sec')).toMatchObject({ state: 'never-asked', why: null })
})

test('F01: a contact that the SEC refuses is named since when, until there is another one', async ({
  store,
  db,
}) => {
  await takeInReference(db, today)
  await answered(db, 'sec', 'UUUU', { at: today, newest: '2026-11-19' })
  const at = plusMs(today, 60_000)
  await recordAttempt(
    db,
    { source: 'sec', scope: 'MP' },
    {
      outcome: { kind: 'broken', why: 'auth', detail: 'HTTP 403' },
      at,
      newestItem: null,
      nextSlot: plusMs(at, 600_000),
      emptyIsSuspect: true,
      setup: fingerprintOf('refused@example.org'),
    },
  )
  const as = async (contact: string) => {
    const config = parseConfig({ SEC_CONTACT: contact })
    const app = await buildApp(appParts({ store, config, clock: () => plusMs(at, 1_000) }))
    onTestFinished(() => app.close())
    return sourceRow(app, 'sec')
  }
  expect(await as('refused@example.org')).toMatchObject({
    state: 'needs-setup',
    since: at,
    why: 'auth',
    detail:
      'SEC EDGAR refuses the SEC_CONTACT it is given (HTTP 403). Set another one; nothing is asked until it changes.',
    newest_item: '2026-11-19',
    next_attempt_at: null,
    scopes: [
      { scope: 'MP', state: 'needs-setup', since: at },
      { scope: 'UUUU', state: 'needs-setup', since: at },
    ],
  })
  expect(await as('other@example.org')).toMatchObject({ state: 'broken', since: at, why: 'auth' })
  const stored = await store.sql`select row_to_json(h)::text as row from source_health h`
  expect(stored.map(({ row }) => String(row)).join()).not.toContain('example.org')
})
