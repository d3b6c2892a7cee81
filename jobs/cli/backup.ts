import { backupFile } from '@oreline/server/db/backup/place.ts'
import { rowsOf, type Manifest } from '@oreline/server/db/backup/manifest.ts'
import { writeBackup } from '@oreline/server/db/backup/write-backup.ts'
import { countMigrations } from '@oreline/server/db/migrate.ts'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { refusalOf } from './backup/refusal-of.ts'
import { CommandRefusal } from './command-refusal.ts'
import { counted, sizeOf } from './counted.ts'
import { defineCommand, type CommandResult } from './define-command.ts'

/** Everything the store holds, in one file. */
export const backup = defineCommand({
  name: 'backup',
  does: 'write everything the store holds into one file',
  about: [
    'Copies every table of Oreline’s as it stands at one moment into one compressed file: prices and',
    'filings with all their former values, what the operator has entered, imported files, the raw',
    'answers. `restore` takes it back into any PostgreSQL from 15 on, the private one or another, and',
    'what was asked as of a moment is answered then with the very same figures.',
    '',
    'It may run while Oreline serves, which is not slowed down and is not stopped. The file has its',
    'name only when all of it is on the disk. It is a tar file in zstd (`tar --zstd -tf` lists it):',
    'PostgreSQL’s own COPY text, and a manifest with versions, row counts and checksums. It holds no',
    'password; who can read it can read all that Oreline has stored.',
  ],
  options: [
    {
      name: 'out',
      takes: 'FILE',
      does: 'the file; backups/oreline-<moment>.tar.zst below ORELINE_DATA_DIR unless given',
    },
  ],
  operand: null,
  examples: [
    { line: 'pnpm oreline backup', does: 'below the data directory' },
    { line: 'pnpm oreline backup --out /mnt/nas/oreline.tar.zst', does: 'elsewhere, as one should' },
    { line: 'pnpm -s oreline backup --json', does: 'for a script: file, bytes, rows of every table' },
  ],
  exitCodes: [
    { code: 0, means: 'the file is written, and on the disk' },
    { code: 1, means: 'it is not, and why is said; nothing is left of it' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C; nothing is left of the file' },
  ],
  environment: [
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    {
      variable: 'ORELINE_DATA_DIR',
      does: 'where the private one and the backups are, .oreline unless given',
    },
  ],
  run: async ({ words }, { config, clock, signal, progress, openStoreAsItIs }) => {
    const file = path.resolve(words['out'] ?? backupFile(config.dataDir, 'oreline', clock()))
    const { sql } = await openStoreAsItIs()
    if ((await countMigrations({ sql })).applied === 0)
      throw new CommandRefusal('There is no Oreline in this store yet: nothing to back up.', { exitCode: 1 })
    try {
      const manifest = await writeBackup({
        sql,
        file,
        clock,
        signal,
        onBegin: (tables) => progress.begin(tables),
        onTable: ({ name, rows }) => progress.done(`${name}: ${counted(rows)} rows`),
      })
      progress.end()
      return written(file, manifest, (await stat(file)).size)
    } catch (error) {
      progress.end()
      if (signal.aborted) return interrupted
      throw refusalOf(error, `Writing ${file}`)
    }
  },
})

const interrupted: CommandResult = {
  exitCode: 130,
  text: 'Interrupted: no backup was written.\n',
  document: { command: 'backup', outcome: 'interrupted', file: null },
}

function written(file: string, manifest: Manifest, bytes: number): CommandResult {
  const { created_at: createdAt, oreline, server, tables } = manifest
  const rows = rowsOf(manifest)
  return {
    exitCode: 0,
    text: `\n${file}: ${counted(rows)} rows of ${tables.length} tables as of ${createdAt}, ${sizeOf(bytes)}.\n`,
    document: {
      command: 'backup',
      outcome: 'complete',
      file,
      bytes,
      created_at: createdAt,
      oreline,
      server,
      rows,
      tables: Object.fromEntries(tables.map((table) => [table.name, table.rows])),
    },
  }
}
