import { describe, expect } from 'vitest'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'

const hours = 3_600_000

const ratesOf = async ({ db }: JobsRehearsal) =>
  db.query.fxRates.findMany({
    orderBy: (row, { asc }) => [asc(row.currency), asc(row.rateDate), asc(row.revision)],
  })

describe('a run of reference rates', () => {
  test('brings the history first and the last ninety days from then on, of the currencies in use', async ({
    jobs,
  }) => {
    const first = await jobs.run('fx-ecb')
    expect(first).toMatchObject({ outcome: 'ok' })
    expect(new Set((await ratesOf(jobs)).map(({ currency }) => currency))).toEqual(
      new Set(['AUD', 'CNY', 'USD']),
    )
    jobs.time.advance(72 * hours)
    const second = await jobs.run('fx-ecb')
    expect(second).toMatchObject({ outcome: 'ok', rowsWritten: 3 })
    expect(jobs.standIn.log().map(({ path }) => path.split('/').at(-1))).toEqual([
      'eurofxref-hist.zip',
      'eurofxref-hist-90d.xml',
    ])
    expect(await jobs.db.query.sourceHealth.findFirst()).toMatchObject({
      scope: 'all',
      newestItem: '2026-11-23',
    })
  })

  test('asks for the history again after a silence that the last ninety days do not bridge', async ({
    jobs,
  }) => {
    await jobs.run('fx-ecb')
    jobs.time.advance(81 * 24 * hours)
    await jobs.run('fx-ecb')
    expect(jobs.standIn.log().map(({ path }) => path.split('/').at(-1))).toEqual([
      'eurofxref-hist.zip',
      'eurofxref-hist.zip',
    ])
  })

  test('X04: keeps both of a corrected rate, the later is current', async ({ jobs }) => {
    await jobs.run('fx-ecb')
    jobs.time.advance(hours)
    jobs.standIn.scenario('ecb', 'X04')
    expect(await jobs.run('fx-ecb')).toMatchObject({ rowsWritten: 1 })
    const corrected = (await ratesOf(jobs)).filter(
      ({ revision, supersededAt }) => revision > 1 || supersededAt !== null,
    )
    expect(corrected).toMatchObject([
      { currency: 'AUD', revision: 1, supersededAt: corrected[1]?.recordedAt },
      { currency: 'AUD', revision: 2, perEur: 1.7123, supersededAt: null },
    ])
  })

  test('passes over an answer that is the same, byte for byte', async ({ jobs }) => {
    await jobs.run('fx-ecb')
    jobs.time.advance(hours)
    await jobs.run('fx-ecb')
    jobs.time.advance(hours)
    expect((await jobs.run('fx-ecb')).sources).toMatchObject([{ kind: 'unchanged', rows_written: 0 }])
  })

  for (const fault of ['H01', 'H04', 'X08-no-zip', 'H24-many'])
    test(`${fault}: leaves every rate as it is and says since when`, async ({ worked }) => {
      const before = await ratesOf(worked)
      worked.standIn.scenario('ecb', fault, 20)
      worked.standIn.scenario('frankfurter', 'H04', 20)
      const run = await worked.run('fx-ecb')
      worked.standIn.clearScenarios()
      expect(run).toMatchObject({ outcome: 'failed', rowsWritten: 0 })
      expect(await ratesOf(worked)).toEqual(before)
      const health = await worked.db.query.sourceHealth.findFirst({
        where: (row, { eq }) => eq(row.source, 'ecb'),
      })
      expect(['broken', 'blocked']).toContain(health?.state)
    })
})
