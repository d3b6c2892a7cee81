import { askForInstrument } from '@oreline/server/db/instrument-requests.ts'
import { pauseInstrument, unfollowInstrument } from '@oreline/server/db/followed-instrument.ts'
import { tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect } from 'vitest'
import { test as cliTest } from '../../support/cli-rehearsal.ts'
import { test, type JobsRehearsal } from '../../support/jobs-rehearsal.ts'

const ask = async ({ db, time }: JobsRehearsal, symbol: string) =>
  askForInstrument(db, { symbol, now: time.clock() })
const requests = async ({ db }: JobsRehearsal) =>
  db.query.instrumentRequests.findMany({ orderBy: ({ id }, { asc }) => asc(id) })
const chartsAsked = ({ standIn }: JobsRehearsal, symbol: string): number =>
  standIn.log().filter(({ path }) => path.includes(`/chart/${encodeURIComponent(symbol)}?`)).length

describe('a symbol somebody wants followed', () => {
  test('is looked up, stored and pulled whole; from then on the jobs keep it up to date', async ({
    jobs,
  }) => {
    await ask(jobs, 'USAR')
    await ask(jobs, 'ILU.AX')
    expect(await jobs.run('quotes-add')).toMatchObject({ outcome: 'ok' })
    const [usar, iluka] = await requests(jobs)
    expect(usar).toMatchObject({
      state: 'done',
      ticker: 'USAR',
      detail: 'USA Rare Earth, Inc. is followed.',
      barsStored: 1_732,
    })
    expect(iluka).toMatchObject({ state: 'done', detail: 'ILUKA FPO [ILU] is followed.' })
    const held = await jobs.bars('USAR')
    expect(held[0]).toMatchObject({ sessionDate: '2020-01-02', source: 'yahoo' })
    expect(held.at(-1)).toMatchObject({ sessionDate: '2026-11-20' })

    jobs.time.advance(3 * 86_400_000)
    const { sources } = await jobs.run('quotes-xnys')
    expect(sources).toContainEqual(expect.objectContaining({ scope: 'USAR', kind: 'ok' }))
  })

  test.for([
    ['NOSUCH', 'Yahoo knows no symbol NOSUCH.'],
    ['PRE.L', 'PRE.L is listed on LSE; Oreline has the calendars of New York, Sydney and Shanghai.'],
    ['GC=F', 'GC=F is no stock and no exchange-traded fund (FUTURE).'],
  ] as const)('%s is refused with the reason, and nothing is stored', async ([symbol, why], { jobs }) => {
    await ask(jobs, symbol)
    await jobs.run('quotes-add')
    expect(await requests(jobs)).toMatchObject([{ state: 'refused', detail: why, ticker: null }])
    expect(
      await jobs.db.query.instruments.findFirst({ where: (row, { eq }) => eq(row.ticker, symbol) }),
    ).toBe(undefined)
  })

  test('waits while Yahoo is silent, keeps its place, and is taken up by the next run', async ({ jobs }) => {
    await ask(jobs, 'USAR')
    jobs.standIn.scenario('yahoo', 'H10', 1)
    await jobs.run('quotes-add')
    const [waiting] = await requests(jobs)
    expect(waiting).toMatchObject({ state: 'pending', ticker: null })
    expect(waiting?.detail).toMatch(/^Yahoo may be asked again at 2026-11-21T/)
    jobs.time.advance(2 * 86_400_000)
    await jobs.run('quotes-add')
    expect(await requests(jobs)).toMatchObject([{ state: 'done', ticker: 'USAR' }])
  })

  test('is asked for once, however often somebody presses', async ({ jobs }) => {
    const first = await ask(jobs, 'USAR')
    expect(await ask(jobs, 'USAR')).toEqual(first)
  })

  test('that was removed comes back with what was stored of it', async ({ jobs }) => {
    await ask(jobs, 'USAR')
    await jobs.run('quotes-add')
    await unfollowInstrument(jobs.db, jobs.time.clock, tickerSchema.parse('USAR'))
    jobs.time.advance(60_000)
    const before = chartsAsked(jobs, 'USAR')
    expect(before).toBeGreaterThan(1)
    await jobs.run('quotes-xnys')
    expect(chartsAsked(jobs, 'USAR')).toBe(before)
    await ask(jobs, 'USAR')
    await jobs.run('quotes-add')
    expect(await requests(jobs)).toMatchObject([{ barsStored: 1_732 }, { state: 'done', barsStored: 0 }])
    expect(await jobs.bars('USAR')).toHaveLength(1_732)
  })
})

test('a paused instrument is asked of nobody, and what is stored stays', async ({ jobs }) => {
  await jobs.run('quotes-xnys')
  const held = await jobs.bars('MP')
  const asked = chartsAsked(jobs, 'MP')
  expect(asked).toBe(1)
  const mp = tickerSchema.parse('MP')
  expect(await pauseInstrument(jobs.db, jobs.time.clock, { ticker: mp, paused: true })).toBe(true)
  jobs.time.advance(3 * 86_400_000)
  const { sources } = await jobs.run('quotes-xnys')
  expect(sources.map(({ scope }) => scope)).not.toContain('MP')
  expect(chartsAsked(jobs, 'MP')).toBe(asked)
  await pauseInstrument(jobs.db, jobs.time.clock, { ticker: mp, paused: false })
  jobs.time.advance(60_000)
  await jobs.run('quotes-xnys')
  expect((await jobs.bars('MP')).length).toBeGreaterThan(held.length)
})

describe('pnpm oreline add', () => {
  cliTest('follows what it can, says why not the rest, and tells a script the same', async ({ cli }) => {
    const typed = await cli.type('add usar PRE.L --json')
    expect(typed.exitCode).toBe(1)
    expect(JSON.parse(typed.stdout)).toMatchObject({
      command: 'add',
      outcome: 'incomplete',
      symbols: [
        { symbol: 'USAR', state: 'done', ticker: 'USAR', rows_written: 1_732 },
        { symbol: 'PRE.L', state: 'refused', ticker: null, rows_written: 0 },
      ],
    })
    expect(await cli.type('add USAR')).toMatchObject({ exitCode: 0 })
  })

  cliTest.for([
    ['add', 'Which symbol?'],
    ['add US$R', 'is no symbol'],
  ] as const)('refuses %s before anything is done', async ([words, says], { cli }) => {
    const { exitCode, stderr } = await cli.type(words)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(says)
  })
})
