import { describe, expect } from 'vitest'
import { documentOf, test, type CliRehearsal } from '../../support/cli-rehearsal.ts'

/** Everything stored of the world, as it would be read. */
const rowsOf = async ({ store: { sql } }: CliRehearsal) => ({
  bars: await sql`select * from bars order by instrument_id, session_date, revision`,
  actions: await sql`select * from corporate_actions order by instrument_id, ex_date, revision`,
  filings:
    await sql`select source, source_id, revision, title from filings order by source, source_id, revision`,
  rates: await sql`select * from fx_rates order by currency, rate_date, revision`,
  documents: await sql`select * from policy_documents order by source, source_id, revision`,
})

const runsOf = async ({ db }: CliRehearsal) =>
  db.query.jobRuns.findMany({ orderBy: ({ id }, { asc }) => asc(id) })

const askedRoutes = ({ standIn }: CliRehearsal) => new Set(standIn.log().map(({ route }) => route))

describe('a backfill', () => {
  test('stores every source’s history from 2020-01-01 on, and writes nothing the second time', async ({
    cli,
  }) => {
    const first = await cli.type('backfill')
    expect(first).toMatchObject({ exitCode: 0, stderr: '' })
    expect(first.stdout).toContain('1/15 yahoo MP: 1,732 rows\n2/15 yahoo UUUU: ')
    expect(first.stdout).toMatch(/Complete: (\d+) of \1 answered; [\d,]+ rows were written\.\n$/)
    const mp = await cli.bars('MP')
    expect(mp[0]).toMatchObject({ sessionDate: '2020-01-02', source: 'yahoo', status: 'final' })
    expect((await cli.bars('600111.SS'))[0]?.sessionDate).toBe('2020-01-02')
    // Second sources are steps where they are wanted: Tencent of Shanghai's two, EODHD only with a key.
    expect(first.stdout).toMatch(/9\/16 tencent 600111\.SS: 1,668 rows\n10\/17 tencent 000300\.SS: /)
    expect(first.stdout).not.toContain('eodhd')
    const [filings] = await cli.store.sql`
      select count(distinct source) as sources, min(published_on) filter (where source = 'sec') as sec,
        min(published_on) filter (where source = 'sse') as sse from filings`
    expect(filings?.['sources']).toBe(3)
    expect(String(filings?.['sec']) < '2020-02-01').toBe(true)
    expect(String(filings?.['sse']) < '2020-02-01').toBe(true)
    const [rates] = await cli.store.sql`select min(rate_date) as first from fx_rates`
    expect(String(rates?.['first']) <= '2020-01-02').toBe(true)

    // Of governments only the registers have a history, and none of it is news.
    const documents = await cli.store.sql`
      select source, min(published_on) as first, bool_and(was_there_before) as old
      from policy_documents group by source order by source`
    expect(documents.map(({ source, first: from, old }) => [source, String(from).slice(0, 7), old])).toEqual([
      ['federal-register', '2020-01', true],
      ['mofcom', '2023-01', true],
    ])

    const before = await rowsOf(cli)
    cli.time.advance(60_000)
    const second = await cli.type('backfill')
    expect(second).toMatchObject({ exitCode: 0 })
    expect(second.stdout).toMatch(/\/(\d+) sse 600111\.SS: nothing new\n/)
    expect(second.stdout).toMatch(/Complete: (\d+) of \1 answered; 0 rows were written\./)
    expect(await rowsOf(cli)).toEqual(before)
  })

  test('of everything stands in the ledger as a run by request of each job', async ({ cli }) => {
    await cli.type('backfill')
    const runs = await runsOf(cli)
    expect(runs.map(({ job }) => job)).toEqual([
      'quotes-xnys',
      'quotes-xasx',
      'quotes-xshg',
      'fx-ecb',
      'filings-sec',
      'filings-asx',
      'filings-sse',
      'policy-federal-register',
      'policy-mofcom',
    ])
    expect(new Set(runs.map(({ trigger, outcome }) => `${trigger} ${outcome}`))).toEqual(
      new Set(['request ok']),
    )
    expect(runs[0]).toMatchObject({
      rowsWritten: 4 * 1_732,
      sources: [{ scope: 'MP', kind: 'ok' }, {}, {}, {}],
    })
    expect(runs.every(({ finishedAt }) => finishedAt !== null)).toBe(true)
  })

  test('of named tickers asks about them alone, and is no run of their jobs', async ({ cli }) => {
    const { exitCode, stdout } = await cli.type('backfill UUUU LYC.AX')
    expect(exitCode).toBe(0)
    expect(
      stdout
        .split('\n')
        .slice(0, 4)
        .map((line) => line.split(':')[0]),
    ).toEqual(['1/4 yahoo UUUU', '2/4 yahoo LYC.AX', '3/4 sec UUUU', '4/4 asx LYC.AX'])
    expect(askedRoutes(cli)).toEqual(new Set(['yahoo', 'sec', 'asx']))
    expect(await runsOf(cli)).toEqual([])
    expect((await cli.bars('MP')).every(({ source }) => source === 'starter')).toBe(true)
  })

  test('from later than a fresh store has anything leaves no hole: all is asked for', async ({ cli }) => {
    await cli.type('backfill --from 2026-11-02 MP')
    expect((await cli.bars('MP'))[0]).toMatchObject({ sessionDate: '2020-01-02', source: 'yahoo' })
  })

  test('from earlier than usual reaches back as far, at every source', async ({ cli }) => {
    await cli.type('backfill --from 2019-06-03 600111.SS')
    const asked = cli.standIn.log()
    const first = asked.find(({ route }) => route === 'yahoo')?.query.get('period1')
    expect(new Date(Number(first) * 1_000).toISOString()).toBe('2019-06-02T16:00:00.000Z')
    const [oldest] = await cli.store.sql`select min(published_on) as day from filings where source = 'sse'`
    expect(String(oldest?.['day']) <= '2019-06-05').toBe(true)
  })

  test('to a day in the past takes nothing away of what came after', async ({ cli }) => {
    await cli.run('quotes-xnys')
    const { bars, actions } = await rowsOf(cli)
    cli.time.advance(60_000)
    expect(await cli.type('backfill --to 2021-12-31 MP')).toMatchObject({ exitCode: 0 })
    expect(await rowsOf(cli)).toMatchObject({ bars, actions })
  })

  test('to a day in the past on a fresh store is continued by the job', async ({ cli }) => {
    const { stdout } = await cli.type('backfill --to 2021-12-31 --json')
    expect(documentOf(stdout)).toMatchObject({ outcome: 'complete', to: '2021-12-31' })
    const live = (await cli.bars('MP')).filter(({ source }) => source === 'yahoo')
    expect(live.at(-1)?.sessionDate).toBe('2021-12-31')
    // Not up to now, hence no run: the jobs are still due.
    expect(await runsOf(cli)).toEqual([])
    cli.time.advance(60_000)
    await cli.run('quotes-xnys')
    const all = await cli.bars('MP')
    expect(all).toHaveLength(1_732)
    expect(all.every(({ source }) => source === 'yahoo')).toBe(true)
  })
})

