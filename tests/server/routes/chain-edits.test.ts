/** Rows of the chain changed by people, a file of it brought in, and a store from before its rows. */
import { getChainRowHistory, putChainRow } from '@oreline/shared/api/chain-edits.ts'
import { getMoney, getMoneySums } from '@oreline/shared/api/chain-figures.ts'
import { chainPreviewSchema } from '@oreline/shared/api/chain-file.ts'
import { getChainMap } from '@oreline/shared/api/chain.ts'
import { getPolicyEvent } from '@oreline/shared/api/policy-events.ts'
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { seedReference } from '@oreline/server/db/seed/seed-reference.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import * as z from 'zod'
import { ask, read, test, type Reply } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { silentLog } from '../../support/database.ts'
import { seedJson } from '../../support/seed-files.ts'
import { takeInReference } from '../../support/store-rows.ts'

const chain = '/api/v1/chain'
const file = new URL('../../../migrations/seed/chain.json', import.meta.url)
const friday = instant('2026-11-20T08:00:00.000Z')
const pilot = 'uuuu-separation-white-mesa-mill-pilot-utah'
const reason = {
  by: 'An analyst',
  why: 'Output was reported',
  sources: [
    { name: 'A release', url: 'https://example.org/release', date: '2026-11-19' },
    { name: 'A paper', url: 'https://example.org/paper', date: '2026-11-20' },
  ],
}

const dataOf = ({ json }: Reply) => z.object({ data: z.unknown() }).parse(json).data

/** The row as it is served, which is what an editor starts from. */
async function pilotNow(app: FastifyInstance, query = '') {
  const { data } = await read(app, getChainMap, `${chain}/map?${query}`)
  const row = data.coverage.find(({ id }) => id === `coverage/${pilot}`)
  if (row === undefined) throw new Error('the chain has lost the pilot')
  return row
}

test('a row is changed, refused, taken off and brought again; each revision keeps who and why', async ({
  app,
  db,
}) => {
  await takeInReference(db, friday)
  const address = `${chain}/rows/coverage/${pilot}`
  const put = async (row: object, base: number | null) =>
    ask(app, address, { method: 'PUT', body: { row, base, reason } })
  const shippedRow = await pilotNow(app)

  const refused = await put(
    { ...shippedRow, expected: '2024-12-31', event_ids: ['no-such'] },
    shippedRow.revision,
  )
  expect(refused).toMatchObject({
    status: 400,
    json: {
      parameter: 'row.expected',
      errors: [{ parameter: 'row.expected' }, { parameter: 'row.event_ids.0' }],
    },
  })
  expect(await pilotNow(app)).toEqual(shippedRow)

  const running = { ...shippedRow, status: 'operating', expected: null, expected_precision: null }
  const written = await put(running, shippedRow.revision)
  expect(written.status).toBe(200)
  const { revision } = putChainRow.response.parse(written.json).data
  const now = await pilotNow(app)
  expect(now).toMatchObject({ status: 'operating', expected: null, revision, origin: 'operator' })
  // As of the day before, and for whoever started from there.
  expect(await pilotNow(app, `as_of=${friday}`)).toEqual(shippedRow)
  expect(await put({ ...shippedRow, note: 'slower' }, shippedRow.revision)).toMatchObject({
    status: 409,
    json: { code: 'edit-conflict', held: { revision, body: { status: 'operating' } } },
  })
  // Saying what is held already leaves no trace.
  expect(putChainRow.response.parse((await put(running, revision)).json).data.revision).toBe(revision)
  expect((await ask(app, '/chain.json')).text).toContain('"status": "operating"')
  expect((await ask(app, `/chain.json?as_of=${friday}`)).text).toBe(readFileSync(file, 'utf8'))

  const remove = async (id: string, base: number) =>
    ask(app, `${chain}/rows/${id}`, { method: 'DELETE', body: { base, reason } })
  expect(await remove(`coverage/${pilot}`, revision)).toMatchObject({ status: 200 })
  expect(await remove(`coverage/${pilot}`, revision)).toMatchObject({
    status: 404,
    json: { code: 'unknown-chain-row' },
  })
  expect(await put(running, null)).toMatchObject({ status: 200 })
  const { data } = await read(app, getChainRowHistory, `${address}/history`)
  expect(data.map(({ action, by }) => [action, by])).toEqual([
    ['create', 'An analyst'],
    ['remove', 'An analyst'],
    ['edit', 'An analyst'],
    ['seed', null],
  ])
  expect(data[2]?.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['status', 'commissioning', 'operating'],
    ['expected', '2026-12-31', null],
    ['expected_precision', 'quarter', null],
  ])

  const money = await read(app, getMoney, `${chain}/money`)
  const holder = money.data.find(({ amount }) => amount === 258)
  expect(await remove(holder?.id ?? '', holder?.revision ?? 0)).toMatchObject({
    status: 400,
    json: { parameter: 'slug', named_by: ['money/2022-06-14-lynas-us-department-of-defense-war-grant'] },
  })
  expect(await remove('element/dy', 1)).toMatchObject({ status: 400, json: { parameter: 'part' } })
  // An act that a row names stays on the timeline, or the row would name nothing.
  const act = '/api/v1/policy-events/us-2020-11-17-dod-mp-9-6m'
  const { revision: base } = (await read(app, getPolicyEvent, act)).data
  expect(await ask(app, act, { method: 'DELETE', body: { base, reason } })).toMatchObject({
    status: 400,
    json: {
      named_by: [
        'us-2019-07-22-dpa-303-rare-earth-determinations',
        'coverage/mp-separation-mountain-pass-california',
        'money/2020-11-17-mp-materials-us-department-of-defense-war-grant',
      ],
    },
  })
})

