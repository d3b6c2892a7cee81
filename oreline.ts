/**
 * The door: reads the environment, opens the store, and lets in who the role asks for. `node oreline.ts` serves,
 * `node oreline.ts <command>` works on the store and ends.
 */
import { runCommand } from '@oreline/jobs/cli/main.ts'
import { buildWorker } from '@oreline/jobs/worker.ts'
import { openQueue } from '@oreline/server/db/queue.ts'
import { openReadyStore } from '@oreline/server/db/ready-store.ts'
import { ensurePageBuilt } from '@oreline/web/build.ts'
import { buildApp } from './server/app.ts'
import { parseConfig } from './server/config.ts'
import { buildLog } from './server/log.ts'
import { runUntilSignal } from './server/process-life.ts'

await runUntilSignal(async ({ clock, onStop, stopped }) => {
  const readConfig = () => parseConfig(process.env)
  const { argv, stdout, stderr } = process
  if (argv.length > 2)
    return runCommand({ argv: argv.slice(2), readConfig, buildLog, clock, stopped, stdout, stderr })

  const config = readConfig()
  const log = buildLog(config.logLevel)
  const { databaseUrl, dataDir, role, upgradeBackup } = config
  const building = role === 'jobs' ? null : ensurePageBuilt({ log: (line) => log.info(line) })

  const place = { databaseUrl: databaseUrl ?? undefined, dataDir, upgradeBackup }
  const store = await openReadyStore({ ...place, log, clock })
  onStop(() => store.close())

  const queue = await openQueue({ store, role: role === 'api' ? 'api' : 'worker', clock, log })
  onStop(() => queue.stop())
  const pageDir = (await building)?.dir ?? null
  const app = await buildApp({ store, clock, log, queue, config, pageDir })
  onStop(() => app.close())
  await app.listen({ host: config.host, port: config.port })
  stdout.write(`Oreline is ready at ${config.publicUrl}\n`)

  if (role === 'api') return
  const worker = buildWorker({ store, queue, clock, log, config })
  onStop(() => worker.stop())
  await worker.start()
})
