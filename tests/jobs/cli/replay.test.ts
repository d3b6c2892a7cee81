import { describe, expect } from 'vitest'
import * as z from 'zod'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { jobs } from '../../../jobs/jobs/index.ts'
import { replayers } from '../../../jobs/replay/replay-answers.ts'
import { test, type CliRehearsal } from '../../support/cli-rehearsal.ts'
import { rowsOf } from '../../support/store-copy.ts'
import { writeRates } from '../../support/store-rows.ts'

const replayed = (text: string) => documentSchema.parse(JSON.parse(text))

const documentSchema = z.object({
  command: z.literal('replay'),
  outcome: z.enum(['complete', 'incomplete', 'interrupted']),
  source: z.string().nullable(),
  since: z.iso.date().nullable(),
  dry_run: z.boolean(),
  rows_written: z.int(),
  answers: z.array(
    z.object({
      source: z.string(),
      question: z.string(),
      fetched_at: z.iso.datetime(),
      state: z.enum(['stored', 'nothing', 'unreadable']),
      rows_written: z.int(),
      detail: z.string().nullable(),
    }),
  ),
})

const tables = [
  'bars',
  'second_bars',
  'corporate_actions',
  'filings',
  'fx_rates',
  'policy_documents',
  'quarantine',
]
const facts = async ({ store }: CliRehearsal) => rowsOf(store, { tables })
const noon = 12 * 3_600_000
/** A key is missing, or others have answered. */
const neverAsked = new Set(['eodhd', 'eastmoney'])

/** As if the parser of that time had not been able to read them. */
const forget = async ({ store: { sql } }: CliRehearsal, source: string) =>
  sql`update raw_payloads set parse_failed = true, outcome = 'broken', rows_stored_at = null, parser_version = 0
    where source = ${source}`

describe('a replay', () => {
  test(
    'with the parsers that read the answers writes nothing, and finds a way back to each',
    { timeout: 120_000 },
    async ({ cli }) => {
      const quotesAndRates = ['quotes-xshg', 'fx-ecb'] as const
      const filings = ['filings-sec', 'filings-sec-feed', 'filings-asx', 'filings-sse'] as const
      const policy = jobs.map(({ name }) => name).filter((name) => name.startsWith('policy-'))
      for (const job of [...quotesAndRates, ...filings, ...policy]) await cli.run(job)
      cli.time.advance(noon)
      const idle = await cli.type('replay')
      expect(idle).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('There is no answer') })

      await cli.store.sql`update raw_payloads set parser_version = 0`
      const before = await facts(cli)
      const { exitCode, stdout } = await cli.type('replay --json')
      const { rows_written: rows, answers } = replayed(stdout)
      expect(answers.filter(({ state }) => state === 'unreadable')).toEqual([])
      expect(new Set(answers.map(({ source }) => source))).toEqual(
        new Set(replayers.map(({ source }) => source).filter((source) => !neverAsked.has(source))),
      )
      expect({ exitCode, rows }).toEqual({ exitCode: 0, rows: 0 })
      expect(await facts(cli)).toEqual(before)
      expect((await cli.type('replay')).stdout).toContain('There is no answer')
    },
  )

  test('stores what a mended parser makes of an answer that could not be read, as of now', async ({
    cli,
  }) => {
    await cli.run('quotes-xnys')
    const then = cli.time.clock()
    const live = await cli.bars('MP')
    await forget(cli, 'yahoo')
    await cli.store.sql`delete from bars where source <> 'starter'`
    await cli.store.sql`delete from corporate_actions where source <> 'starter'`
    await cli.store.sql`update bars set superseded_at = null`
    cli.time.advance(noon)

    const before = await facts(cli)
    const rehearsed = replayed((await cli.type('replay --source yahoo --dry-run --json')).stdout)
    expect(rehearsed).toMatchObject({ dry_run: true, outcome: 'complete' })
    expect(rehearsed.rows_written).toBeGreaterThan(4 * 1_700)
    expect(await facts(cli)).toEqual(before)

    const { exitCode, stdout } = await cli.type('replay --source yahoo --json')
    expect(exitCode).toBe(0)
    expect(replayed(stdout).rows_written).toBe(rehearsed.rows_written)
    const bars = await cli.bars('MP')
    const plain = ({ sessionDate, close, status, source }: (typeof bars)[number]) => [
      sessionDate,
      close,
      status,
      source,
    ]
    expect(bars.map(plain)).toEqual(live.map(plain))
    expect(bars.every(({ recordedAt }) => recordedAt > plusMs(then, noon / 2))).toBe(true)
    expect((await cli.type('replay')).stdout).toContain('There is no answer')
  })

  test('of an answer that others have followed adds what is missing, and changes nothing', async ({
    cli,
  }) => {
    await cli.run('fx-ecb')
    await forget(cli, 'ecb')
    cli.time.advance(3 * 24 * 3_600_000)
    await cli.run('fx-ecb')
    const [first] = await cli.store.sql<{ day: string; perEur: number }[]>`
      select rate_date as day, per_eur as "perEur" from fx_rates where currency = 'USD' order by 1 limit 1`
    const corrected = (first?.perEur ?? 0) + 0.5
    await writeRates(cli.db, { at: cli.time.clock() }, [['USD', first?.day ?? '', corrected]])
    await cli.store.sql`delete from fx_rates where rate_date between '2022-03-01' and '2022-03-31'`
    cli.time.advance(noon)
    const { rows_written: rows } = replayed((await cli.type('replay --source ecb --json')).stdout)
    // 23 TARGET days, three currencies.
    expect(rows).toBe(3 * 23)
    const [now] = await cli.store.sql`
      select per_eur as "perEur" from fx_rates where currency = 'USD' and rate_date = ${first?.day ?? ''}
        and superseded_at is null`
    expect(now?.['perEur']).toBe(corrected)
  })

  test('says what can still not be read, and refuses a source it does not know', async ({ cli }) => {
    cli.standIn.scenario('sse', 'H07')
    await cli.run('filings-sse')
    const { exitCode, stdout } = await cli.type('replay --since 2026-11-20')
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('still cannot be read'),
    })
    expect((await cli.type('replay --since 2026-11-21')).exitCode).toBe(0)
    expect(await cli.type('replay --source yahooo')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Did you mean yahoo?'),
    })
  })
})
