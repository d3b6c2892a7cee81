import { exportBars } from '@oreline/server/db/exports/export-bars.ts'
import { exportDisclosed, exportMoney } from '@oreline/server/db/exports/export-chain.ts'
import { exportEvents } from '@oreline/server/db/exports/export-events.ts'
import { exportFilings } from '@oreline/server/db/exports/export-filings.ts'
import { exportPoints } from '@oreline/server/db/exports/export-points.ts'
import { exportRates } from '@oreline/server/db/exports/export-rates.ts'
import type { ExportAsked, ExportTable } from '@oreline/server/db/exports/export-table.ts'
import type { Executor } from '@oreline/server/db/client.ts'
import { inSnapshot } from '@oreline/server/db/snapshot.ts'
import { instantSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { toCsv } from '@oreline/shared/kernel/csv.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CommandRefusal, unknownWord } from './command-refusal.ts'
import { counted } from './counted.ts'
import { defineCommand, type CommandResult, type Given } from './define-command.ts'
import { nearestWord } from './nearest.ts'

type Exporter = (db: Executor, asked: ExportAsked, now: Instant) => Promise<ExportTable>

const exporters: Readonly<Record<string, Exporter>> = {
  bars: exportBars,
  fx: exportRates,
  filings: exportFilings,
  events: (db, asked, now) => exportEvents(db, { ...asked, now }),
  commodity: exportPoints,
  disclosed: exportDisclosed,
  money: (db, asked, now) => exportMoney(db, { ...asked, now }),
}

/** What is stored, as CSV. */
export const exportTable = defineCommand({
  name: 'export',
  does: 'write bars, rates, filings, events, commodity prices or the chain’s figures as CSV',
  about: [
    'Writes what is stored as CSV (RFC 4180, UTF-8), the columns named first, to standard output or',
    'into a file. The first word says what, the others which:',
    '  bars       daily bars of tickers, as stored: nothing adjusted, nothing converted',
    '  fx         euro reference rates, a column per currency, units of it per 1 EUR',
    '  filings    filings of tickers, newest first: titles and links',
    '  events     policy events, with their state on the day',
    '  commodity  prices of commodity series, in the unit each was published in',
    '  disclosed  figures that companies disclosed, by ticker; a period counts by its last day',
    '  money      money announced, by ticker; conditional and ended marked, doubles named',
    '',
    'With --as-of it is what was stored at that moment, for ever the same. Bars of one ticker, rates',
    'and points of one series are taken in again by `import` as they are.',
  ],
  options: [
    { name: 'from', takes: 'DATE', does: 'the first day; from the beginning unless given' },
    { name: 'to', takes: 'DATE', does: 'the last day; up to the newest unless given' },
    { name: 'as-of', takes: 'INSTANT', does: 'as stored then, for instance 2026-11-20T21:30:00Z' },
    { name: 'out', takes: 'FILE', does: 'into this file instead of standard output' },
  ],
  operand: {
    name: 'what',
    does: 'bars, fx, filings, events, commodity, disclosed or money, then which of them',
  },
  examples: [
    { line: 'pnpm -s oreline export bars MP', does: 'the whole history of MP' },
    { line: 'pnpm oreline export fx --from 2026-01-01 --out fx.csv', does: 'this year’s rates into a file' },
    { line: 'pnpm -s oreline export filings MP UUUU --json', does: 'rows for a script' },
  ],
  exitCodes: [
    { code: 0, means: 'written; a header alone where there is nothing of it' },
    { code: 1, means: 'not written, and why is said' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C; no file is left behind' },
  ],
  environment: [
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    { variable: 'ORELINE_DATA_DIR', does: 'where the private one is, .oreline unless given' },
  ],
  run: async (given, { clock, signal, progress, openStore }) => {
    const { what, exporter, asked } = askedBy(given)
    const { db } = await openStore()
    const out = given.words['out']
    if (out === undefined) return printed(what, await read())
    progress.begin(2)
    try {
      progress.doing(`reading ${what}`)
      const table = await read()
      progress.done(`${counted(table.rows.length)} rows read`)
      const file = path.resolve(out)
      await writeWhole(file, toCsv(table.columns, table.rows), signal)
      progress.done(`${file} written`)
      return written(what, table, file)
    } finally {
      progress.end()
    }

    async function read(): Promise<ExportTable> {
      try {
        return await inSnapshot(db, (snapshot) => exporter(snapshot, asked, clock()))
      } catch (error) {
        if (error instanceof AppError) throw new CommandRefusal(`${capital(error.message)}.`, { exitCode: 1 })
        throw error
      }
    }
  },
})

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function askedBy({ operands, dates, words }: Given): {
  readonly what: string
  readonly exporter: Exporter
  readonly asked: ExportAsked
} {
  const [what = '', ...names] = operands
  const known = Object.keys(exporters)
  const exporter = exporters[what]
  if (what === '') throw new CommandRefusal(`Export what? One of ${known.join(', ')}.`, { exitCode: 2 })
  if (exporter === undefined)
    throw unknownWord('table', { word: what, nearest: nearestWord(what, known), known })
  const { from, to } = dates
  if (from !== undefined && to !== undefined && to < from)
    throw new CommandRefusal(`--to ${to} lies before --from ${from}.`, { exitCode: 2 })
  const asOf = words['as-of'] === undefined ? null : instantSchema.safeParse(words['as-of'])
  if (asOf !== null && !asOf.success)
    throw new CommandRefusal(`--as-of ${words['as-of']} is no instant in UTC; write 2026-11-20T21:30:00Z.`, {
      exitCode: 2,
    })
  return { what, exporter, asked: { names, from, to, asOf: asOf?.data ?? null } }
}

/** The file has its name only once it is whole. */
async function writeWhole(file: string, text: string, signal: AbortSignal): Promise<void> {
  const part = `${file}.part`
  try {
    await writeFile(part, text, { signal })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    if (signal.aborted) throw error
    throw new CommandRefusal(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      {
        exitCode: 1,
      },
    )
  }
}

const printed = (what: string, { columns, rows }: ExportTable): CommandResult => ({
  exitCode: 0,
  text: toCsv(columns, rows),
  document: { command: 'export', outcome: 'complete', what, file: null, columns, rows },
})

const written = (what: string, { columns, rows }: ExportTable, file: string): CommandResult => ({
  exitCode: 0,
  text: `\n${counted(rows.length)} rows of ${what} in ${file}.\n`,
  document: {
    command: 'export',
    outcome: 'complete',
    what,
    file,
    columns,
    row_count: rows.length,
  },
})
