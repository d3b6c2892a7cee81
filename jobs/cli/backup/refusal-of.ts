import { BackupRefusal } from '@oreline/server/db/backup/backup-refusal.ts'
import { CommandRefusal } from '../command-refusal.ts'

/** What kept a backup from being written or read, as the command says it; faults of Oreline itself rise as they are. */
export function refusalOf(error: unknown, doing: string): unknown {
  if (error instanceof BackupRefusal) return new CommandRefusal(error.message, { exitCode: 1 })
  // Of the system: no room, no right, no such directory.
  if (error instanceof Error && 'syscall' in error)
    return new CommandRefusal(`${doing} failed: ${error.message}.`, { exitCode: 1 })
  return error
}
