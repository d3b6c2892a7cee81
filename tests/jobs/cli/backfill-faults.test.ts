import { describe, expect } from 'vitest'
import { documentOf, test, type CliRehearsal } from '../../support/cli-rehearsal.ts'

const runsOf = async ({ db }: CliRehearsal) =>
  db.query.jobRuns.findMany({ orderBy: ({ id }, { asc }) => asc(id) })

const askedRoutes = ({ standIn }: CliRehearsal) => new Set(standIn.log().map(({ route }) => route))

describe('a source that does not answer', () => {
  test('is named with its reason and ends it with 1, the others are stored', async ({ cli }) => {
    cli.standIn.scenario('yahoo', 'H07', 50)
    const { exitCode, stdout } = await cli.type('backfill')
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/1\/15 yahoo MP: did not answer: .*429.*, not before 2026-11-20T21:3/)
    expect(stdout).toMatch(
      /Not complete: 8 of \d+ missing; [\d,]+ rows were written and stay\. Missing: yahoo MP \(/,
    )
    expect(stdout).not.toMatch(/^Complete/m)
    expect((await cli.bars('MP')).every(({ source }) => source === 'starter')).toBe(true)
    expect((await cli.bars('600111.SS')).at(-1)).toMatchObject({ source: 'tencent', basis: 'raw' })
    const filings = await cli.store.sql`select distinct source from filings order by source`
    expect(filings.map(({ source }) => String(source))).toEqual(['asx', 'sec', 'sse'])
    const runs = await runsOf(cli)
    expect(runs.map(({ job, outcome }) => `${job} ${outcome}`)).toEqual([
      'quotes-xnys failed',
      'quotes-xasx failed',
      // Tencent answers for Shanghai, and stands in.
      'quotes-xshg partial',
      'fx-ecb ok',
      'filings-sec ok',
      'filings-asx ok',
      'filings-sse ok',
      'policy-federal-register ok',
      'policy-mofcom ok',
    ])
  })

  test('in part: what came is stored, and the rest is named as missing', async ({ cli }) => {
    const { exitCode, stdout } = await cli.type('backfill MP --json', {
      meets: async (url) => (url.includes('-submissions-001') ? new Response('gone', { status: 410 }) : null),
    })
    expect(exitCode).toBe(1)
    const { outcome, steps } = documentOf(stdout)
    expect(outcome).toBe('incomplete')
    expect(steps[1]).toMatchObject({
      source: 'sec',
      state: 'in-part',
      detail: expect.stringContaining('410'),
    })
    expect(steps[1]?.rows_written).toBeGreaterThan(0)
  })

  test('in single sessions is no failure, and said beside the rows', async ({ cli }) => {
    cli.standIn.scenario('yahoo', 'Q04')
    const { exitCode, stdout } = await cli.type('backfill UUUU')
    expect(exitCode).toBe(0)
    // The hole is written down too: 1,731 bars and a gap.
    expect(stdout).toContain('1/2 yahoo UUUU: 1,732 rows (sessions missing: 1)\n')
    expect(stdout).toMatch(/yahoo +UUUU +1,732 +2026-11-20 +all \(sessions missing: 1\)\n/)
  })

  test('because SEC_CONTACT is missing is named with what to set, and ends it with 1', async ({ cli }) => {
    const { exitCode, stdout } = await cli.type('backfill MP', { environment: { SEC_CONTACT: '' } })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('2/2 sec MP: not asked: needs SEC_CONTACT\n')
    expect(stdout).toContain('Missing: sec MP (not asked: needs SEC_CONTACT).')
  })

  test('because the operator switched it off is named, and counts as nothing missing', async ({ cli }) => {
    await cli.store.sql`insert into source_switches values ('sec', false, now())`
    const { exitCode, stdout } = await cli.type('backfill MP')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('2/2 sec MP: not asked: switched off\n')
    expect(stdout).toContain('Complete: 1 of 1 answered; 1,732 rows were written.')
    expect(askedRoutes(cli)).toEqual(new Set(['yahoo']))
  })

  test('because Oreline is offline: nothing is asked, and the command says why', async ({ cli }) => {
    const { exitCode, stdout, stderr } = await cli.type('backfill', { environment: { ORELINE_OFFLINE: '1' } })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain('ORELINE_OFFLINE=1')
    expect(cli.standIn.log()).toEqual([])
  })
})

describe('a backfill cut short', () => {
  test('by Ctrl-C says what is stored and what is missing, and the next one goes on', async ({ cli }) => {
    const { promise: stopped, resolve: press } = Promise.withResolvers<void>()
    const { exitCode, stdout } = await cli.type('backfill', {
      stopped,
      meets: async (url, signal) => {
        if (!url.includes('chart/UUUU')) return null
        press()
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('aborted')))
        })
      },
    })
    expect(exitCode).toBe(130)
    expect(stdout).toContain('1/15 yahoo MP: 1,732 rows\n\nsource')
    expect(stdout).toMatch(/yahoo +UUUU +not reached\n/)
    expect(stdout).toContain(
      'Interrupted: 14 of 15 missing; 1,732 rows were written and stay. Give the command again to go on.',
    )
    expect(await runsOf(cli)).toEqual([])
    const next = await cli.type('backfill --json')
    expect(
      documentOf(next.stdout)
        .steps.map(({ rows_written: rows }) => rows)
        .slice(0, 2),
    ).toEqual([0, 1_732])
  })

  test('by a reader that goes away ends it, without an error of its own', async ({ cli }) => {
    expect(await cli.type('backfill MP UUUU', { isClosed: true })).toMatchObject({ exitCode: 130 })
    expect(cli.standIn.log().length).toBeLessThan(3)
  })

  test('by the store says so, never that it is complete', async ({ cli }) => {
    const { sql } = cli.store
    try {
      const { exitCode, stdout } = await cli.type('backfill MP UUUU --json', {
        meets: async (url) => {
          if (url.includes('chart/UUUU')) await sql`alter table source_health rename to gone`
          return null
        },
      })
      expect(exitCode).toBe(1)
      expect(documentOf(stdout)).toMatchObject({
        outcome: 'broke-off',
        failure: expect.stringContaining('source_health'),
        steps: [{ state: 'answered' }, { state: 'not-reached' }, { state: 'not-reached' }, {}],
      })
    } finally {
      await sql`alter table if exists gone rename to source_health`
    }
  })
})

describe('what is not written as it should be', () => {
  test.for([
    ['backfill LYC', 'There is no ticker LYC. Did you mean LYC.AX? There are 000300.SS, 600111.SS, '],
    ['backfill uuuu', 'There is no ticker uuuu. Did you mean UUUU?'],
    ['backfill --to 2019-12-31', '--to 2019-12-31 lies before --from 2020-01-01.'],
    ['backfill --from 2026-11-21', 'lies ahead: at one of the exchanges it is still 2026-11-20'],
  ] as const)('%s is refused with 2, and nothing is asked', async ([words, said], { cli }) => {
    const { exitCode, stdout, stderr } = await cli.type(words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(said)
    expect(cli.standIn.log()).toEqual([])
  })

  test('a configuration that cannot be used ends it with 1, naming every variable', async ({ cli }) => {
    const { exitCode, stderr } = await cli.type('backfill', { environment: { PORT: 'x', ORELINE_ROLE: 'y' } })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/PORT: .*\n.*ORELINE_ROLE: /)
  })
})