describe('with --json', () => {
  test('standard output is one document, progress goes to standard error', async ({ cli }) => {
    const { exitCode, stdout, stderr } = await cli.type('backfill MP --json')
    expect(exitCode).toBe(0)
    expect(documentOf(stdout)).toEqual({
      command: 'backfill',
      outcome: 'complete',
      failure: null,
      from: '2020-01-01',
      to: null,
      started_at: '2026-11-20T21:30:00.000Z',
      finished_at: expect.any(String),
      rows_written: 1_732 + 147,
      steps: [
        {
          source: 'yahoo',
          scope: 'MP',
          state: 'answered',
          rows_written: 1_732,
          newest: '2026-11-20',
          detail: null,
          retry_at: null,
        },
        expect.objectContaining({ source: 'sec', scope: 'MP', state: 'answered', rows_written: 147 }),
      ],
    })
    expect(stderr).toBe('1/2 yahoo MP: 1,732 rows\n2/2 sec MP: 147 rows\n')
  })

  test('a refusal is one document too', async ({ cli }) => {
    const { exitCode, stdout, stderr } = await cli.type('backfill --json MPP')
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toEqual({ outcome: 'refused', error: stderr.trimEnd() })
    expect(stderr).toContain('There is no ticker MPP. Did you mean MP?')
  })
})

describe('on a terminal', () => {
  test('progress is a bar that is gone at the end, and the summary stands on standard output', async ({
    cli,
  }) => {
    const { exitCode, stdout, stderr } = await cli.type('backfill UUUU', { isTTY: true })
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/[█░]{24} [012]\/2 /)
    expect(stderr).toMatch(/\(answers: \d\)/)
    // Escape sequences only: the cursor back to the line's beginning, and the line cleared.
    expect(stderr.endsWith('\u001B[1G\u001B[2K')).toBe(true)
    expect(stdout).not.toContain('1/2')
    expect(stdout).toMatch(/yahoo +UUUU +1,732 +2026-11-20 +all\n/)
  })

  test('with LOG_LEVEL=debug there are lines instead, for a bar would be torn', async ({ cli }) => {
    const how = { isTTY: true, environment: { LOG_LEVEL: 'debug' } }
    const { stdout } = await cli.type('backfill UUUU', how)
    expect(stdout).toContain('1/2 yahoo UUUU: 1,732 rows\n')
  })
})
