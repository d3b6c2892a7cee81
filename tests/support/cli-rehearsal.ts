/** Commands at work on a seeded store, against the stand-in of every provider, in virtual time. */
import { parseConfig } from '@oreline/server/config.ts'
import { Writable } from 'node:stream'
import * as z from 'zod'
import { runCommand } from '@oreline/jobs/cli/main.ts'
import type { Output } from '../../jobs/cli/progress.ts'
import { capturedLog } from './captured-log.ts'
import { test as base, type JobsRehearsal } from './jobs-rehearsal.ts'
import { loopbackFetch } from './loopback-fetch.ts'

/** What a command has left behind: its exit code and what stands on its two streams. */
type Typed = { readonly exitCode: number; readonly stdout: string; readonly stderr: string }

export type CliRehearsal = JobsRehearsal & {
  /** Types what stands after `oreline`, split at spaces, and waits for the end. */
  readonly type: (words: string, how?: How) => Promise<Typed>
}

type How = {
  /** Over what a well set-up Oreline has. */
  readonly environment?: Readonly<Record<string, string>>
  /** What a request meets instead of the stand-in; null: the stand-in. */
  readonly meets?: (url: string, signal: AbortSignal | null) => Promise<Response | null>
  /** Resolves when Ctrl-C is pressed. */
  readonly stopped?: Promise<void>
  /** Whether standard error is a terminal. */
  readonly isTTY?: boolean
  /** Whether the reader of standard output has gone. */
  readonly isClosed?: boolean
}

/** What `--json` prints of a backfill. */
export const documentOf = (text: string) => documentSchema.parse(JSON.parse(text))

const documentSchema = z.object({
  command: z.literal('backfill'),
  outcome: z.enum(['complete', 'incomplete', 'interrupted', 'broke-off']),
  failure: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime(),
  rows_written: z.int(),
  steps: z.array(
    z.object({
      source: z.string(),
      scope: z.string(),
      state: z.enum(['answered', 'in-part', 'failed', 'switched-off', 'not-asked', 'not-reached']),
      rows_written: z.int(),
      newest: z.iso.date().nullable(),
      detail: z.string().nullable(),
      retry_at: z.iso.datetime().nullable(),
    }),
  ),
})

export const test = base.extend('cli', async ({ jobs, server }): Promise<CliRehearsal> => {
  const { store, standIn, time } = jobs
  const [database] = await store.sql<{ name: string }[]>`select current_database() as name`
  const url = new URL(server.url)
  url.pathname = `/${database?.name ?? ''}`
  return {
    ...jobs,
    type: async (words, how = {}) => {
      const {
        environment = {},
        meets,
        stopped = new Promise(() => {}),
        isTTY = false,
        isClosed = false,
      } = how
      const stdout = written({ isClosed })
      const stderr = written({ isTTY })
      const exitCode = await runCommand({
        argv: words.split(' ').filter((word) => word !== ''),
        readConfig: () =>
          parseConfig({
            DATABASE_URL: url.href,
            ORELINE_HOST_MAP: JSON.stringify(standIn.hostMap()),
            SEC_CONTACT: 'reader@example.org',
            ...environment,
          }),
        buildLog: () => capturedLog().log,
        clock: time.clock,
        stopped,
        stdout: stdout.stream,
        stderr: stderr.stream,
        outside: { fetch: fetchThat(meets), sleep: time.sleep, random: () => 0.5 },
      })
      return { exitCode, stdout: stdout.text(), stderr: stderr.text() }
    },
  }
})

const fetchThat =
  (meets: How['meets']): typeof globalThis.fetch =>
  async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input)
    return (await meets?.(href, init?.signal ?? null)) ?? loopbackFetch(input, init)
  }

function written({ isTTY = false, isClosed = false }): {
  readonly stream: Output
  readonly text: () => string
} {
  const chunks: string[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      if (!isClosed) chunks.push(chunk.toString())
      done(isClosed ? new Error('EPIPE') : null)
    },
  })
  return { stream: Object.assign(stream, { isTTY, columns: 120 }), text: () => chunks.join('') }
}
