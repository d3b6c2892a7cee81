/** The chain over HTTP: what touches it on a day, its figures, and its rows changed by people. */
import { getChainRowHistory, putChainRow } from '@oreline/shared/api/chain-edits.ts'
import { getChinaShares, getDisclosed, getMoney, getMoneySums } from '@oreline/shared/api/chain-figures.ts'
import { getChain, getChainMap, type ChainMap } from '@oreline/shared/api/chain.ts'
import { seedReference } from '@oreline/server/db/seed/seed-reference.ts'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
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

const elementIn = ({ elements }: ChainMap, symbol: string) => elements.find((one) => one.symbol === symbol)

describe('the chain as shipped', () => {
  test('says which act controls which element, and whether it holds, on the day', async ({ shipped }) => {
    const on = async (at: string) => (await read(shipped, getChainMap, `${chain}/map?at=${at}`)).data
    const now = await on('2026-11-21')
    expect([now.stages, now.elements, now.coverage].map(({ length }) => length)).toEqual([7, 17, 51])
    expect(elementIn(now, 'Dy')?.controls).toMatchObject([
      {
        event_id: 'cn-2025-04-04-mofcom-18',
        state: { value: 'effective', since: '2025-04-04' },
        until: null,
      },
    ])
    expect(elementIn(now, 'Ho')?.controls).toMatchObject([
      { state: { value: 'suspended', unconfirmed: true }, until: '2026-11-10' },
    ])
    const before = await on('2025-01-01')
    expect(elementIn(before, 'Dy')?.controls).toMatchObject([{ state: null }])
    expect(before.controls_all_elements.map(({ state }) => state?.value)).toEqual([
      'effective',
      undefined,
      undefined,
      undefined,
    ])
    expect(await read(shipped, getChain, `${chain}?stage=magnet&element=Nd&ticker=MP`)).toMatchObject({
      data: [
        { site: 'Independence, Fort Worth, Texas', status: 'commissioning', group: 'light' },
        { site: '10X, Northlake, Texas', status: 'planned', expected: '2028-12-31' },
      ],
    })
  })

  test('gives shares side by side, figures with their basis, and money without adding it twice', async ({
    shipped,
  }) => {
    const shares = await read(shipped, getChinaShares, `${chain}/china-share`)
    expect(shares.data).toHaveLength(21)
    expect(shares.data.filter(({ stage }) => stage === 'refining').map((row) => row.share_percent)).toEqual([
      92,
      77,
      null,
      80,
      70,
      77,
      93,
      70,
    ])
    for (const [metric, figures, basis] of [
      ['NdPr realised price', 6, 'oxide equivalent'],
      ['NdPr production', 12, 'oxide weight'],
      ['Price Protection Agreement income', 3, 'booked outside revenue'],
    ] as const) {
      const { data } = await read(shipped, getDisclosed, `${chain}/disclosed?ticker=MP&metric=${metric}`)
      expect(data).toHaveLength(figures)
      for (const row of data) expect(row.basis).toContain(basis)
    }
    const money = await read(shipped, getMoney, `${chain}/money?from=2025-04-01&at=2025-12-31`)
    expect([money.data[0]?.date, money.data.at(-1)?.date]).toEqual(['2025-04-01', '2025-11-26'])
    const sums = await read(shipped, getMoneySums, `${chain}/money-sums?by=jurisdiction`)
    expect(sums.data).toContainEqual(
      expect.objectContaining({ name: 'JP', currency: 'USD', unit: 'million', paid: 259, conditional: 0 }),
    )
  })

  test.for([
    ['?element=Dy,Xx', 'element'],
    ['?stage=melting', 'stage'],
    ['?ticker=XYZ', 'ticker'],
    ['?at=2025-13-01', 'at'],
    ['/disclosed?metric=NdPr price', 'metric'],
    ['/money?from=2026-01-01&to=2025-01-01', 'from'],
    ['/money-sums?by=colour', 'by'],
    ['/map?as_of=2020-01-01T00:00:00Z', 'as_of'],
    ['/rows/stage/mining/history', 'part'],
    ['/rows/coverage/nowhere/history', 'slug'],
  ] as const)('%s is refused, naming %s', async ([question, parameter], { shipped }) => {
    const { status, json } = await ask(shipped, `${chain}${question}`)
    expect([status, json]).toMatchObject([
      expect.toSatisfy((code) => code === 400 || code === 404),
      { parameter },
    ])
  })

  test('leaves as the file it came in, to the byte', async ({ shipped }) => {
    const { text, headers } = await ask(shipped, '/chain.json')
    expect(text).toBe(readFileSync(file, 'utf8'))
    const again = await ask(shipped, '/chain.json', { headers: { 'if-none-match': String(headers['etag']) } })
    expect(again.status).toBe(304)
    expect(await ask(shipped, '/chain.json?as_of=2020-01-01T00:00:00Z')).toMatchObject({ status: 404 })
  })
})

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
