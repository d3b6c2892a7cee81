import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { turnSource } from '@oreline/server/db/source-records.ts'
import { describe, expect, onTestFinished } from 'vitest'
import * as z from 'zod'
import { checkClock } from '../../../jobs/cli/doctor/check-clock.ts'
import { test, type CliRehearsal } from '../../support/cli-rehearsal.ts'

const documentSchema = z.object({
  command: z.literal('doctor'),
  outcome: z.enum(['ok', 'warning', 'failed', 'interrupted']),
  checks: z.array(
    z.object({
      check: z.string(),
      state: z.enum(['ok', 'warning', 'failed']),
      says: z.string().min(1),
      todo: z.string().min(1).nullable(),
    }),
  ),
})

const examine = async (cli: CliRehearsal, environment: Readonly<Record<string, string>> = {}) => {
  const { exitCode, stdout } = await cli.type('doctor --json', { environment })
  const { outcome, checks } = documentSchema.parse(JSON.parse(stdout))
  return { exitCode, outcome, checks: new Map(checks.map(({ check, ...rest }) => [check, rest])) }
}

/** A mail server that greets and knows nothing else. */
async function mailServer(greeting: string): Promise<{ readonly port: number; readonly said: string[] }> {
  const said: string[] = []
  const server: Server = createServer((socket) => {
    socket.write(`${greeting}\r\n`)
    socket.on('data', (line: Buffer) => {
      said.push(line.toString().trim())
      socket.write(line.toString().startsWith('QUIT') ? '221 bye\r\n' : '250 mail.example\r\n')
    })
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0, said }
}

describe('a doctor', () => {
  test('looks at everything, asks each source once, and changes nothing of what is held', async ({ cli }) => {
    await cli.run('fx-ecb')
    const asked = cli.standIn.log().length
    const rows = await cli.store.sql`select count(*) as n from raw_payloads`
    const { exitCode, outcome, checks } = await examine(cli)
    expect([...checks].filter(([, { state }]) => state === 'failed')).toEqual([])
    expect({ exitCode, outcome }).toEqual({ exitCode: 0, outcome: 'warning' })
    expect([...checks.keys()].filter((check) => !check.startsWith('source '))).toEqual([
      'store',
      'connections',
      'tables',
      'pages',
      'calendar XNYS',
      'calendar XASX',
      'calendar XSHG',
      'sessions',
      'quarantine',
      'freshness',
      'clock',
      'mail',
      'disk',
    ])
    expect(checks.get('source yahoo')).toEqual({ state: 'ok', says: 'answers, and can be read', todo: null })
    expect(checks.get('source eodhd')).toMatchObject({
      state: 'ok',
      says: 'not asked: needs EODHD_API_TOKEN',
    })
    // The hosts agree with this machine's clock, and outvote the store's, which is not in virtual time.
    expect(checks.get('clock')).toMatchObject({ state: 'ok' })
    expect(checks.get('store')?.says).toMatch(/^PostgreSQL \d+\.\d+ \(DATABASE_URL\) answers; [\d.]+ MB$/)
    const sources = [...checks].filter(
      ([check, { says }]) => check.startsWith('source ') && says.includes('read'),
    )
    expect(cli.standIn.log().length - asked).toBe(sources.length)
    expect(await cli.store.sql`select count(*) as n from raw_payloads`).toEqual(rows)
  })

  test('asks none that may not be asked, and says what would mend it', async ({ cli }) => {
    await turnSource(cli.db, { source: 'asx', enabled: false, now: cli.time.clock() })
    cli.standIn.scenario('yahoo', 'H09')
    const { exitCode, checks } = await examine(cli, { SEC_CONTACT: '' })
    expect(checks.get('source asx')).toMatchObject({ state: 'ok', says: 'not asked: switched off' })
    expect(checks.get('source sec')).toMatchObject({
      state: 'warning',
      todo: 'Set SEC_CONTACT, or switch the source off.',
    })
    expect(checks.get('source yahoo')).toMatchObject({
      state: 'warning',
      todo: expect.stringMatching(/^It is asked/),
    })
    expect(exitCode).toBe(0)

    const before = cli.standIn.log().length
    const offline = await examine(cli, { ORELINE_OFFLINE: '1' })
    expect(offline.checks.get('source sse')?.says).toContain('offline')
    expect(cli.standIn.log().length).toBe(before)
  })

  test('greets the mail server and sends nothing; one that is out of order fails', async ({ cli }) => {
    const offline = { ORELINE_OFFLINE: '1', MAIL_FROM: 'o@example.org' }
    const { port, said } = await mailServer('220 mail.example ESMTP')
    const good = await examine(cli, { ...offline, SMTP_URL: `smtp://127.0.0.1:${port}` })
    expect(good.checks.get('mail')).toMatchObject({ state: 'ok', says: `127.0.0.1:${port} takes mail` })
    expect(said.join(' ')).toMatch(/^EHLO /)
    expect(said.join(' ')).not.toMatch(/MAIL FROM|RCPT|DATA/)

    const refusing = await mailServer('554 go away')
    const bad = await examine(cli, { ...offline, SMTP_URL: `smtp://me:secret@127.0.0.1:${refusing.port}` })
    expect(bad).toMatchObject({ exitCode: 1, outcome: 'failed' })
    expect(bad.checks.get('mail')?.says).toMatch(/554 go away/)
    expect(JSON.stringify([...bad.checks])).not.toContain('secret')
  })

  test('tells of holes and answers that wait, in a line for each', async ({ cli }) => {
    await cli.store
      .sql`insert into gaps (instrument_id, session_date, source, reason, first_seen_at, last_tried_at)
      select id, '2026-11-19', 'yahoo', 'missing', now(), now() from instruments where ticker = 'MP'`
    const { exitCode, stdout } = await cli.type('doctor')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^warning +sessions +1 without a price\. They are asked for again/m)
    expect(stdout).toMatch(/0 failed, \d+ warning\(s\)\.\n$/)
  })
})

describe('the clock', () => {
  const others = (...aheadMs: readonly number[]) => aheadMs.map((ms) => ({ whose: 'sec', aheadMs: ms }))

  test.for([
    [[], 'ok', 'held against none'],
    [[4_000], 'ok', 'agrees with 1 other (sec)'],
    [[9_000_000, 0, 1_000], 'ok', 'agrees with 3 others'],
    [[60_000, 60_000, 0], 'warning', '60 s ahead of 3 others'],
    [[-3_600_000, -3_600_000], 'failed', '3600 s behind 2 others'],
  ] as const)('%j: %s, %s', ([ahead, state, says]) => {
    expect(checkClock(others(...ahead))).toMatchObject({ state, says })
  })
})
