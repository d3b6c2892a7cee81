import { getFx } from '@oreline/shared/api/fx.ts'
import { buildApp } from '../../server/app.ts'
import { appParts, read } from '../support/app.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'

const minutes = 60_000
const days = 24 * 60 * minutes

/** The newest current rates of the dollar with their sources, newest first. */
const dollars = async ({ store }: JobsRehearsal, count = 4) =>
  store.sql<{ rate_date: string; source: string; revision: number }[]>`
    select rate_date, source, revision from fx_rates
    where currency = 'USD' and superseded_at is null order by rate_date desc limit ${count}`
const sourcesOf = async (jobs: JobsRehearsal) =>
  (await dollars(jobs)).map(({ rate_date: date, source }) => `${date} ${source}`)
const asked = ({ standIn }: JobsRehearsal) =>
  standIn.log().flatMap(({ route, path }) => (route === 'frankfurter' ? [path] : []))
const warned = ({ log }: JobsRehearsal, code: string) => log.lines().filter((line) => line['code'] === code)

const stale = ['2026-11-17 ecb', '2026-11-16 ecb', '2026-11-13 ecb', '2026-11-12 ecb']
const stoodIn = ['2026-11-20', '2026-11-19', '2026-11-18'].map((date) => `${date} frankfurter`)

describe('Frankfurter behind the ECB', () => {
  test('X03: gives the days that the ECB has not, marked as its own, until the ECB gives them', async ({
    jobs,
  }) => {
    jobs.standIn.scenario('ecb', 'X03')
    const run = await jobs.run('fx-ecb')
    expect(run.sources).toMatchObject([
      { source: 'ecb', kind: 'ok', detail: 'X03' },
      { source: 'frankfurter', kind: 'ok', rows_written: 9 },
    ])
    expect(await sourcesOf(jobs)).toEqual([...stoodIn, '2026-11-17 ecb'])
    expect(asked(jobs)).toEqual(['/v1/2026-11-03..2026-11-20?base=EUR&symbols=AUD,CNY,USD'])

    const app = await buildApp(appParts({ store: jobs.store, clock: jobs.time.clock }))
    onTestFinished(() => app.close())
    const { data, meta } = await read(app, getFx, '/api/v1/fx?pairs=AUDUSD&from=2026-11-16')
    expect(data.map(({ date, source }) => `${date} ${source}`)).toEqual([
      '2026-11-16 ecb',
      '2026-11-17 ecb',
      ...stoodIn.toReversed(),
    ])
    expect(meta.sources).toEqual(['ecb', 'frankfurter'])

    jobs.time.advance(minutes)
    expect((await jobs.run('fx-ecb')).sources).toMatchObject([{ source: 'ecb', rows_written: 9 }])
    const now = await dollars(jobs, 3)
    expect(now).toMatchObject(now.map(() => ({ source: 'ecb', revision: 2 })))
    // A stand-in's rate is no past value that changed.
    expect(warned(jobs, 'X04')).toEqual([])
    // What was stored of Frankfurter's is read as of then, for ever.
    const then = await read(app, getFx, `/api/v1/fx?pairs=EURUSD&from=2026-11-20&as_of=${meta.as_of}`)
    expect(then.data).toMatchObject([{ source: 'frankfurter' }])
  })

  test('is asked at once where the ECB fails, and not before six where it is only slow', async ({ jobs }) => {
    await jobs.run('fx-ecb')
    const monday = '2026-11-23T15:30:00Z'
    jobs.time.advance(Date.parse(monday) - jobs.time.nowMs())
    jobs.standIn.scenario('ecb', 'X03')
    await jobs.run('fx-ecb')
    expect(asked(jobs)).toEqual([])
    jobs.time.advance(90 * minutes)
    jobs.standIn.scenario('ecb', 'X03')
    await jobs.run('fx-ecb')
    expect((await sourcesOf(jobs))[0]).toBe('2026-11-23 frankfurter')
    jobs.time.advance(days - 90 * minutes)
    jobs.standIn.scenario('ecb', 'H04')
    expect(await jobs.run('fx-ecb')).toMatchObject({ outcome: 'partial' })
    expect((await sourcesOf(jobs)).slice(0, 2)).toEqual(['2026-11-24 frankfurter', '2026-11-23 frankfurter'])
  })

  test('X07: rates more than 0.5 % off the ECB’s of the same days are refused, currency by currency', async ({
    jobs,
  }) => {
    jobs.standIn.scenario('ecb', 'X03')
    jobs.standIn.scenario('frankfurter', 'X07')
    await jobs.run('fx-ecb')
    expect(await sourcesOf(jobs)).toEqual(stale)
    expect(warned(jobs, 'X07')).toMatchObject([{ level: 40, source: 'frankfurter' }])
    const written = await jobs.store.sql`
      select currency, count(*)::int from fx_rates where source = 'frankfurter' group by 1 order by 1`
    expect(written).toEqual([
      { currency: 'AUD', count: 3 },
      { currency: 'CNY', count: 3 },
    ])
    expect(new Set((await jobs.db.query.rejects.findMany()).map(({ source }) => source))).toEqual(
      new Set(['frankfurter']),
    )

    jobs.time.advance(minutes)
    jobs.standIn.scenario('ecb', 'X03')
    jobs.standIn.scenario('frankfurter', 'X07-all')
    const refused = await jobs.run('fx-ecb')
    expect(refused.sources).toMatchObject([{ source: 'ecb' }, { kind: 'broken', rows_written: 0 }])
    expect(await sourcesOf(jobs)).toEqual(stale)
    jobs.time.advance(minutes)
    jobs.standIn.scenario('ecb', 'X03')
    jobs.standIn.scenario('frankfurter', 'X07-rounded')
    await jobs.run('fx-ecb')
    expect(await sourcesOf(jobs)).toEqual([...stoodIn, '2026-11-17 ecb'])
  })

  test('gives whole years where the ECB has never answered, and no rate of its own beside the ECB’s', async ({
    jobs,
  }) => {
    jobs.standIn.scenario('ecb', 'H04')
    await jobs.run('fx-ecb')
    expect(asked(jobs)).toEqual(['/v1/2020-01-01..2026-11-20?base=EUR&symbols=AUD,CNY,USD'])
    jobs.time.advance(days)
    await jobs.run('fx-ecb')
    const left = await jobs.store.sql`
      select from fx_rates where source = 'frankfurter' and superseded_at is null`
    expect(left).toHaveLength(0)
  })
})
