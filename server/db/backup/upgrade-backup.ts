/** Before a new version changes the tables of a store, what is in it is written to a file. */
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Sql } from 'postgres'
import type { Log } from '../log.ts'
import { shippedMigrations } from '../migrate.ts'
import { StartRefusal } from '../start-refusal.ts'
import { backupFile, backupFolder } from './place.ts'
import { rowsOf } from './manifest.ts'
import { haveRows, knownTables, listTables } from './tables.ts'
import { writeBackup } from './write-backup.ts'

/** Those written by themselves; an operator's own are never removed. */
const KEPT = 3
const OWN_NAME = /^upgrade-\d{8}T\d{6}Z\.tar\.zst$/

type Upgrade = {
  readonly sql: Sql
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly folder?: string
}

/** Writes it below the data directory and keeps the newest three; a store without rows needs none. Refuses the start where it fails. */
export async function backUpBeforeUpgrade(upgrade: Upgrade): Promise<void> {
  const { sql, dataDir, clock, log, folder = shippedMigrations } = upgrade
  const file = backupFile(dataDir, 'upgrade', clock())
  try {
    if (!(await haveRows(sql, await listTables(sql, await knownTables(folder))))) return
    const manifest = await writeBackup({ sql, file, clock, folder })
    log.info({ file, rows: rowsOf(manifest) }, 'store.backed-up')
    await dropOldest(backupFolder(dataDir))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StartRefusal(
      `This version changes the tables of the store. Before that it writes a backup to ${file}, and that failed: ` +
        `${why}. Nothing was changed. Make room there, or set ORELINE_DATA_DIR to a directory that can be written; or ` +
        'write a backup elsewhere (pnpm oreline backup --out FILE) and start once with ORELINE_UPGRADE_BACKUP=off.',
      { cause },
    )
  }
}

async function dropOldest(folder: string): Promise<void> {
  // The moment in the name sorts.
  const own = (await readdir(folder)).filter((name) => OWN_NAME.test(name)).toSorted()
  for (const name of own.slice(0, -KEPT)) await rm(path.join(folder, name))
}
