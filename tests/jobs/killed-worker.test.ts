import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, vi } from 'vitest'
import { seedStore } from '@oreline/server/db/seed/seed-store.ts'
import { systemClock } from '../support/clock.ts'
import { silentLog } from '../support/database.ts'
import { allRoutes } from '../support/stand-in/all-routes.ts'
import { startStandIn } from '../support/stand-in/stand-in.ts'
import { test } from '../support/test.ts'

const program = fileURLToPath(new URL('../support/worker-child.main.ts', import.meta.url))

describe('H26: a worker killed in the middle of a run', () => {
  test(
    'leaves the run to the next one, which stores the rows of one run',
    { timeout: 180_000 },
    async ({ server, store }) => {
      const { db, sql } = store
      await seedStore({ db, clock: systemClock, log: silentLog })
      const standIn = await startStandIn({ routes: allRoutes() })
      onTestFinished(standIn.close)
      const [database] = await sql<{ name: string }[]>`select current_database() as name`
      const url = new URL(server.url)
      url.pathname = `/${database?.name ?? ''}`
      const startWorker = () => {
        const child = spawn(
          process.execPath,
          [program, url.href, JSON.stringify(standIn.hostMap()), 'quotes-xasx'],
          {
            stdio: 'inherit',
          },
        )
        const ended = once(child, 'exit')
        const end = async (signal: NodeJS.Signals) => {
          child.kill(signal)
          await ended
        }
        onTestFinished(async () => end('SIGKILL'))
        return end
      }
      const asked = async (requests: number) =>
        vi.waitFor(() => expect(standIn.log()).toHaveLength(requests), { timeout: 90_000, interval: 20 })

      const kill = startWorker()
      await asked(1)
      // The second ticker's answer never ends.
      standIn.scenario('yahoo', 'H16')
      await asked(2)
      await kill('SIGKILL')
      const [cut] = await db.query.jobRuns.findMany()
      expect(cut).toMatchObject({ job: 'quotes-xasx', outcome: null, attempts: 1 })
      // The killed request holds its host's turn until it would have timed out, 45 s that say nothing about runs.
      await sql`update hosts set busy_until = null`

      const stop = startWorker()
      await vi.waitFor(
        async () => {
          const runs = await db.query.jobRuns.findMany()
          expect(runs).toMatchObject([{ id: cut?.id, outcome: 'ok', attempts: 2 }])
        },
        { timeout: 90_000, interval: 250 },
      )
      await stop('SIGTERM')
      const live = await sql`
      select ticker, count(*) as rows, count(distinct session_date) as sessions from bars
      join instruments on instruments.id = instrument_id
      where source = 'yahoo' group by ticker order by ticker`
      expect(live.map(({ ticker }) => ticker)).toEqual(['LYC.AX', 'STW.AX'])
      for (const { rows, sessions } of live) expect(rows).toBe(sessions)
    },
  )
})