test('a file of the chain is brought in, all of it or nothing; one that was given out changes nothing', async ({
  app,
  db,
}) => {
  await takeInReference(db, friday)
  const post = async (where: string, body: object) =>
    ask(app, `${chain}/file${where}`, { method: 'POST', body })
  const sent = chainSchema.parse(seedJson('chain'))
  const { base, ...same } = chainPreviewSchema.parse(dataOf(await post('/preview', { chain: sent })))
  expect(same).toEqual({ added: [], changed: [], unchanged: 327, missing: [], fault_count: 0, faults: [] })

  const [mine, ...others] = sent.coverage
  const [first] = sent.announced_money
  const changed = {
    ...sent,
    coverage: [{ ...mine, note: 'Checked again.' }, ...others],
    announced_money: [...sent.announced_money.slice(1), { ...first, payer: 'Somebody else' }],
  }
  const wrong = { ...changed, coverage: [{ ...mine, elements: ['Xx'] }, ...others, mine] }
  expect(await post('', { chain: wrong, reason })).toMatchObject({
    status: 400,
    json: { parameter: 'chain.coverage.0.elements.0' },
  })
  expect(await post('', { chain: { ...sent, coverage: [...sent.coverage, mine] }, reason })).toMatchObject({
    status: 400,
    json: { errors: [{ parameter: 'chain.coverage.51', detail: 'stands at coverage.0 already' }] },
  })
  expect(chainPreviewSchema.parse(dataOf(await post('/preview', { chain: changed })))).toMatchObject({
    added: ['money/2011-03-30-lynas-somebody-else-equity'],
    changed: [{ id: 'coverage/mp-mining-mountain-pass-california', fields: [{ field: 'note' }] }],
    missing: ['money/2011-03-30-lynas-jare-sojitz-and-jogmec-equity'],
    base,
  })
  expect(dataOf(await post('', { chain: changed, base, reason }))).toEqual({
    added: 1,
    changed: 1,
    unchanged: 325,
    kept: 1,
  })
  expect(await post('', { chain: sent, base, reason })).toMatchObject({ status: 409 })
  // What is held now goes out and comes in again without a trace.
  const out: unknown = JSON.parse((await ask(app, '/chain.json')).text)
  expect(chainPreviewSchema.parse(dataOf(await post('/preview', { chain: out })))).toMatchObject({
    added: [],
    changed: [],
    unchanged: 328,
    missing: [],
  })
})

test('a store from when one record held the whole chain goes over to rows, and reads as of before', async ({
  app,
  store,
}) => {
  const { db } = store
  // Its rows of money did not say which of them holds another.
  const whole = JSON.parse(JSON.stringify(seedJson('chain')).replace(/,"counted_in":"[^"]+"/, ''))
  await db.transaction((tx) =>
    seedReference(tx, { kind: 'chain', documents: [{ key: 'chain', body: whole }], at: friday }),
  )
  const before = await read(app, getChainMap, `${chain}/map?at=2026-11-20`)
  expect(before.data.coverage).toHaveLength(51)

  const folder = await mkdtemp(path.join(tmpdir(), 'oreline-chain-'))
  await copyFile(fileURLToPath(file), path.join(folder, 'chain.json'))
  const saturday = instant('2026-11-21T08:00:00.000Z')
  await seedStore({ db, clock: () => saturday, log: silentLog, folder })
  const [{ n } = { n: -1 }] = await store.sql`
    select count(*) n from reference_revisions where kind = 'chain' and key = 'chain' and superseded_at is null`
  expect(n).toBe(0)
  const now = await read(app, getChainMap, `${chain}/map?at=2026-11-20`)
  expect(now.data.coverage).toHaveLength(51)
  expect(new Set(now.data.coverage.map(({ revision }) => revision)).size).toBe(51)
  expect(await read(app, getChainMap, `${chain}/map?at=2026-11-20&as_of=${friday}`)).toMatchObject({
    data: before.data,
  })
  const sums = async (query: string) => {
    const { data } = await read(app, getMoneySums, `${chain}/money-sums?by=kind${query}`)
    return data.find(({ name, currency }) => name === 'grant' && currency === 'USD')?.conditional
  }
  expect([await sums(''), await sums(`&as_of=${friday}`)]).toEqual([458, 578])
})
