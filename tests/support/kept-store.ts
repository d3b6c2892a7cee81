/**
 * A store in which every job has run well: what a bad answer must leave alone. Made once a worker; each test has a copy
 * of its own, an hour later on a Friday evening, with Oreline's API on it.
 */
import { getSources, type ScopeHealth, type SourceRow } from '@oreline/shared/api/sources.ts'
import type { JobName } from '@oreline/shared/domain/jobs/job.ts'
import { parseConfig } from '@oreline/server/config.ts'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../server/app.ts'
import { appParts, read } from './app.ts'
import { createDatabase, openTestStore } from './database.ts'
import { keptTemplate } from './kept-template.ts'
import { rehearseJobs, type JobsRehearsal } from './rehearse-jobs.ts'
import { test as base } from './test.ts'

/** Jobs and the API on one store, in one virtual time. */
export type KeptStore = JobsRehearsal & {
  readonly app: FastifyInstance
  /** GET /sources, by source. */
  readonly sourceRows: () => Promise<ReadonlyMap<string, SourceRow>>
  /** Of it, one source for one scope. */
  readonly scopeRow: (source: string, scope: string) => Promise<ScopeHealth>
  /** The rows of every table of data, as hashes by table: what a bad answer must leave alone. */
  readonly dataRows: () => Promise<Readonly<Record<string, string>>>
}

const hourMs = 3_600_000
const dataTables = [
  'bars',
  'corporate_actions',
  'filings',
  'fx_rates',
  'gaps',
  'inbox_items',
  'policy_documents',
  'rejects',
] as const

/** The first minute of a test on a kept store. */
export const keptAt = '2026-11-20T22:30:00.000Z'

/** One job of each source, with the route of its host and one of its scopes. */
export const oneJobEach = [
  { source: 'yahoo', job: 'quotes-xasx', scope: 'LYC.AX' },
  { source: 'sec', job: 'filings-sec', scope: 'MP' },
  { source: 'asx', job: 'filings-asx', scope: 'LYC.AX' },
  { source: 'sse', job: 'filings-sse', scope: '600111.SS' },
  { source: 'ecb', job: 'fx-ecb', scope: 'all' },
  { source: 'federal-register', job: 'policy-federal-register', scope: 'all' },
  { source: 'mofcom', job: 'policy-mofcom', scope: 'all' },
  { source: 'white-house', job: 'policy-white-house', scope: 'all' },
  { source: 'war-gov', job: 'policy-war', scope: 'contracts' },
  { source: 'ustr', job: 'policy-ustr', scope: 'all' },
  { source: 'eu-press', job: 'policy-eu', scope: 'all' },
  { source: 'gdelt', job: 'policy-gdelt', scope: 'all' },
] as const satisfies readonly { source: string; job: JobName; scope: string }[]

export const test = base
  .extend('keptTemplate', { scope: 'worker' }, async ({ server }) => keptTemplate(server))
  .extend('kept', async ({ server, keptTemplate }, { onCleanup }): Promise<KeptStore> => {
    const undos: (() => Promise<unknown>)[] = []
    onCleanup(async () => {
      for (const undo of undos.toReversed()) await undo()
    })
    const { url, drop } = await createDatabase(server.url, keptTemplate)
    undos.push(drop)
    const store = await openTestStore(url)
    undos.push(store.close)
    const rehearsal = await rehearseJobs(store, (undo) => undos.push(undo))
    rehearsal.time.advance(hourMs)
    const app = await buildApp(
      appParts({
        store,
        clock: rehearsal.time.clock,
        config: parseConfig({ SEC_CONTACT: 'reader@example.org' }),
      }),
    )
    undos.push(() => app.close())
    return { ...rehearsal, app, ...readings(rehearsal, app) }
  })

function readings({ store }: JobsRehearsal, app: FastifyInstance) {
  const sourceRows: KeptStore['sourceRows'] = async () => {
    const { data } = await read(app, getSources, '/api/v1/sources')
    return new Map(data.map((row) => [row.source, row]))
  }
  return {
    sourceRows,
    scopeRow: async (source: string, scope: string) => {
      const row = (await sourceRows()).get(source)?.scopes.find((one) => one.scope === scope)
      if (row === undefined) throw new Error(`${source} was never asked for ${scope}`)
      return row
    },
    dataRows: async () => {
      const hashes = await Promise.all(
        dataTables.map(async (table) => {
          const [row] = await store.sql<{ hash: string }[]>`
            select coalesce(md5(string_agg(md5(t::text), '' order by t::text)), 'none') as hash
            from ${store.sql(table)} t`
          return [table, row?.hash ?? ''] as const
        }),
      )
      return Object.fromEntries(hashes)
    },
  }
}
