import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import * as z from 'zod'
import { importPreviewSchema, importRowSchema } from '@oreline/shared/api/imports.ts'
import { test, type CliRehearsal } from '../../support/cli-rehearsal.ts'
import { csvRecords } from '../../support/csv-records.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'oreline-import-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => path.join(folder, name)
function kept(name: string, text: string | Uint8Array): string {
  writeFileSync(at(name), text)
  return at(name)
}

const notes = '--source Stooq --licence own'
/** Days before the starter history begins. */
const early =
  'Date,Open,High,Low,Close,Volume\n2023-12-28,20,20.5,19.9,20.3,100\n2023-12-29,20.3,20.4,19.7,19.85,200\n'
const documentSchema = z.object({
  command: z.literal('import'),
  outcome: z.enum(['complete', 'problems', 'dry-run']),
  preview: importPreviewSchema,
  import: importRowSchema.nullable(),
})

const storedOf = async ({ store: { sql } }: CliRehearsal, ticker: string) => sql`
  select session_date, open, high, low, close, adj_close, volume, status, basis, flags
  from bars join instruments on instruments.id = instrument_id
  where ticker = ${ticker} and superseded_at is null order by session_date`

const refusedImports = [
  ['', 2, 'Give one file, or --list, or --undo'],
  ['FILE --undo 3', 2, 'Give one file'],
  ['FILE', 2, '--kind is missing: bars, fx, commodity.'],
  ['FILE --kind bar', 2, 'Did you mean bars?'],
  [`FILE --kind bars ${notes}`, 2, '--ticker is missing.'],
  [`FILE --ticker MP ${notes}`, 2, '--basis is missing.'],
  [`FILE --ticker MP --basis traded ${notes}`, 2, '--basis traded: '],
  ['FILE --ticker MP --basis raw --source Stooq', 2, '--licence is missing.'],
  [`FILE --series nd ${notes}`, 2, '--elements is missing.'],
  [`FILE --ticker XYZ --basis raw ${notes}`, 1, '--ticker: no such instrument: XYZ'],
  [`FILE --ticker MP --currency CAD --basis raw ${notes}`, 1, '--currency: MP is priced in USD'],
  [`/no/such/file.csv --kind fx ${notes}`, 1, 'cannot be read'],
  ['--undo x', 2, '--undo x is no number of an import'],
  ['--undo 9', 1, '--undo: no such import: 9'],
] as const

const refusedExports = [
  ['', 2, 'Export what?'],
  ['bar', 2, 'Did you mean bars?'],
  ['bars MPP', 1, 'No such instrument: MPP.'],
  ['fx XXX', 1, 'No rates are held of XXX.'],
  ['bars MP --as-of yesterday', 2, '--as-of yesterday is no instant'],
  ['bars MP --from 2025-02-01 --to 2025-01-01', 2, 'lies before'],
  ['events --out /no/such/folder/events.csv', 1, 'cannot be written'],
] as const

describe('import', () => {
  test('says what it would do, does it, lists it and takes it back', async ({ cli }) => {
    const before = await storedOf(cli, 'MP')
    const file = kept('early.csv', early)
    const dry = await cli.type(`import ${file} --ticker MP --basis raw --dry-run ${notes}`)
    expect(dry).toMatchObject({ exitCode: 0, stderr: '' })
    expect(dry.stdout).toContain('early.csv: 2 rows, 2023-12-28 to 2023-12-29\n')
    expect(dry.stdout).toContain('2 new, 0 changed, 0 the same as held, 0 left as held\n')
    expect(await storedOf(cli, 'MP')).toEqual(before)

    const done = await cli.type(`import ${file} --kind bars --ticker MP --basis raw --json ${notes}`)
    expect(done.exitCode).toBe(0)
    expect(documentSchema.parse(JSON.parse(done.stdout))).toMatchObject({
      outcome: 'complete',
      import: { id: 1, target: 'MP', rows_written: 2, source_note: 'Stooq', licence_note: 'own' },
    })
    expect(done.stderr).toBe('1/2 2 rows read\n2/2 2 rows written\n')
    expect(await storedOf(cli, 'MP')).toHaveLength(before.length + 2)
    expect((await cli.type('import --list')).stdout).toMatch(
      /^1 {2}2026-11-20 \d\d:\d\d {2}bars {2}MP {2}early\.csv {2}2 rows\n$/,
    )

    cli.time.advance(60_000)
    expect((await cli.type('import --undo 1')).stdout).toBe(
      'Import 1 (MP) is taken back: 2 of its 2 rows still held, and hold no more.\n',
    )
    expect(await storedOf(cli, 'MP')).toEqual(before)
    expect(await cli.type('import --undo 1')).toMatchObject({
      exitCode: 1,
      stderr: '--undo: Import 1 has been taken back already.\n',
    })
  })

  test('with problems names them by line, writes nothing and ends with 1', async ({ cli }) => {
    const before = await storedOf(cli, 'MP')
    const file = kept('bad.csv', `${early}28/12/2023,1,1,1,1,1\n2023-12-27,"20,5",21,20,20.5,3\n`)
    const { exitCode, stdout } = await cli.type(`import ${file} --ticker MP --basis raw ${notes}`)
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      'Problems (2); nothing was taken in:\n  line 4  Date  of 28/12/2023 it is not said',
    )
    expect(stdout).toContain('  line 5  Open  20,5 has a decimal comma: write 20.5\n')
    expect(await storedOf(cli, 'MP')).toEqual(before)
  })

  test('refuses what is missing, misspelt or contradicts the store, by the name of the option', async ({
    cli,
  }) => {
    const file = kept('early.csv', early)
    for (const [words, exitCode, said] of refusedImports)
      expect([words, await cli.type(`import ${words.replace('FILE', file)}`)]).toMatchObject([
        words,
        { exitCode, stderr: expect.stringContaining(said) },
      ])
    // 日期 as a Chinese terminal saves it, in GBK.
    const gbk = kept('gbk.csv', Uint8Array.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0x41, 0x0a]))
    expect(await cli.type(`import ${gbk} --ticker MP --basis raw ${notes}`)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('is not in UTF-8'),
    })
  })
})

