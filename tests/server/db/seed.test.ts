import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import type { Store } from '@oreline/server/db/open.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { instant } from '../../support/brands.ts'
import { silentLog } from '../../support/database.ts'
import { test } from '../../support/test.ts'

const shipped = fileURLToPath(new URL('../../../migrations/seed', import.meta.url))
const first = instant('2026-11-21T10:00:00.000Z')
const later = instant('2026-11-22T10:00:00.000Z')

const seed = ({ db }: Store, at: Instant, folder = shipped) =>
  seedStore({ db, clock: () => at, log: silentLog, folder })

/** A copy of the shipped seed with one text of one file replaced. */
async function changedSeed(file: string, from: string, to: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'oreline-seed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(shipped, folder, { recursive: true })
  const text = await readFile(path.join(folder, file), 'utf8')
  expect(text).toContain(from)
  await writeFile(path.join(folder, file), text.replace(from, to))
  return folder
}

const closeOf = async ({ sql }: Store, ticker: string, date: string) => {
  const [row] = await sql`
    select close, source, basis, volume, flags, revision from bars join instruments on instruments.id = instrument_id
    where ticker = ${ticker} and session_date = ${date} and superseded_at is null`
  return row
}
const conflicts = ({ sql }: Store) => sql`select kind, key, held, seed from seed_conflicts`
const eventTitle = async ({ sql }: Store, id: string) => {
  const rows =
    await sql`select body->>'title' title, origin from reference_revisions where key = ${id} and superseded_at is null`
  return rows[0]
}
const EVENT = 'us-2025-07-10-dod-mp-price-floor'

describe('the first start', () => {
  test.for([
    ['MP', '2025-07-09', 30.03],
    ['MP', '2025-07-10', 45.23],
    ['UUUU', '2025-10-14', 26.23],
    ['LYC.AX', '2025-04-07', 7.54],
    ['LYC.AX', '2025-10-15', 21.64],
    ['600111.SS', '2025-04-30', 23.29],
    ['600111.SS', '2025-10-09', 53.13],
  ] as const)('knows that %s closed on %s at %d', async ([ticker, date, close], { store }) => {
    await seed(store, first)
    expect(await closeOf(store, ticker, date)).toMatchObject({
      close,
      source: 'starter',
      basis: 'raw',
      revision: 1,
    })
  })

  test('says which series holds no raw closes, which has no volume and which day had no trade', async ({
    store,
  }) => {
    await seed(store, first)
    expect(await closeOf(store, 'STW.AX', '2025-12-31')).toMatchObject({ basis: 'adjusted' })
    expect(await closeOf(store, '000300.SS', '2026-08-21')).toMatchObject({ volume: null, flags: [] })
    expect(await closeOf(store, 'LYC.AX', '2025-08-28')).toMatchObject({ volume: 0, flags: ['no_trade'] })
  })

  test('holds eight instruments, 164 events, 14 claims about them, the calendars, the chain and 16 dividends', async ({
    store,
  }) => {
    await seed(store, first)
    const counts =
      await store.sql`select kind, count(*) n from reference_revisions group by kind order by kind`
    expect(counts.map(({ kind, n }) => [kind, n])).toEqual([
      ['calendar', 1],
      // 7 stages, 17 elements, 4 controls, 51, 21, 192 and 35 rows, and what belongs to none.
      ['chain', 328],
      ['instrument', 8],
      ['policy-claim', 14],
      ['policy-event', 164],
    ])
    const [actions] = await store.sql`select count(*) n from corporate_actions where kind = 'dividend'`
    expect(actions).toEqual({ n: 16 })
  })
})

