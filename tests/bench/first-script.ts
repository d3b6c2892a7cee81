/** What a browser must fetch before the first page runs: the entry script and what it preloads, gzipped. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensurePageBuilt } from '@oreline/web/build.ts'
import type { Bench } from './bench.ts'

export const firstScriptBench: Bench = {
  name: 'first-script',
  run: async () => {
    const { dir } = await ensurePageBuilt({ log: () => {} })
    const html = await readFile(path.join(dir, 'index.html'), 'utf8')
    const files = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].flatMap(([, file]) => file ?? [])
    const sizes = await Promise.all(
      files.map(async (file) => gzipSync(await readFile(path.join(dir, file))).length),
    )
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
    return [
      { what: `first JavaScript, gzip (${files.length} files)`, value: kilobytes, limit: 250, unit: 'kB' },
    ]
  },
}
