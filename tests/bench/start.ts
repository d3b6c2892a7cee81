/** From the command to a populated page, fresh and warm, without a network; and what an idle Oreline weighs. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchBrowser } from '../support/browser.ts'
import { startOreline } from '../support/oreline-process.ts'
import type { Bench } from './bench.ts'

const DIST = path.resolve(import.meta.dirname, '../../web/dist')
const IDLE_MS = 20_000

export const startBench: Bench = {
  name: 'start',
  run: async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'oreline-bench-'))
    const browser = await launchBrowser()
    try {
      await rm(DIST, { recursive: true, force: true })
      const untilDrawn = async () => {
        // The reader's browser is open already.
        const page = await browser.newPage()
        const began = performance.now()
        const oreline = await startOreline({ dataDir, offline: true })
        const ready = performance.now() - began
        await page.goto(oreline.url, { waitUntil: 'commit' })
        await page.waitForFunction(() => performance.getEntriesByName('timeline:drawn').length > 0)
        const lines = await page.locator('path.recharts-curve.recharts-line-curve').count()
        if (lines !== 4) throw new Error(`the first page draws ${lines} lines, not four`)
        const drawn = performance.now() - began
        await page.close()
        return { oreline, ready, drawn }
      }
      const fresh = await untilDrawn()
      await fresh.oreline.stop()
      const warm = await untilDrawn()
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
      const megabytes = await proportionalMegabytes(warm.oreline.pid)
      await warm.oreline.stop()
      return [
        {
          what: 'fresh start to populated page, page built on the way',
          value: fresh.drawn / 1000,
          limit: 10,
          unit: 's',
        },
        { what: 'warm start to "ready"', value: warm.ready / 1000, limit: 2.5, unit: 's' },
        { what: 'warm start to populated page', value: warm.drawn / 1000, limit: 2.5, unit: 's' },
        {
          what: `idle memory after ${IDLE_MS / 1000} s, Node and private PostgreSQL`,
          value: megabytes,
          limit: 250,
          unit: 'MB',
        },
      ]
    } finally {
      await browser.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

/** Proportional set size of a process and all below it (Linux), so that pages PostgreSQL's processes share count once. */
async function proportionalMegabytes(pid: number): Promise<number> {
  const family = [pid]
  const parents = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? [{ pid: Number(name), parent: parentOf(name) }] : [],
  )
  for (const member of family) family.push(...parents.filter((p) => p.parent === member).map((p) => p.pid))
  const kilobytes = await Promise.all(
    family.map(async (member) => {
      const text = await readFile(`/proc/${member}/smaps_rollup`, 'utf8').catch(() => '')
      return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
    }),
  )
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    // The process ended while the list was read.
    return -1
  }
}
