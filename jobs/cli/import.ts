import { applyImport, listImports, previewImport } from '@oreline/server/db/imports/imports.ts'
import { undoImport } from '@oreline/server/db/imports/undo-import.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import path from 'node:path'
import { buildReferenceShelf } from '../reference-shelf.ts'
import { CommandRefusal } from './command-refusal.ts'
import { counted } from './counted.ts'
import { defineCommand, type CommandResult, type CommandTools, type Given } from './define-command.ts'
import { fieldsFor, optionOf } from './import/fields.ts'
import { importOptions } from './import/options.ts'
import { readText } from './import/read-text.ts'
import { listText, previewText, takenText, undoneText } from './import/words.ts'

/** A file that an operator brings in, by the very functions of the page. */
export const importFile = defineCommand({
  name: 'import',
  does: 'take a CSV file of bars, rates or commodity prices in, or back',
  about: [
    'Reads a CSV file (comma, semicolon or tab; UTF-8; headers as Stooq, Yahoo, the ECB, Chinese',
    'terminals or `export` write them), says what it would change, and takes it in: all of it or,',
    'where a line cannot be read or the figures contradict what is held, nothing. Problems are named',
    'by line and column; nothing is guessed, neither which of 09/07 is the month nor whether a comma',
    'is decimal. Known defects of vendors are recognised by name.',
    '',
    'What the file does not say has to be said: --source and --licence always; of bars --ticker and',
    '--basis; of a commodity --series, and for a new one what its figures stand on (a known series',
    'needs no more than its id). --replace also corrects days that are held.',
    '',
    'Every import can be taken back: what it replaced holds again, as a new revision.',
  ],
  options: importOptions,
  operand: { name: 'file', does: 'the CSV file' },
  examples: [
    {
      line: 'pnpm oreline import mp.csv --ticker MP --basis raw --source Stooq --licence own',
      does: 'missing days',
    },
    { line: 'pnpm oreline import fx.csv --kind fx --source ECB --licence free', does: 'exchange rates' },
    {
      line: 'pnpm oreline import nd.csv --series nd-oxide --source SMM --licence own --dry-run',
      does: 'only look',
    },
    { line: 'pnpm oreline import --list', does: 'what there is' },
    { line: 'pnpm oreline import --undo 3', does: 'take it back' },
  ],
  exitCodes: [
    { code: 0, means: 'taken in, or taken back; with --dry-run: it could be' },
    { code: 1, means: 'the file has problems, or contradicts the store; nothing was written' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C; nothing was written' },
  ],
  environment: [
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    { variable: 'ORELINE_DATA_DIR', does: 'where the private one is, .oreline unless given' },
  ],
  run: async (given, tools) => {
    const { words, flags, operands } = given
    const asked = [words['undo'] !== undefined, flags.has('list'), operands.length > 0].filter(Boolean).length
    if (asked !== 1 || operands.length > 1)
      throw new CommandRefusal('Give one file, or --list, or --undo with the number of an import.', {
        exitCode: 2,
      })
    return refusing(async () => {
      if (flags.has('list')) return list(tools)
      if (words['undo'] !== undefined) return undo(words['undo'], tools)
      return take(operands[0] ?? '', given, tools)
    })
  },
})

async function list({ openStore }: CommandTools): Promise<CommandResult> {
  const { db } = await openStore()
  const imports = await listImports(db)
  return { exitCode: 0, text: listText(imports), document: { command: 'import', outcome: 'listed', imports } }
}

async function undo(number: string, { openStore, clock }: CommandTools): Promise<CommandResult> {
  if (!/^[1-9]\d{0,8}$/.test(number))
    throw new CommandRefusal(`--undo ${number} is no number of an import; --list shows them.`, {
      exitCode: 2,
    })
  const { db } = await openStore()
  const undone = await undoImport(db, clock, Number(number))
  return {
    exitCode: 0,
    text: undoneText(undone),
    document: { command: 'import', outcome: 'undone', import: undone },
  }
}

async function take(file: string, given: Given, tools: CommandTools): Promise<CommandResult> {
  const { clock, progress, signal, openStore } = tools
  const text = await readText(path.resolve(file))
  const { db } = await openStore()
  const body = { file_name: path.basename(file), text, fields: await fieldsFor(db, given) }
  const { sessions } = await buildReferenceShelf(db)()
  const isDry = given.flags.has('dry-run')
  progress.begin(isDry ? 1 : 2)
  try {
    progress.doing(`reading ${body.file_name}`)
    const preview = await previewImport(db, clock, body, sessions)
    progress.done(`${counted(preview.rows)} rows read`)
    const { kind } = body.fields
    const common = { command: 'import', kind, file: body.file_name, preview }
    if (preview.problem_count > 0)
      return {
        exitCode: 1,
        text: previewText(preview, file),
        document: { ...common, outcome: 'problems', import: null },
      }
    if (isDry)
      return {
        exitCode: 0,
        text: previewText(preview, file),
        document: { ...common, outcome: 'dry-run', import: null },
      }
    signal.throwIfAborted()
    progress.doing(`writing ${counted(preview.new_rows + preview.changed_rows)} rows`)
    const taken = await applyImport(db, clock, body, sessions)
    progress.done(`${counted(taken.rows_written)} rows written`)
    return {
      exitCode: 0,
      text: `${previewText(preview, file)}${takenText(taken)}`,
      document: { ...common, outcome: 'complete', import: taken },
    }
  } finally {
    progress.end()
  }
}

/** What the store refuses by field, refused by option. */
async function refusing(run: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const option = error.parameter === undefined ? null : optionOf(error.parameter)
    throw new CommandRefusal(`${option === null ? '' : `--${option}: `}${error.message}`, { exitCode: 1 })
  }
}