describe('seeding again', () => {
  test('with the same files writes nothing', async ({ store }) => {
    await seed(store, first)
    await seed(store, later)
    const [{ n } = { n: -1 }] = await store.sql`
      select count(*) n from (select recorded_at from bars union all select recorded_at from reference_revisions) r
      where recorded_at > ${first}`
    expect(n).toBe(0)
    const [{ version } = { version: -1 }] =
      await store.sql`select version from data_versions where scope = 'reference'`
    // One writing statement per kind of document.
    expect(version).toBe(5)
  })

  test('by two processes at once seeds once', async ({ store }) => {
    await Promise.all([seed(store, first), seed(store, later)])
    const [{ n } = { n: -1 }] =
      await store.sql`select count(*) n from reference_revisions where kind = 'policy-event'`
    expect(n).toBe(164)
  })

  test('updates what nobody touched, with the former row behind it', async ({ store }) => {
    await seed(store, first)
    const before = await eventTitle(store, EVENT)
    const folder = await changedSeed('policy-events.json', String(before?.['title']), 'A better title')
    await seed(store, later, folder)
    expect(await eventTitle(store, EVENT)).toEqual({ title: 'A better title', origin: 'seed' })
    const former =
      await store.sql`select body->>'title' title from reference_revisions where key = ${EVENT} and superseded_at = ${later}`
    expect(former).toEqual([{ title: before?.['title'] }])
    expect(await conflicts(store)).toEqual([])
  })

  test('leaves an operator’s row and lists it as a conflict', async ({ store }) => {
    await seed(store, first)
    const title = String((await eventTitle(store, EVENT))?.['title'])
    await store.sql`update reference_revisions set origin = 'operator', body = jsonb_set(body, '{title}', '"Mine"') where key = ${EVENT}`
    await store.sql`
      insert into reference_revisions (kind, key, body, origin, recorded_at, superseded_at)
      select kind, key, jsonb_set(body, '{title}', to_jsonb(${title}::text)), 'seed', ${first}, ${first} from reference_revisions where key = ${EVENT}`
    const folder = await changedSeed('policy-events.json', title, 'A better title')
    await seed(store, later, folder)
    expect(await eventTitle(store, EVENT)).toEqual({ title: 'Mine', origin: 'operator' })
    expect(
      (await conflicts(store)).map(({ kind, key, held, seed: offered }) => [
        kind,
        key,
        held.title,
        offered.title,
      ]),
    ).toEqual([['policy-event', EVENT, 'Mine', 'A better title']])
  })

  test('of a series revises its own rows, leaves live ones, and lists a live one it disagrees with', async ({
    store,
  }) => {
    await seed(store, first)
    await store.sql`update bars set superseded_at = ${first} where session_date = '2026-10-07' and instrument_id = (select id from instruments where ticker = 'MP')`
    await store.sql`
      insert into bars (instrument_id, session_date, revision, close, status, basis, source, recorded_at)
      select id, '2026-10-07', 2, 46.31, 'final', 'splits', 'yahoo', ${first} from instruments where ticker = 'MP'`
    const folder = await changedSeed(
      'history/MP.csv',
      '2026-10-07,47,47.115,45.58,46.31,5937600\n2026-10-08,45.37,46.75,45.28,46.14,5460800',
      '2026-10-07,47,47.115,45.58,46.9,5937600\n2026-10-08,45.37,46.75,45.28,46.2,5460800',
    )
    await seed(store, later, folder)
    expect(await closeOf(store, 'MP', '2026-10-07')).toMatchObject({
      close: 46.31,
      source: 'yahoo',
      revision: 2,
    })
    expect(await closeOf(store, 'MP', '2026-10-08')).toMatchObject({
      close: 46.2,
      source: 'starter',
      revision: 2,
    })
    expect((await conflicts(store)).map(({ kind, key }) => [kind, key])).toEqual([['bar', 'MP 2026-10-07']])
  })

  test('with a file that does not fit its schema is refused and changes nothing', async ({ store }) => {
    await seed(store, first)
    const folder = await changedSeed('history/UUUU.csv', '2026-10-08,10.04', '2026-10-08,-10.04')
    await expect(seed(store, later, folder)).rejects.toThrow(/open/)
    expect(await closeOf(store, 'UUUU', '2026-10-08')).toMatchObject({ close: 9.94, revision: 1 })
  })
})
