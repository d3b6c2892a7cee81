import { rowsOf, type Manifest } from '@oreline/server/db/backup/manifest.ts'
import { restoreBackup } from '@oreline/server/db/backup/restore-backup.ts'
import { verifyBackup } from '@oreline/server/db/backup/verify-backup.ts'
import path from 'node:path'
import { refusalOf } from './backup/refusal-of.ts'
import { CommandRefusal } from './command-refusal.ts'
import { counted } from './counted.ts'
import { defineCommand, type CommandResult, type Given } from './define-command.ts'

/** A backup, taken back whole or not at all. */
export const restore = defineCommand({
  name: 'restore',
  does: 'take a backup back into a store',
  about: [
    'Reads the whole file first and holds it against its own checksums and row counts, then writes',
    'every table in one transaction: whatever fails, the store is as it was. The backup of an older',
    'version is brought up to this one on the way; that of a newer version is refused.',
    '',
    'The store must be empty, as it is on a machine on which Oreline has never been started, unless',
    '--replace says that its rows may go. No Oreline may run on it meanwhile. Afterwards start it as',
    'always: jobs that were under way when the backup was written are due again.',
  ],
  options: [{ name: 'replace', takes: null, does: 'the rows of the store go; write a backup of them first' }],
  operand: { name: 'file', does: 'what `backup` has written' },
  examples: [
    { line: 'pnpm oreline restore oreline-20261120T213000Z.tar.zst', does: 'on a new machine' },
    {
      line: 'pnpm oreline restore before.tar.zst --replace',
      does: 'back to what was; all since is gone',
    },
  ],
  exitCodes: [
    { code: 0, means: 'the store is what the backup holds' },
    { code: 1, means: 'it is what it was, and why is said' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C; the store is what it was' },
  ],
  environment: [
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    { variable: 'ORELINE_DATA_DIR', does: 'where the private one is, .oreline unless given' },
  ],
  run: async (given, { clock, signal, progress, openStoreAsItIs }) => {
    const file = path.resolve(fileOf(given))
    try {
      const manifest = await verifyBackup(file, signal)
      progress.begin(manifest.tables.length + 1)
      progress.done(`the file is whole: ${counted(rowsOf(manifest))} rows as of ${manifest.created_at}`)
      const store = await openStoreAsItIs()
      await restoreBackup({
        store,
        file,
        manifest,
        replace: given.flags.has('replace'),
        clock,
        signal,
        onTable: ({ name, rows }) => progress.done(`${name}: ${counted(rows)} rows`),
      })
      progress.end()
      return restored(file, manifest)
    } catch (error) {
      progress.end()
      if (signal.aborted) return interrupted
      throw refusalOf(error, `Restoring ${file}`)
    }
  },
})

function fileOf({ operands }: Given): string {
  const [file, second] = operands
  if (file === undefined)
    throw new CommandRefusal('Which file? For instance: pnpm oreline restore oreline.tar.zst', {
      exitCode: 2,
    })
  if (second !== undefined)
    throw new CommandRefusal(`restore takes one file; ${second} is a second.`, { exitCode: 2 })
  return file
}

const interrupted: CommandResult = {
  exitCode: 130,
  text: 'Interrupted: the store is what it was.\n',
  document: { command: 'restore', outcome: 'interrupted' },
}

function restored(file: string, manifest: Manifest): CommandResult {
  const { created_at: createdAt, oreline, tables } = manifest
  const rows = rowsOf(manifest)
  return {
    exitCode: 0,
    text: `\nThe store is what it was at ${createdAt}: ${counted(rows)} rows of ${tables.length} tables. Start Oreline.\n`,
    document: {
      command: 'restore',
      outcome: 'complete',
      file,
      created_at: createdAt,
      oreline,
      rows,
      tables: Object.fromEntries(tables.map((table) => [table.name, table.rows])),
    },
  }
}
