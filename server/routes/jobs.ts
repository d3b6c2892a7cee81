import { getJobRuns, postJobRun, runSourceSchema, type RunRow } from '@oreline/shared/api/jobs.ts'
import { jobNameSchema, jobs, sourcesOf, type JobName } from '@oreline/shared/domain/jobs/job.ts'
import type { SourceDescription } from '@oreline/shared/domain/sources/source-description.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import * as z from 'zod'
import { sourceSettings, type Config } from '../config.ts'
import type { Db } from '../db/client.ts'
import { canAsk } from '../db/hosts.ts'
import { listLastRuns, listRuns, type HeldRun } from '../db/run-ledger.ts'
import { isSwitchedOff } from '../db/source-health.ts'
import { readVersions } from '../db/versions.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { readRoute } from '../read-route.ts'
import { route, type Context } from '../route.ts'

const tokenSchema = z.tuple([z.int32().positive()])

export const jobRoutes = [
  readRoute(getJobRuns, { reads: ['health'], changesWith: 'moment' }, async ({ query }, { snapshot }) => {
    const { limit } = query
    // A job that is no more has runs of a name the contract does not know.
    const names = query.job === undefined ? jobs.map(({ name }) => name) : [query.job]
    const [before] = keyOf(query.next, tokenSchema) ?? [null]
    const found = await listRuns(snapshot, { jobs: names, before, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const older =
      before === null && last !== undefined
        ? (await listLastRuns(snapshot, names)).filter(({ id }) => id < last.id)
        : []
    const rows = [...page, ...older].map(rowOf)
    return {
      data: rows,
      meta: {
        sources: [...new Set(rows.flatMap((row) => row.sources.map(({ source }) => source)))],
        next: found.length > limit && last !== undefined ? tokenOf([last.id]) : null,
      },
    }
  }),

  route(postJobRun, async ({ params }, context) => {
    await refuseUnlessMayRun(params.name, context)
    if (context.queue === null) throw new AppError('not-ready', 'This process has no queue.')
    const run = await context.queue.enqueue({ job: params.name, slot: context.now, trigger: 'request' })
    const { label, changedAt } = await readVersions(context.db, ['health'])
    return {
      data: { id: run.id, job: params.name, slot: run.slot },
      meta: {
        as_of: changedAt ?? context.now,
        data_version: label,
        sources: [],
        units: {},
        currency: null,
        adjusted: null,
        next: null,
      },
    }
  }),
]

/**
 * The provider is always asked, unless it may not be: switched off, without its setting, or told to be silent. Where the
 * first source of a job may not, the next one counts.
 */
async function refuseUnlessMayRun(name: JobName, { db, config, now }: Context): Promise<void> {
  const job = jobs.find((one) => one.name === name)
  const inTurn = (job === undefined ? [] : sourcesOf(job)).flatMap((source) =>
    sources.filter(({ id }) => id === source),
  )
  const refusals = []
  for (const source of inTurn) {
    const refusal = await refusalOf(db, config, source)
    if (refusal === null) return refuseWhileHeldBack(db, source, now)
    refusals.push(refusal)
  }
  const [first] = refusals
  if (first !== undefined) throw first
}

async function refusalOf(
  db: Db,
  config: Config,
  { id, name, needs }: SourceDescription,
): Promise<AppError | null> {
  const extra = { source: id }
  if (await isSwitchedOff(db, id)) return new AppError('source-off', `${name} is switched off.`, { extra })
  return needs !== undefined && sourceSettings(config)[needs] === null
    ? new AppError('needs-setup', `${name} needs ${needs}.`, { extra })
    : null
}

async function refuseWhileHeldBack(db: Db, asked: SourceDescription, now: Instant): Promise<void> {
  const may = await canAsk(db, asked.id, now)
  if (may.ok) return
  throw new AppError('held-back', `${asked.name} may be asked again at ${may.until}.`, {
    extra: {
      source: asked.id,
      until: may.until,
      why: may.why,
      retry_after_seconds: Math.ceil((epochMs(may.until) - epochMs(now)) / 1_000),
    },
  })
}

function rowOf(run: HeldRun): RunRow {
  const job = jobNameSchema.parse(run.job)
  return {
    id: run.id,
    job,
    title: jobs.find(({ name }) => name === job)?.title ?? job,
    slot: run.slot,
    trigger: run.trigger,
    queued_at: run.queuedAt,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    outcome: run.outcome,
    rows_written: run.rowsWritten,
    sources: z.array(runSourceSchema).parse(run.sources),
    error: run.error,
  }
}
