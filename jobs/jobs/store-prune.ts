import { prunePayloads } from '@oreline/server/db/payloads.ts'
import { pruneRejects, pruneRuns } from '@oreline/server/db/retention.ts'
import { defineJob } from '../define-job.ts'

/**
 * Drops the bodies of raw answers that are thirty days old and could be read, and runs and rejected rows of more than 400
 * days ago. What was stored about the world, in every revision, and imported files stay for ever.
 */
export const storePrune = defineJob({
  name: 'store-prune',
  schedules: [{ cron: '20 3 * * *', timeZone: 'UTC' }],
  run: async ({ db, tools }) => {
    const now = tools.clock()
    const pruned = [await prunePayloads(db, now), await pruneRuns(db, now), await pruneRejects(db, now)]
    return { rowsWritten: pruned.reduce((sum, count) => sum + count, 0), scopes: [] }
  },
})
