import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { ensurePageBuilt } from '@oreline/web/build.ts'
import { beforeAll, describe, expect, it } from 'vitest'

const FIRST_SCRIPT_LIMIT = 250_000

describe('the built page', () => {
  let dir = ''
  let html = ''
  beforeAll(async () => {
    ;({ dir } = await ensurePageBuilt({ log: () => undefined }))
    html = await readFile(path.join(dir, 'index.html'), 'utf8')
  })

  it('is not built again while its sources stay, and is found in well under a second', async () => {
    const lines: string[] = []
    const again = await ensurePageBuilt({ log: (line) => lines.push(line) })
    expect(again).toMatchObject({ dir, built: false })
    expect(again.ms).toBeLessThan(1_000)
    expect(lines).toEqual([])
  })

  it('has no inline script or style and names no other host', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('asks for at most 250 kB of script before it runs, gzip, and not for the charts', async () => {
    const names = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].flatMap(([, name]) => name ?? [])
    const sizes = await Promise.all(
      names.map(async (name) => gzipSync(await readFile(path.join(dir, name))).length),
    )
    expect(sizes.length).toBeGreaterThan(1)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_SCRIPT_LIMIT)
    expect(names.filter((name) => name.includes('timeline-chart'))).toEqual([])
  })

  it('has every asset under a name with its hash, and every text compressed beside it', async () => {
    const assets = await readdir(path.join(dir, 'assets'))
    expect(assets.filter((name) => !/-[\w-]{8}\.\w+(\.gz)?$/.test(name))).toEqual([])
    for (const name of assets.filter((asset) => /\.(js|css)$/.test(asset))) {
      const plain = await readFile(path.join(dir, 'assets', name))
      const compressed = await readFile(path.join(dir, 'assets', `${name}.gz`))
      expect(gunzipSync(compressed).equals(plain)).toBe(true)
    }
  })
})
