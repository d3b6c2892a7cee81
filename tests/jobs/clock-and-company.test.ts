import { describe, expect } from 'vitest'
import { test as cliTest } from '../support/cli-rehearsal.ts'
import { test, type JobsRehearsal } from '../support/jobs-rehearsal.ts'

const hour = 3_600_000

const histories = async ({ store: { sql } }: JobsRehearsal) => sql<
  { ticker: string; date: string; revision: number; recorded: string; superseded: string | null }[]
>`
  select ticker, session_date::text as date, revision, recorded_at::text as recorded, superseded_at::text as superseded
  from bars join instruments on instruments.id = instrument_id order by ticker, session_date, revision`

/** Every key has one current row, and each revision begins where the one before it ended. */
async function expectUnbroken(jobs: JobsRehearsal): Promise<void> {
  const rows = await histories(jobs)
  for (const [place, row] of rows.entries()) {
    const next = rows[place + 1]
    const isLast = next === undefined || next.ticker !== row.ticker || next.date !== row.date
    expect([row, row.superseded]).toEqual([row, isLast ? null : next.recorded])
  }
}

/** What is shown now, without when it came. */
const current = async ({ store: { sql } }: JobsRehearsal) => sql`
  select ticker, session_date, open, high, low, close, adj_close, volume, status, source, flags
  from bars join instruments on instruments.id = instrument_id
  where superseded_at is null order by ticker, session_date`

test('a clock that steps back an hour breaks no history: later revisions stay later, none is lost', async ({
  jobs,
}) => {
  await jobs.run('quotes-xnys')
  for (const fault of ['Q01', 'Q06']) {
    jobs.time.advance(-hour)
    jobs.standIn.scenario('yahoo', fault)
    const steppedBack = jobs.time.nowMs()
    expect(await jobs.run('quotes-xnys')).toMatchObject({ outcome: 'ok' })
    // It does not wait for the hour to come again.
    expect(jobs.time.nowMs() - steppedBack).toBeLessThan(60_000)
    jobs.time.advance(60_000)
    expect(await jobs.run('quotes-xnys')).toMatchObject({ outcome: 'ok' })
  }
  await expectUnbroken(jobs)
  const [turns] = await jobs.store.sql`
    select bool_and(superseded_at is null or superseded_at > recorded_at) as forward from bars`
  expect(turns?.['forward']).toBe(true)
})

describe('two processes that refresh the same series at once', () => {
  cliTest('leave the rows of one', async ({ cli }) => {
    await Promise.all([cli.run('quotes-xnys'), cli.type('backfill MP UUUU'), cli.type('backfill UUUU MP')])
    await expectUnbroken(cli)
    const together = await current(cli)
    cli.time.advance(60_000)
    expect(await cli.run('quotes-xnys')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    expect(await current(cli)).toEqual(together)
    const [twice] = await cli.store.sql`
      select count(*)::int as rows from (
        select 1 from bars where source = 'yahoo' group by instrument_id, session_date, close, status having count(*) > 1
      ) repeated`
    expect(twice?.['rows']).toBe(0)
  })
})
