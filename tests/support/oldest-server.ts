/** The oldest PostgreSQL that Oreline supports, where Debian's package postgresql-15 is installed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const oldestServer = { bin: '/usr/lib/postgresql/15/bin', version: '15' } as const

export const isOldestServerInstalled = (): boolean => existsSync(join(oldestServer.bin, 'postgres'))
