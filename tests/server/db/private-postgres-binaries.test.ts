import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findBinaries, usableBinaries } from '@oreline/server/db/private-postgres/binaries.ts'
import { describe, expect } from 'vitest'
import { test } from '../../support/private-postgres.ts'

describe('the programs of PostgreSQL', () => {
  test('a platform that the package has none for is told to set DATABASE_URL', async () => {
    await expect(findBinaries('freebsd', 'x64')).rejects.toThrow(/freebsd-x64 .* Set DATABASE_URL/)
  })

  test('programs linked against another C library, as on musl, are told apart from a missing file', async ({
    root,
  }) => {
    // A program whose loader does not exist fails exactly as one built for glibc does on musl.
    await mkdir(join(root, 'bin'))
    await writeFile(join(root, 'bin', 'postgres'), '#!/lib/ld-of-another-libc.so\n')
    await chmod(join(root, 'bin', 'postgres'), 0o755)
    const refusal = usableBinaries({ bin: join(root, 'bin'), version: '18.4' }, null, join(root, 'shared'))
    await expect(refusal).rejects.toThrow(/does not run on this system: .* Set DATABASE_URL/)
  })

  test('programs that miss their libraries say which', async ({ root }) => {
    await mkdir(join(root, 'bin'))
    await writeFile(
      join(root, 'bin', 'postgres'),
      '#!/bin/sh\necho "libicuuc.so.60: cannot open" >&2; exit 127\n',
    )
    await chmod(join(root, 'bin', 'postgres'), 0o755)
    const refusal = usableBinaries({ bin: join(root, 'bin'), version: '18.4' }, null, join(root, 'shared'))
    await expect(refusal).rejects.toThrow(/libicuuc.so.60.*pnpm rebuild/)
  })
})
