import path from 'node:path'
import type { Instant } from '@oreline/shared/kernel/brand.ts'

/** Where backups are written unless another place is named; an absolute path. */
export const backupFolder = (dataDir: string): string => path.resolve(dataDir, 'backups')

/** The name of one written now: `oreline-20261120T213000Z.tar.zst`. */
export const backupFile = (dataDir: string, kind: 'oreline' | 'upgrade', now: Instant): string =>
  path.join(backupFolder(dataDir), `${kind}-${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z.tar.zst`)
