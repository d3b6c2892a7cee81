/** Fifty kills at random moments of ingestion, on one set of data: half-applied epochs, lost and doubled rows. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killAtRandomPoints } from '../support/kill-points.ts'
import type { Bench } from './bench.ts'

const POINTS = 50

export const killBench: Bench = {
  name: 'kill',
  run: async () => {
    const root = join(tmpdir(), `oreline-kill-${randomUUID()}`)
    await mkdir(root, { mode: 0o755 })
    try {
      const places = { dataDir: join(root, 'data'), sharedHome: join(root, 'shared') }
      const { faults, lost, stored, epochs } = await killAtRandomPoints(places, {
        points: POINTS,
        random: Math.random,
      })
      for (const fault of faults) console.error(fault)
      const after = `after ${POINTS} kill -9, ${stored} histories stored, ${epochs} epochs`
      return [
        { what: `half-applied or doubled, ${after}`, value: faults.length, limit: 0, unit: 'faults' },
        { what: `acknowledged histories lost, ${after}`, value: lost, limit: 0, unit: 'lost' },
      ]
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}
