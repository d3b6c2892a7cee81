/**
 * The door: reads the environment, opens the store, and lets in who the role asks for. `node oreline.ts` serves,
 * `node oreline.ts <command>` works on the store and ends.
 */
import { buildApp } from './server/app.ts'
import { parseConfig } from './server/config.ts'
import { migrateStore } from './server/db/migrate.ts'
import { openStore } from './server/db/open.ts'
import { seedStore } from './server/db/seed/seed-store.ts'
import { buildLog } from './server/log.ts'
import { runUntilSignal } from './server/process-life.ts'
import { ensurePageBuilt } from '@oreline/web/build.ts'

await runUntilSignal(async (life) => {
  const config = parseConfig(process.env)
  const log = buildLog(config.logLevel)
  const clock = life.clock
  const serves = config.role !== 'jobs'
  const page = serves ? ensurePageBuilt({ log: (line) => log.info(line) }) : null

  const store = await openStore({
    databaseUrl: config.databaseUrl ?? undefined,
    dataDir: config.dataDir,
    log,
    clock,
  })
  life.onStop(() => store.close())
  await migrateStore({ ...store, log })
  await seedStore({ db: store.db, clock, log })

  const app = await buildApp({ store, clock, log, queue: null, config, pageDir: (await page)?.dir ?? null })
  life.onStop(() => app.close())
  await app.listen({ host: config.host, port: config.port })
  process.stdout.write(`Oreline is ready at ${config.publicUrl}\n`)
})
