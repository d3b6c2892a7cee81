import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { killAtRandomPoints } from '../../support/kill-points.ts'
import { test } from '../../support/private-postgres.ts'

/** The bench makes it fifty. */
const points = 4

describe('kill -9 while histories are taken in, of Oreline, of its PostgreSQL, of both', () => {
  test(
    'leaves no half-applied epoch, loses no acknowledged row and doubles none',
    { timeout: 120_000 },
    async ({ root }) => {
      const places = { dataDir: join(root, 'data'), sharedHome: join(root, 'shared') }
      const report = await killAtRandomPoints(places, { points, random: Math.random })
      expect(report).toMatchObject({ faults: [], lost: 0 })
      expect(report.stored).toBeGreaterThan(points)
      expect(report.epochs).toBeGreaterThan(1)
    },
  )
})
