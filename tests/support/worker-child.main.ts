/** A worker as a process of its own, to be killed: `worker-child.main.ts <database url> <host map> <job>`. */
import { openQueue } from '@oreline/server/db/queue.ts'
import { jobs } from '../../jobs/jobs/index.ts'
import { buildWorker } from '../../jobs/worker.ts'
import { systemClock } from './clock.ts'
import { openTestStore, silentLog } from './database.ts'

const [databaseUrl = '', hostMap = '{}', jobName = ''] = process.argv.slice(2)
const store = await openTestStore(databaseUrl)
const queue = await openQueue({
  store,
  role: 'worker',
  clock: systemClock,
  log: silentLog,
  heartbeatSeconds: 10,
  retryDelaySeconds: 1,
  lookEverySeconds: 0.5,
})
const worker = buildWorker({
  store,
  queue,
  clock: systemClock,
  log: silentLog,
  config: {
    offline: false,
    hostMap: JSON.parse(hostMap),
    secContact: null,
    yahooUserAgent: null,
    eodhdApiToken: null,
  },
  jobs: jobs.filter(({ name }) => name === jobName),
})
process.once('SIGTERM', () => {
  void worker.stop().then(async () => store.close())
})
await worker.start()
