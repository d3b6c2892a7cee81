import { prunePayloads } from '@oreline/server/db/payloads.ts'
import { defineJob } from '../define-job.ts'

/** Drops the bodies of raw answers that are thirty days old and could be read. */
export const storePrune = defineJob({
  name: 'store-prune',
  schedules: [{ cron: '20 3 * * *', timeZone: 'UTC' }],
  run: async ({ db, tools }) => ({ rowsWritten: await prunePayloads(db, tools.clock()), scopes: [] }),
})
