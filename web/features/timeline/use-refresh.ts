import { getJobRuns, postJobRun, type RunRow } from '@oreline/shared/api/jobs.ts'
import { jobs, type JobName } from '@oreline/shared/domain/jobs/job.ts'
import { isOnByDefault } from '@oreline/shared/domain/sources/source.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call, CallError, endpointQuery } from '../../api.ts'

const ASK_EVERY_MS = 1_000

/** What became of asking one job to run: its run once it is known, or why it was refused. */
export type JobProgress =
  | { readonly kind: 'asked'; readonly job: JobName; readonly title: string; readonly run: RunRow | null }
  | { readonly kind: 'refused'; readonly job: JobName; readonly title: string; readonly refusal: Refusal }

/** `until`: from when on the provider may be asked again; null: not told. */
type Refusal = { readonly why: string; readonly until: Instant | null }

type Asked = { readonly job: JobName; readonly title: string; readonly answer: number | CallError }

/** Asks every job that has a source to run now, and follows the runs in the ledger until they have finished. */
export function useRefresh(): {
  readonly start: () => void
  /** Empty before the first start. */
  readonly progress: readonly JobProgress[]
  readonly isRunning: boolean
  readonly dismiss: () => void
} {
  const asking = useMutation({ mutationFn: askAll })
  const asked = asking.data ?? []
  const ids = asked.flatMap(({ answer }) => (typeof answer === 'number' ? [answer] : []))
  const ledger = useQuery({
    ...endpointQuery(getJobRuns, { query: {} }),
    enabled: ids.length > 0,
    refetchInterval: ({ state }) => (areFinished(ids, state.data?.data ?? []) ? false : ASK_EVERY_MS),
  })
  const runs = ledger.data?.data ?? []
  return {
    start: () => asking.mutate(),
    progress: asked.map((one) => progressOf(one, runs)),
    isRunning: asking.isPending || !areFinished(ids, runs),
    dismiss: () => asking.reset(),
  }
}

/** One after the other, in the order of the jobs; a refusal does not keep the others from being asked. */
async function askAll(): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for (const { name, title, source } of jobs) {
    if (source === null) continue
    const answer = await ask(name)
    if (!isLeftOff(source, answer)) asked.push({ job: name, title, answer })
  }
  return asked
}

/** What is off unless somebody wants it is no news while nobody does. */
const isLeftOff = (source: string, answer: Asked['answer']): boolean =>
  !isOnByDefault(source) &&
  typeof answer !== 'number' &&
  answer.failure.kind === 'problem' &&
  answer.failure.problem.code === 'source-off'

async function ask(name: JobName): Promise<number | CallError> {
  try {
    return (await call(postJobRun, { params: { name } })).data.id
  } catch (error) {
    if (error instanceof CallError) return error
    throw error
  }
}

function progressOf({ job, title, answer }: Asked, runs: readonly RunRow[]): JobProgress {
  if (typeof answer === 'number') {
    return { kind: 'asked', job, title, run: runs.find(({ id }) => id === answer) ?? null }
  }
  return { kind: 'refused', job, title, refusal: refusalOf(answer) }
}

function refusalOf({ failure, message }: CallError): Refusal {
  if (failure.kind !== 'problem') return { why: message, until: null }
  const { title, detail, until } = failure.problem
  return until === undefined ? { why: detail, until: null } : { why: title, until }
}

const areFinished = (ids: readonly number[], runs: readonly RunRow[]) =>
  ids.every((id) => runs.some((run) => run.id === id && run.outcome !== null))