describe('export', () => {
  test('of bars is taken in again unchanged, by a store that has lost them', async ({ cli }) => {
    const before = await storedOf(cli, '600111.SS')
    const out = await cli.type(`export bars 600111.SS --out ${at('600111.csv')}`)
    expect(out).toMatchObject({ exitCode: 0, stderr: '' })
    expect(out.stdout).toContain(`2/2 ${at('600111.csv')} written\n`)
    const again = await cli.type(
      `import ${at('600111.csv')} --ticker 600111.SS --basis raw --replace ${notes}`,
    )
    expect(again.stdout).toContain(`0 new, 0 changed, ${before.length} the same as held, 0 left as held`)
    await cli.store
      .sql`delete from bars where instrument_id = (select id from instruments where ticker = '600111.SS')`
    expect(
      await cli.type(`import ${at('600111.csv')} --ticker 600111.SS --basis raw ${notes}`),
    ).toMatchObject({ exitCode: 0 })
    expect(await storedOf(cli, '600111.SS')).toEqual(before)
  })

  test('of rates and of a commodity is taken in again unchanged', async ({ cli }) => {
    const rates = 'date,AUD,USD\r\n2025-07-08,1.79,1.17\r\n2025-07-09,,1.1711\r\n'
    expect(await cli.type(`import ${kept('fx.csv', rates)} --kind fx ${notes}`)).toMatchObject({
      exitCode: 0,
    })
    expect((await cli.type('export fx')).stdout).toBe(rates)
    const points = kept('nd.csv', 'date,price\n2025-07-08,62.1\n2025-07-09,62.3\n')
    const series = '--series nd-oxide --form oxide --elements Nd --currency USD --per kg --vat 0'
    expect(await cli.type(`import ${points} ${series} ${notes}`)).toMatchObject({ exitCode: 0 })
    const { stdout } = await cli.type('export commodity nd-oxide')
    expect(csvRecords(stdout).map(([id, date, value]) => [id, date, value])).toEqual([
      ['series', 'date', 'value'],
      ['nd-oxide', '2025-07-08', '62.1'],
      ['nd-oxide', '2025-07-09', '62.3'],
    ])
    // A known series needs no description, and one that contradicts it is refused.
    const known = await cli.type(`import ${kept('nd2.csv', stdout)} --series nd-oxide ${notes}`)
    expect(known.stdout).toContain('0 new, 0 changed, 2 the same as held')
    expect(await cli.type(`import ${points} --series nd-oxide --per t ${notes}`)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('--per: nd-oxide is held with per "kg"'),
    })
  })

  test('gives rows of everything, within bounds, as of a moment, or as JSON', async ({ cli }) => {
    const day = await cli.type('export bars MP UUUU --from 2025-07-10 --to 2025-07-10')
    expect(csvRecords(day.stdout).map(([ticker, date, open]) => [ticker, date, open])).toEqual([
      ['ticker', 'date', 'open'],
      ['MP', '2025-07-10', '48.1'],
      ['UUUU', '2025-07-10', expect.any(String)],
    ])
    const past = await cli.type('export bars MP --as-of 2020-01-01T00:00:00Z')
    expect(csvRecords(past.stdout)).toHaveLength(1)
    const events = await cli.type('export events cn-2025-11-07-mofcom-70-suspension --json')
    expect(JSON.parse(events.stdout)).toMatchObject({
      command: 'export',
      what: 'events',
      rows: [{ id: 'cn-2025-11-07-mofcom-70-suspension', announced_date: '2025-11-07' }],
    })
    expect(csvRecords((await cli.type('export filings MP')).stdout)[0]?.[0]).toBe('id')
    const [columns, ...figures] = csvRecords((await cli.type('export disclosed MP --from 2026-01-01')).stdout)
    expect(columns?.slice(0, 6)).toEqual(['id', 'ticker', 'period', 'period_start', 'period_end', 'metric'])
    expect(figures.map((row) => row[0])).toContain('disclosed/mp-2026q1-price-protection-agreement-income')
    // The header and 35 rows, one of them counted in another.
    const money = csvRecords((await cli.type('export money')).stdout)
    expect(money.filter((row) => row[money[0]?.indexOf('counted_in') ?? -1] !== '')).toHaveLength(2)
    expect(money).toHaveLength(36)
    expect(money.filter((row) => row[money[0]?.indexOf('ended') ?? -1] === 'true').length).toBeGreaterThan(0)
    await cli.type(`export events --out ${at('events.csv')}`)
    expect(csvRecords(readFileSync(at('events.csv'), 'utf8')).length).toBeGreaterThan(100)
  })

  test('refuses what there is not, and says what is meant', async ({ cli }) => {
    for (const [words, exitCode, said] of refusedExports)
      expect([words, await cli.type(`export ${words}`)]).toMatchObject([
        words,
        { exitCode, stderr: expect.stringContaining(said) },
      ])
  })
})
